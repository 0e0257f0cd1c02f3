package dev.weightscope.chart;

import dev.weightscope.model.BinRange;
import dev.weightscope.model.Binning;

/// Whether histograms share their axis of values.
public enum Axis {
    COMMON,
    /// Each layer from its smallest to its largest value.
    OWN;

    /// The axis that fits how values were counted.
    public static Axis of(Binning binning) {
        return switch (binning.range()) {
            case BinRange.Own _ -> OWN;
            case BinRange.Natural _, BinRange.Fixed _ -> COMMON;
        };
    }
}
