package dev.weightscope.chart.plane;

import dev.weightscope.chart.Ink;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.ValueScale;
import java.util.List;

/// Which colours values have.
///
/// @param range the values whose colours are the ends; what lies beyond has the same ones
/// @param scale how colours lie between them
/// @param ends what is written at the ends of its key, and between them: `½`, `1`, `2`
public record Ramp(Kind kind, Range range, ValueScale scale, List<String> ends) {
    /// How the colours follow each other.
    public enum Kind {
        /// From few to many.
        SEQUENTIAL,
        /// From below a middle, which has the background's colour, to above it.
        DIVERGING
    }

    public Ramp {
        ends = List.copyOf(ends);
    }

    public static Ramp sequential(Range range, ValueScale scale, List<String> ends) {
        return new Ramp(Kind.SEQUENTIAL, range, scale, ends);
    }

    /// @param range its middle, by the scale, is what has the background's colour
    public static Ramp diverging(Range range, ValueScale scale, List<String> ends) {
        return new Ramp(Kind.DIVERGING, range, scale, ends);
    }

    /// Where a value's colour lies, 0..1; NaN for NaN.
    double share(double value) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        if (value <= range.low()) {
            return 0;
        }
        return value >= range.high() ? 1 : scale.share(range, value);
    }

    /// Whether a value is where the colours of below and above meet.
    boolean isMiddle(double value) {
        return kind == Kind.DIVERGING && Math.abs(share(value) - 0.5) < 1e-9;
    }

    /// The colour at a share, that of what is not a number for NaN.
    Ink ink(double share, Palette palette) {
        if (Double.isNaN(share)) {
            return palette.background().mix(palette.danger(), 0.35);
        }
        return switch (kind) {
            case SEQUENTIAL -> palette.density(share);
            case DIVERGING -> palette.diverging(2 * share - 1);
        };
    }
}
