package dev.weightscope.model;

/// What a gain is to hold from the first layer to the last: three things that are all called "the
/// gain of an activation".
public enum GainGoal implements Keyed {
    /// The RMS of the activations: what the next layer's variance follows from.
    SECOND_MOMENT("second-moment", "Second moment"),
    /// The std of the activations.
    STD("std", "Std"),
    /// The RMS of the gradient by the pre-activations.
    GRADIENT("gradient", "Gradient");

    private final String key;
    private final String label;

    GainGoal(String key, String label) {
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

    /// In a sentence: `the RMS`.
    public String noun() {
        return switch (this) {
            case SECOND_MOMENT -> "the RMS of the activations";
            case STD -> "the std of the activations";
            case GRADIENT -> "the RMS of the gradient";
        };
    }
}
