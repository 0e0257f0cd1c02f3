package dev.weightscope.chart.axis;

import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Ticks at multiples of 1, 2 or 5 times a power of ten: 0 is among them where the range holds it.
public final class LinearTicks {
    private static final int MOST = 7;
    private static final double GAP = 8;

    /// More digits than these are not written with a power of ten: `100000.5`.
    private static final int MOST_DIGITS = 4;

    /// An end nearer to 0 than this share of the range is 0 but for rounding.
    private static final double NOTHING = 1e-9;

    /// Ends are seldom round: more digits of them would say more than an axis has to.
    private static final int MOST_DIGITS_OF_AN_END = 2;

    /// A range whose middle is nearer to 0 than this share of it is as wide on both sides.
    private static final double EVEN = 1e-6;

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
        return few(range, length, measure, style);
    }

    /// 0 with one end or both, or else the two ends, as short as it takes: a single number says
    /// nothing of the axis' scale. Only where not even two fit, one of them.
    private static List<Tick> few(
            Range range, double length, TextMeasure measure, TextStyle style) {
        boolean holdsZero = range.contains(0);
        if (Math.abs(range.low() + range.high()) < EVEN * range.span()) {
            Optional<List<Tick>> ends = ends(range, length, measure, style);
            if (ends.isPresent()) {
                return ends.get();
            }
        }
        for (int digits = MOST_DIGITS_OF_AN_END; digits >= 1; digits--) {
            Tick low = end(range.low(), range, digits);
            Tick high = end(range.high(), range, digits);
            Tick zero = new Tick(0, "0");
            boolean isLowLarger = -range.low() > range.high();
            List<List<Tick>> choices =
                    holdsZero
                            ? List.of(
                                    distinct(low, zero, high),
                                    isLowLarger ? distinct(low, zero) : distinct(zero, high),
                                    distinct(low, high))
                            : List.of(distinct(low, high));
            for (List<Tick> choice : choices) {
                if (choice.size() >= 2 && fits(choice, range, length, measure, style)) {
                    return choice;
                }
            }
        }
        return List.of(holdsZero ? new Tick(0, "0") : end(range.low(), range, 1));
    }

    /// Of a range that is as wide on both sides of 0, so that a tick on one side has one on the
    /// other: with 0 if that has room.
    private static Optional<List<Tick>> ends(
            Range range, double length, TextMeasure measure, TextStyle style) {
        for (boolean hasZero : new boolean[] {true, false}) {
            for (int digits = MOST_DIGITS_OF_AN_END; digits >= 1; digits--) {
                Tick low = end(range.low(), range, digits);
                Tick high = end(range.high(), range, digits);
                List<Tick> ticks =
                        hasZero ? List.of(low, new Tick(0, "0"), high) : List.of(low, high);
                if (fits(ticks, range, length, measure, style)) {
                    return Optional.of(ticks);
                }
            }
        }
        return Optional.empty();
    }

    /// Ticks at least about `spacing` apart along `length`; both ends and 0 where there would be
    /// but one.
    public static List<Tick> spaced(Range range, double length, double spacing) {
        int most = (int) Math.clamp(length / spacing + 1, 2, MOST);
        List<Tick> ticks = atMost(range, most);
        if (ticks.size() > 1) {
            return ticks;
        }
        Tick low = end(range.low(), range, MOST_DIGITS_OF_AN_END);
        Tick high = end(range.high(), range, MOST_DIGITS_OF_AN_END);
        double nearer = Math.min(-range.low(), range.high()) / range.span() * length;
        return nearer >= spacing / 2 ? List.of(low, new Tick(0, "0"), high) : List.of(low, high);
    }

    private static Tick end(double value, Range range, int digits) {
        return Math.abs(value) <= NOTHING * range.span()
                ? new Tick(0, "0")
                : new Tick(value, NumberText.shortest(value, digits));
    }

    /// Without ticks that say the same.
    private static List<Tick> distinct(Tick... ticks) {
        List<Tick> distinct = new ArrayList<>();
        for (Tick tick : ticks) {
            if (distinct.stream().noneMatch(each -> each.label().equals(tick.label()))) {
                distinct.add(tick);
            }
        }
        return distinct;
    }

    /// At most `count` ticks, at least one.
    public static List<Tick> atMost(Range range, int count) {
        double step = step(range.span() / (count + 1));
        while (last(range, step) - first(range, step) + 1 > count) {
            step = step(step * 1.5);
        }
        List<Tick> ticks = at(range, step);
        return ticks.isEmpty() ? List.of(end(range.low(), range, MOST_DIGITS_OF_AN_END)) : ticks;
    }

    private static long first(Range range, double step) {
        return (long) Math.ceil(range.low() / step - 1e-9);
    }

    private static long last(Range range, double step) {
        return (long) Math.floor(range.high() / step + 1e-9);
    }

    private static List<Tick> at(Range range, double step) {
        long first = first(range, step);
        long last = last(range, step);
        double largest = Math.max(Math.abs(first * step), Math.abs(last * step));
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        double digits = Math.floor(Math.log10(largest)) - Math.floor(Math.log10(step) + 1e-9) + 1;
        boolean isPower = (largest >= 1e5 || decimals > 4) && digits <= MOST_DIGITS;
        List<Tick> ticks = new ArrayList<>();
        for (long index = first; index <= last; index++) {
            double value = index * step;
            String label =
                    index == 0
                            ? "0"
                            : isPower
                                    ? NumberText.power(value, MOST_DIGITS)
                                    : NumberText.plain(value, decimals);
            ticks.add(new Tick(value, label));
        }
        return ticks;
    }

    /// The smallest of 1, 2, 5 × 10ⁿ that is not smaller.
    static double step(double atLeast) {
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= atLeast * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /// Whether the labels keep their distance where they are drawn: each at its tick, but moved
    /// inside the axis.
    private static boolean fits(
            List<Tick> ticks, Range range, double length, TextMeasure measure, TextStyle style) {
        double end = Double.NEGATIVE_INFINITY;
        for (Tick tick : ticks) {
            double width = measure.textWidth(tick.label(), style);
            double center = range.share(tick.value()) * length;
            double start = Math.max(0, Math.min(center - width / 2, length - width));
            if (width > length || start < end + GAP) {
                return false;
            }
            end = start + width;
        }
        return true;
    }
}
