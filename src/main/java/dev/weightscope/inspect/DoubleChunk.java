package dev.weightscope.inspect;

import dev.weightscope.kernel.PowerSums;
import java.util.Arrays;

/// Values in double precision, in plain loops.
///
/// @param values not modified
record DoubleChunk(double[] values, int count) implements Chunk {
    @Override
    public double at(int place) {
        return values[place];
    }

    @Override
    public Range range() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        boolean finite = true;
        boolean zero = false;
        for (int i = 0; i < count; i++) {
            double value = values[i];
            low = value < low ? value : low;
            high = value > high ? value : high;
            finite &= Math.abs(value) < Double.POSITIVE_INFINITY;
            zero |= value == 0;
        }
        return new Range(low, high, finite, zero);
    }

    @Override
    public PowerSums powers(double center) {
        return PowerSums.of(values, count, center);
    }

    @Override
    public Chunk finite() {
        double[] finite = Arrays.stream(values, 0, count).filter(Double::isFinite).toArray();
        return new DoubleChunk(finite, finite.length);
    }
}
