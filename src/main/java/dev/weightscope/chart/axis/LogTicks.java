package dev.weightscope.chart.axis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Ticks and bounds of an axis that is logarithmic.
public final class LogTicks {
    /// What a value may reach beyond the axis before the axis grows, so that 1.003 does not open a
    /// new decade: a pixel or two where the axis spans a factor of 2.
    private static final double TOLERANCE = 1.004;

    private static final double[] MANTISSAS = {1, 2, 5};

    private LogTicks() {}

    /// From a 1, 2 or 5 × 10ⁿ below to one above; at least a factor of 2.
    ///
    /// @param smallest positive
    public static Range bounds(double smallest, double largest) {
        double low = roundDown(smallest * TOLERANCE);
        double high = 1 / roundDown(TOLERANCE / largest);
        if (high < low * 1.9) {
            low = roundDown(low / 1.4);
            high = 1 / roundDown(1 / (high * 1.4));
        }
        return new Range(low, high);
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

    /// At most about `most` ticks, from fine to coarse: 1-2-5, decades, every so many decades.
    public static List<Tick> of(Range range, int most) {
        double first = Math.log10(range.low());
        double last = Math.log10(range.high());
        boolean isPlain = first >= -3.5 && last <= 3.5;
        int low = (int) Math.floor(first + 1e-9);
        int high = (int) Math.ceil(last - 1e-9);
        if (3 * (last - first) + 1 <= most) {
            List<Tick> fine = new ArrayList<>();
            for (int exponent = low; exponent <= high; exponent++) {
                for (double mantissa : MANTISSAS) {
                    double value = mantissa * power(exponent);
                    if (value >= range.low() * (1 - 1e-9) && value <= range.high() * (1 + 1e-9)) {
                        fine.add(new Tick(value, fineLabel(mantissa, exponent, isPlain)));
                    }
                }
            }
            return fine;
        }
        int stride =
                IntStream.of(1, 2, 3, 5, 10, 20, 50, 100)
                        .filter(each -> (last - first) / each + 1 <= Math.max(2, most))
                        .findFirst()
                        .orElse(200);
        return IntStream.rangeClosed(low, high)
                .filter(exponent -> Math.floorMod(exponent, stride) == 0)
                .filter(exponent -> exponent >= first - 1e-9 && exponent <= last + 1e-9)
                .mapToObj(exponent -> new Tick(power(exponent), label(exponent, isPlain)))
                .toList();
    }

    private static String fineLabel(double mantissa, int exponent, boolean isPlain) {
        if (isPlain) {
            return NumberText.significant(mantissa * power(exponent), 3);
        }
        return NumberText.scientific((int) mantissa, exponent);
    }

    private static String label(int exponent, boolean isPlain) {
        return isPlain
                ? NumberText.significant(power(exponent), 3)
                : NumberText.scientific(1, exponent);
    }

    private static double power(double exponent) {
        return Math.pow(10, exponent);
    }
}
