package dev.weightscope.chart.histogram;

import dev.weightscope.model.BinRange;
import dev.weightscope.model.Binning;

/// Whether histograms share their axis of values.
public enum Axis {
    COMMON,
    /// Each layer from its smallest to its largest value.
    OWN;

    /// What is said beneath layers that each have an axis of their own.
    static final String OWN_REMARK = "Each layer from its own smallest to its largest value.";

    /// What is said beneath a picture of all layers.
    ///
    /// @param common what there is to say where they share their axis
    static String caption(HistogramView view, String common) {
        String axis =
                switch (view.axis()) {
                    case OWN -> OWN_REMARK;
                    case COMMON -> common;
                };
        return (view.names().remark() + " " + axis).strip();
    }

    /// The axis that fits how values were counted.
    public static Axis of(Binning binning) {
        return switch (binning.range()) {
            case BinRange.Own _ -> OWN;
            case BinRange.Natural _, BinRange.Fixed _ -> COMMON;
        };
    }

    /// How values have to be counted for this axis: bins between a layer's own ends cannot be made
    /// from bins between other ends.
    public Binning binning(Binning before) {
        if (of(before) == this) {
            return before;
        }
        return before.withRange(
                switch (this) {
                    case COMMON -> new BinRange.Natural();
                    case OWN -> new BinRange.Own();
                });
    }
}
