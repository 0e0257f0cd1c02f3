package dev.weightscope.model;

/// The three standard deviations that people mix up.
public enum Spread implements Keyed {
    /// Over all samples and units of a layer.
    STD("std", "Std"),
    /// √(mean of squares): what the next layer's variance follows from.
    RMS("rms", "RMS"),
    /// Across samples, for each unit, averaged over units: whether inputs can still be told apart.
    PER_UNIT_STD("per-unit-std", "Per-unit std");

    private final String key;
    private final String label;

    Spread(String key, String label) {
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

    public double of(TensorStatistics statistics) {
        return switch (this) {
            case STD -> statistics.std();
            case RMS -> statistics.rms();
            case PER_UNIT_STD -> statistics.perUnitStd();
        };
    }
}
