package dev.weightscope.training;

/// How much is kept of a run, each with what is above it.
public enum Detail {
    /// Loss and accuracy of every step.
    CURVES,
    /// And the size of the signal, of the gradient, of the weights and of their change, by layer.
    LAYERS,
    /// And histograms of some 200 steps.
    HISTOGRAMS;

    boolean includes(Detail other) {
        return compareTo(other) >= 0;
    }
}
