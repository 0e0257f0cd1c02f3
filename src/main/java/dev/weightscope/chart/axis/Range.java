package dev.weightscope.chart.axis;

import dev.weightscope.chart.Axes;
import dev.weightscope.chart.Box;
import dev.weightscope.model.Histogram;
import java.util.Optional;
import java.util.stream.Stream;

/// The values that an axis spans; finite, and never empty.
public record Range(double low, double high) {
    public Range {
        if (!(low < high) || Double.isInfinite(high - low)) {
            throw new IllegalArgumentException(
                    "range %s..%s is empty or not finite".formatted(low, high));
        }
    }

    /// From low to high, made wider around a single value.
    public static Range around(double low, double high) {
        if (low < high) {
            return new Range(low, high);
        }
        double margin = low == 0 ? 1 : Math.abs(low) / 2;
        return new Range(low - margin, low + margin);
    }

    public static Range of(Histogram histogram) {
        return around(histogram.low(), histogram.high());
    }

    /// @param span with both bounds
    public static Range of(Axes.Span span) {
        return around(span.low(), span.high());
    }

    /// Of the first axis of a chart; empty where no value moves one.
    public static Optional<Range> first(Axes axes) {
        return axes.own().stream().map(Range::of).findFirst();
    }

    public Axes.Span toSpan() {
        return new Axes.Span(low, high);
    }

    /// The smallest range that holds all; empty where there is none.
    public static Optional<Range> union(Stream<Range> ranges) {
        return ranges.reduce(Range::union);
    }

    public Range union(Range other) {
        return new Range(Math.min(low, other.low), Math.max(high, other.high));
    }

    public Range withZero() {
        return new Range(Math.min(low, 0), Math.max(high, 0));
    }

    public double span() {
        return high - low;
    }

    public boolean contains(double value) {
        return value >= low && value <= high;
    }

    /// Where a value lies: 0 at low, 1 at high.
    public double share(double value) {
        return (value - low) / (high - low);
    }

    /// The value at a share of the way.
    public double at(double share) {
        return low + share * (high - low);
    }

    public double toX(double value, Box box) {
        return box.x() + share(value) * box.width();
    }
}
