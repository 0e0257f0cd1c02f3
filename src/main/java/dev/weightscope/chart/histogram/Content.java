package dev.weightscope.chart.histogram;

import dev.weightscope.model.TensorStatistics;

/// What there is to show of a tensor.
enum Content {
    VALUES,
    /// Every value is exactly 0.
    ALL_ZERO,
    /// No value is finite.
    NOT_FINITE;

    static Content of(TensorStatistics statistics) {
        if (statistics.infiniteCount() + statistics.nanCount() >= statistics.count()) {
            return NOT_FINITE;
        }
        return statistics.allZero() ? ALL_ZERO : VALUES;
    }
}
