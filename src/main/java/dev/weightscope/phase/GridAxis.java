package dev.weightscope.phase;

import dev.weightscope.model.Numbers;
import dev.weightscope.model.Refusal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Values at equal distances.
///
/// @param low at least 0
/// @param high above `low`, at most [#MOST]
/// @param count how many there are, both ends among them, 2..[#MOST_POINTS]
public record GridAxis(double low, double high, int count) {
    public static final double MOST = 1e6;
    public static final int MOST_POINTS = 1000;

    /// More than doubles have.
    private static final MathContext DIGITS = MathContext.DECIMAL128;

    /// @throws Refusal if a number is outside its range
    public GridAxis {
        if (!(low >= 0 && low < high && high <= MOST)) {
            throw new Refusal(
                    "%s to %s is no range within 0..%s that grows"
                            .formatted(
                                    Numbers.plain(low), Numbers.plain(high), Numbers.plain(MOST)));
        }
        if (count < 2 || count > MOST_POINTS) {
            throw new Refusal("%d points are outside 2..%d".formatted(count, MOST_POINTS));
        }
    }

    /// The value at a place, rounded once: of 0 to 1 in ten steps 0.9 and not 0.8999999999999999.
    public double at(int index) {
        BigDecimal first = BigDecimal.valueOf(low);
        return BigDecimal.valueOf(high)
                .subtract(first)
                .multiply(BigDecimal.valueOf(index))
                .divide(BigDecimal.valueOf(count - 1L), DIGITS)
                .add(first)
                .doubleValue();
    }

    /// All values, ascending.
    double[] values() {
        return IntStream.range(0, count).mapToDouble(this::at).toArray();
    }

    public List<Double> points() {
        return Arrays.stream(values()).boxed().toList();
    }

    /// The same range with fewer points, about every so many-th.
    GridAxis coarser(int times) {
        return new GridAxis(low, high, Math.max(2, (count - 1) / times + 1));
    }

    /// A quarter of the range with as many points, around a value as far as that is not below 0.
    GridAxis around(double value) {
        double span = (high - low) / 4;
        double center = Math.min(value, MOST - span);
        double from = Math.max(0, center - span / 2);
        return new GridAxis(rounded(from), rounded(from + span), count);
    }

    /// Four digits: it is read.
    private static double rounded(double value) {
        return new BigDecimal(value).round(new MathContext(4)).doubleValue();
    }
}
