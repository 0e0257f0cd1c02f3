package dev.weightscope.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

/// What the axes of a chart span, and those of the charts that it is made of: to be held over
/// several pictures, so that nothing moves from one to the next but the data.
///
/// @param own in an order that is the chart's
/// @param parts in the order of the charts
public record Axes(List<Span> own, List<Axes> parts) {
    /// Of a chart whose axes no value moves.
    public static final Axes NONE = new Axes(List.of(), List.of());

    /// From the least to the greatest value on an axis.
    ///
    /// @param low infinite where there is no bound
    /// @param high infinite where there is no bound
    public record Span(double low, double high) {
        /// No bound is common to all that is on the axis; nor is there one with anything else.
        public static final Span UNBOUNDED =
                new Span(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

        Span union(Span other) {
            return new Span(Math.min(low, other.low), Math.max(high, other.high));
        }

        public boolean isBounded() {
            return Double.isFinite(low) && Double.isFinite(high);
        }
    }

    public Axes {
        own = List.copyOf(own);
        parts = List.copyOf(parts);
    }

    public static Axes of(List<Span> own) {
        return new Axes(own, List.of());
    }

    /// Of charts that are placed together.
    static Axes ofParts(List<? extends Chart> charts) {
        return new Axes(List.of(), charts.stream().map(Chart::axes).toList());
    }

    /// The least that spans both, axis by axis; what one of them has not is the other's.
    public Axes union(Axes other) {
        return new Axes(union(own, other.own, Span::union), union(parts, other.parts, Axes::union));
    }

    /// Charts on axes that span at least what their parts of these do.
    List<Chart> on(List<? extends Chart> charts) {
        return IntStream.range(0, charts.size())
                .<Chart>mapToObj(
                        i -> i < parts.size() ? charts.get(i).on(parts.get(i)) : charts.get(i))
                .toList();
    }

    private static <T> List<T> union(List<T> one, List<T> other, BinaryOperator<T> both) {
        List<T> union = new ArrayList<>();
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            if (i >= one.size()) {
                union.add(other.get(i));
            } else {
                union.add(i < other.size() ? both.apply(one.get(i), other.get(i)) : one.get(i));
            }
        }
        return union;
    }
}
