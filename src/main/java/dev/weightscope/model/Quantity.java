package dev.weightscope.model;

import java.util.List;

/// Which tensor of a layer is looked at.
public enum Quantity implements Keyed {
    ACTIVATION("activation", "activation", "Activation"),
    PRE_ACTIVATION("pre-activation", "preActivation", "Pre-activation"),
    WEIGHT("weight", "weights", "Weight");

    private final String key;
    private final String field;
    private final String label;

    Quantity(String key, String field, String label) {
        this.key = key;
        this.field = field;
        this.label = label;
    }

    /// In the order in which a forward pass comes upon them, which is that of files.
    public static List<Quantity> inForwardOrder() {
        return List.of(WEIGHT, PRE_ACTIVATION, ACTIVATION);
    }

    @Override
    public String key() {
        return key;
    }

    /// Its name in JSON and CSV, which never changes: `preActivation`.
    public String field() {
        return field;
    }

    @Override
    public String label() {
        return label;
    }
}
