package dev.weightscope.model;

/// Which tensor of a layer is looked at.
public enum Quantity implements Keyed {
    ACTIVATION("activation", "Activation"),
    PRE_ACTIVATION("pre-activation", "Pre-activation"),
    WEIGHT("weight", "Weight");

    private final String key;
    private final String label;

    Quantity(String key, String label) {
        this.key = key;
        this.label = label;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }
}
