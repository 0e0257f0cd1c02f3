package dev.weightscope.snippet;

import dev.weightscope.model.Keyed;

/// What a snippet is written for.
public enum Framework implements Keyed {
    NUMPY("numpy", "NumPy", new NumpyDialect()),
    PYTORCH("pytorch", "PyTorch", new TorchDialect()),
    KERAS("keras", "Keras", new KerasDialect()),
    JAX("jax", "JAX", new JaxDialect());

    private final String key;
    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // the dialects have no state
    private final Dialect dialect;

    Framework(String key, String label, Dialect dialect) {
        this.key = key;
        this.label = label;
        this.dialect = dialect;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    Dialect dialect() {
        return dialect;
    }
}
