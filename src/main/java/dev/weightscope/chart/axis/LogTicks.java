package dev.weightscope.chart.axis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Ticks and bounds of an axis that is logarithmic.
public final class LogTicks {
    /// What a value may reach beyond the axis before the axis grows, so that 1.003 does not open a
    /// new decade: a pixel or two where the axis spans a factor of 2.
    private static final double TOLERANCE = 1.004;

    /// Where the axis spans a smaller factor than this, 1-2-5 is too coarse and its limits and
    /// ticks are evenly spaced round numbers.
    private static final double NARROW = 10;

    /// The least factor that the axis spans: noise of a per mille shall look flat.
    private static final double NARROWEST = 1.02;

    /// Steps between round numbers that the values of a narrow axis span at most.
    private static final double STEPS = 8;

    private static final double[] MANTISSAS = {1, 2, 5};

    private LogTicks() {}

    /// From a round number below to one above.
    ///
    /// @param smallest positive
    public static Range bounds(double smallest, double largest) {
        double low = roundDown(smallest * TOLERANCE);
        double high = 1 / roundDown(TOLERANCE / largest);
        return largest / smallest < NARROW ? narrow(smallest, largest) : new Range(low, high);
    }

    private static Range narrow(double smallest, double largest) {
        double middle = Math.sqrt(smallest) * Math.sqrt(largest);
        double low = Math.min(smallest, middle / Math.sqrt(NARROWEST));
        double high = Math.max(largest, middle * Math.sqrt(NARROWEST));
        double step = LinearTicks.step((high - low) / STEPS);
        // What may reach beyond: a share of the axis, as the tolerance is of a factor of 2.
        double beyond = 0.006 * (high - low);
        double from = Math.floor((low + beyond) / step) * step;
        double to = Math.ceil((high - beyond) / step) * step;
        return from > 0 && from < to ? new Range(from, to) : new Range(low, high);
    }

    /// The largest 1, 2, 5 × 10ⁿ that is not larger; reciprocals of these are such numbers too.
    private static double roundDown(double value) {
        double power = power(Math.floor(Math.log10(value) + 1e-9));
        double rounded = power;
        for (double mantissa : MANTISSAS) {
            if (mantissa * power <= value * (1 + 1e-9)) {
                rounded = mantissa * power;
            }
        }
        return rounded;
    }

    /// At most about `most` ticks, from fine to coarse: evenly spaced numbers, 1-2-5, decades,
    /// every so many decades.
    public static List<Tick> of(Range range, int most) {
        if (range.high() / range.low() < 2 * NARROW) {
            List<Tick> fine = fine(range);
            return fine.size() >= 3 && fine.size() <= most
                    ? fine
                    : LinearTicks.atMost(range, Math.clamp(most, 2, 6));
        }
        double first = Math.log10(range.low());
        double last = Math.log10(range.high());
        if (3 * (last - first) + 1 <= most) {
            return fine(range);
        }
        boolean isPlain = isPlain(range);
        int stride =
                IntStream.of(1, 2, 3, 5, 10, 20, 50, 100)
                        .filter(each -> (last - first) / each + 1 <= Math.max(2, most))
                        .findFirst()
                        .orElse(200);
        List<Tick> decades =
                IntStream.rangeClosed(floor(first), ceil(last))
                        .filter(exponent -> Math.floorMod(exponent, stride) == 0)
                        .filter(exponent -> exponent >= first - 1e-9 && exponent <= last + 1e-9)
                        .mapToObj(
                                exponent -> new Tick(power(exponent), label(1, exponent, isPlain)))
                        .toList();
        return decades.size() < 2 ? some(fine(range), most) : decades;
    }

    /// Every so many of them, from the first on: one alone would not say what the axis spans.
    private static List<Tick> some(List<Tick> ticks, int most) {
        int gaps = Math.max(1, most - 1);
        int stride = Math.max(1, Math.ceilDiv(ticks.size() - 1, gaps));
        return IntStream.range(0, ticks.size())
                .filter(each -> each % stride == 0)
                .mapToObj(ticks::get)
                .toList();
    }

    /// 1, 2 and 5 times powers of ten.
    private static List<Tick> fine(Range range) {
        boolean isPlain = isPlain(range);
        List<Tick> ticks = new ArrayList<>();
        int last = ceil(Math.log10(range.high()));
        for (int exponent = floor(Math.log10(range.low())); exponent <= last; exponent++) {
            for (double mantissa : MANTISSAS) {
                double value = mantissa * power(exponent);
                if (value >= range.low() * (1 - 1e-9) && value <= range.high() * (1 + 1e-9)) {
                    ticks.add(new Tick(value, label(mantissa, exponent, isPlain)));
                }
            }
        }
        return ticks;
    }

    /// Whether numbers without powers of ten are short enough for the whole axis.
    private static boolean isPlain(Range range) {
        return range.low() >= 3.1e-4 && range.high() <= 3.2e3;
    }

    /// Beside powers of ten, plain where that is no longer: `0.01`, `1`, `100`, but `1e−3`.
    private static String label(double mantissa, int exponent, boolean isPlain) {
        String plain = NumberText.plain(mantissa * power(exponent), Math.max(0, -exponent));
        String scientific = NumberText.scientific((int) mantissa, exponent);
        return isPlain || plain.length() <= scientific.length() ? plain : scientific;
    }

    private static int floor(double exponent) {
        return (int) Math.floor(exponent + 1e-9);
    }

    private static int ceil(double exponent) {
        return (int) Math.ceil(exponent - 1e-9);
    }

    private static double power(double exponent) {
        return Math.pow(10, exponent);
    }
}
