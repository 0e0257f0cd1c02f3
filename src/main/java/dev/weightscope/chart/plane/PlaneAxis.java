package dev.weightscope.chart.plane;

import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.ValueScale;

/// An axis of a plane.
///
/// @param name what its values are: `weight variance σ_w²`
/// @param symbol the same in a few characters, before a value: `σ_w²`
/// @param range that the plot spans
public record PlaneAxis(String name, String symbol, ValueScale scale, Range range) {
    private static final int DIGITS = 3;

    /// With the name alone.
    public static PlaneAxis of(String name, ValueScale scale, Range range) {
        return new PlaneAxis(name, name, scale, range);
    }

    public PlaneAxis withRange(Range other) {
        return new PlaneAxis(name, symbol, scale, other);
    }

    /// Where a value lies: 0 at the low end, 1 at the high end; beyond them outside of 0..1, and
    /// NaN where it has no place.
    public double share(double value) {
        return scale.holds(value) ? scale.share(range, value) : Double.NaN;
    }

    /// The value at a share of the way.
    public double at(double share) {
        return switch (scale) {
            case LOG -> range.low() * Math.pow(range.high() / range.low(), share);
            case LINEAR, SHARE -> range.at(share);
        };
    }

    boolean holds(double value) {
        return scale.holds(value) && range.contains(value);
    }

    /// A value with what it is a value of: `σ_w² 1.3`.
    String told(double value) {
        return symbol + " " + text(value);
    }

    String text(double value) {
        return scale.text(value, DIGITS);
    }
}
