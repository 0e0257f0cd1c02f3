package dev.weightscope.chart.spectrum;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.ValueAxis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An axis of logarithms to the base 10, which may lie beyond the range of double.
final class LogAxis {
    /// It spans no more decades, unless largest values are farther apart: far smaller values are
    /// told as a share.
    private static final double MOST_DECADES = 7;

    private static final double LEAST_DECADES = 1;
    private static final double MARGIN = 0.15;

    /// So near to the values 1 is on the axis too.
    private static final double NEAR_ONE = 3;

    private static final double SPACING = 14;

    /// Of a label beyond its end of the axis, beside which the next one may begin.
    private static final double OVERHANG = 4;

    private LogAxis() {}

    /// Around all values, or as many decades below the largest as there is room for, and at least
    /// around the largest of each cell.
    ///
    /// @param held what it spans in any case
    static Range around(Stream<SpectrumCell> cells, Optional<Range> held) {
        Optional<Range> needed = needed(cells);
        return Range.union(Stream.concat(needed.stream(), held.stream()))
                .orElseGet(() -> new Range(-1, 1));
    }

    /// Empty where no value has a place.
    private static Optional<Range> needed(Stream<SpectrumCell> cells) {
        double high = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        double leastHigh = Double.POSITIVE_INFINITY;
        for (SpectrumCell cell : cells.filter(SpectrumCell::isFinite).toList()) {
            if (!cell.logarithms().isEmpty() && Double.isFinite(cell.logarithms().getFirst())) {
                high = Math.max(high, cell.logarithms().getFirst());
                leastHigh = Math.min(leastHigh, cell.logarithms().getFirst());
                low = Math.min(low, cell.logarithms().getLast());
            }
        }
        if (high < low) {
            return Optional.empty();
        }
        if (high < 0 && high > -NEAR_ONE) {
            high = 0;
        }
        low = Math.max(low, Math.min(high - MOST_DECADES, leastHigh - LEAST_DECADES));
        if (low > 0 && low < NEAR_ONE) {
            low = 0;
        }
        double missing = Math.max(0, LEAST_DECADES - (high - low)) / 2;
        return Optional.of(new Range(low - missing - MARGIN, high + missing + MARGIN));
    }

    /// 10^logarithm with two significant digits, be it beyond the range of double.
    static String number(double logarithm) {
        if (Math.abs(logarithm) < 300) {
            return NumberText.significant(Math.pow(10, logarithm), 3);
        }
        double exponent = Math.floor(logarithm);
        return "%s e%.0f"
                .formatted(NumberText.significant(Math.pow(10, logarithm - exponent), 2), exponent)
                .replace(" ", "")
                .replace('-', '−');
    }

    /// Powers of ten, as many as have room.
    static ValueAxis under(Box plot, Range range, TextMeasure measure) {
        int first = (int) Math.ceil(range.low());
        int last = (int) Math.floor(range.high());
        for (int stride : new int[] {1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000}) {
            List<PlacedText> labels = new ArrayList<>();
            List<Double> places = new ArrayList<>();
            double end = Double.NEGATIVE_INFINITY;
            boolean fits = true;
            for (int exponent = first; exponent <= last; exponent++) {
                if (Math.floorMod(exponent, stride) != 0) {
                    continue;
                }
                double x = range.toX(exponent, plot);
                PlacedText label =
                        PlacedText.of(
                                        measure,
                                        text(exponent),
                                        x,
                                        plot.bottom() + 12.5,
                                        TextStyle.TICK,
                                        Anchor.MIDDLE)
                                .within(plot.x() - OVERHANG, plot.right() + OVERHANG);
                fits &= label.box().x() >= end + SPACING / 2;
                end = label.box().right();
                labels.add(label);
                places.add(x);
            }
            if (fits) {
                return new ValueAxis(labels, places);
            }
        }
        return new ValueAxis(List.of(), List.of());
    }

    private static String text(int exponent) {
        return switch (exponent) {
            case -2 -> "0.01";
            case -1 -> "0.1";
            case 0 -> "1";
            case 1 -> "10";
            case 2 -> "100";
            default -> ("1e" + exponent).replace('-', '−');
        };
    }
}
