package dev.weightscope.inspect;

import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.PowerSums;
import dev.weightscope.kernel.ValueRange;

/// Values in single precision, whose loops are those of a kernel.
///
/// @param values not modified
record FloatChunk(Kernel kernel, float[] values, int count) implements Chunk {
    @Override
    public double at(int place) {
        return values[place];
    }

    @Override
    public Range range() {
        ValueRange found = kernel.range(values, count);
        return new Range(found.low(), found.high(), found.isFinite(), found.hasZero());
    }

    @Override
    public PowerSums powers(double center) {
        return kernel.powers(values, count, center);
    }

    @Override
    public Chunk finite() {
        float[] finite = new float[count];
        int some = 0;
        for (int i = 0; i < count; i++) {
            if (Float.isFinite(values[i])) {
                finite[some++] = values[i];
            }
        }
        return new FloatChunk(kernel, finite, some);
    }
}
