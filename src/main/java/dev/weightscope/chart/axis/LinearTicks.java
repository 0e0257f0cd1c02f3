package dev.weightscope.chart.axis;

import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import java.util.ArrayList;
import java.util.List;

/// Ticks at multiples of 1, 2 or 5 times a power of ten.
public final class LinearTicks {
    private static final int MOST = 7;
    private static final double GAP = 8;

    private LinearTicks() {}

    /// As many ticks as fit side by side along `length`, and not more than read well there.
    public static List<Tick> fitting(
            Range range, double length, TextMeasure measure, TextStyle style) {
        int most = (int) Math.clamp(length / 44, 3, MOST);
        for (int count = most; count >= 2; count--) {
            List<Tick> ticks = atMost(range, count);
            if (ticks.size() >= 2 && fits(ticks, range, length, measure, style)) {
                return ticks;
            }
        }
        return ends(range, length, measure, style);
    }

    /// The two ends, as short as it takes: a single number says nothing of the axis' scale. Only
    /// where not even they fit, one of them.
    private static List<Tick> ends(
            Range range, double length, TextMeasure measure, TextStyle style) {
        List<Tick> ticks = List.of();
        for (int digits = 3; digits >= 1; digits--) {
            ticks =
                    List.of(
                            new Tick(range.low(), NumberText.shortest(range.low(), digits)),
                            new Tick(range.high(), NumberText.shortest(range.high(), digits)));
            double taken =
                    ticks.stream()
                            .mapToDouble(tick -> measure.textWidth(tick.label(), style))
                            .sum();
            if (taken + GAP <= length) {
                return ticks;
            }
        }
        return ticks.subList(0, 1);
    }

    /// At most `count` ticks, at least one.
    public static List<Tick> atMost(Range range, int count) {
        double step = step(range.span() / (count + 1));
        List<Tick> ticks = at(range, step);
        while (ticks.size() > count) {
            step = step(step * 1.5);
            ticks = at(range, step);
        }
        return ticks.isEmpty() ? List.of(new Tick(range.low(), label(range.low(), step))) : ticks;
    }

    private static List<Tick> at(Range range, double step) {
        List<Tick> ticks = new ArrayList<>();
        long first = (long) Math.ceil(range.low() / step - 1e-9);
        long last = (long) Math.floor(range.high() / step + 1e-9);
        for (long index = first; index <= last; index++) {
            ticks.add(new Tick(index * step, label(index * step, step)));
        }
        return ticks;
    }

    /// The smallest of 1, 2, 5 × 10ⁿ that is not smaller.
    private static double step(double atLeast) {
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= atLeast * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static String label(double value, double step) {
        if (Math.abs(value) < step / 2) {
            return "0";
        }
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        return Math.abs(value) >= 1e5 || decimals > 4
                ? NumberText.significant(value, 3)
                : NumberText.plain(value, decimals);
    }

    private static boolean fits(
            List<Tick> ticks, Range range, double length, TextMeasure measure, TextStyle style) {
        double end = Double.NEGATIVE_INFINITY;
        for (Tick tick : ticks) {
            double width = measure.textWidth(tick.label(), style);
            double center = range.share(tick.value()) * length;
            if (center - width / 2 < end + GAP) {
                return false;
            }
            end = center + width / 2;
        }
        return true;
    }
}
