package dev.weightscope.model;

import java.util.Optional;

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

    /// Why normalizations leave what is to be held as it is at every gain, as a sentence; empty
    /// where they do not. Where biases have a share in what is divided, a gain changes how like
    /// each other samples become, and so the gradient, but not how large activations are.
    public Optional<String> dividedOut(Experiment experiment) {
        String normalization = experiment.architecture().normalization().noun();
        if (experiment.normalizesGainAway()) {
            return Optional.of(
                    "No gain changes the signal: %s divides it out again."
                            .formatted(normalization));
        }
        boolean isKept =
                switch (this) {
                    case SECOND_MOMENT, STD -> experiment.normalizesPreActivations();
                    case GRADIENT -> false;
                };
        return isKept
                ? Optional.of(
                        "No gain changes the size of the signal: %s divides it out again."
                                .formatted(normalization))
                : Optional.empty();
    }
}
