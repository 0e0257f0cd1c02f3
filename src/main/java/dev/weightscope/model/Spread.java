package dev.weightscope.model;

/// The three standard deviations that people mix up.
public enum Spread implements Keyed {
    /// Over all samples and units of a layer.
    STD("std", Statistic.STD),
    /// √(mean of squares): what the next layer's variance follows from.
    RMS("rms", Statistic.RMS),
    /// Across samples, for each unit, averaged over units: whether inputs can still be told apart.
    PER_UNIT_STD("per-unit-std", Statistic.PER_UNIT_STD);

    private final String key;
    private final Statistic statistic;

    Spread(String key, Statistic statistic) {
        this.key = key;
        this.statistic = statistic;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return statistic.label();
    }

    public double of(TensorStatistics statistics) {
        return statistic.of(statistics);
    }

    /// As [Statistic#text].
    public String text(TensorStatistics statistics, int digits) {
        return statistic.text(statistics, digits);
    }
}
