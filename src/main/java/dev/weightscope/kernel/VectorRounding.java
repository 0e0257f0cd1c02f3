package dev.weightscope.kernel;

import static dev.weightscope.kernel.VectorFunctions.FLOATS;
import static dev.weightscope.kernel.VectorFunctions.LANES;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.NE;

import dev.weightscope.model.NumberFormat;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/// [Rounding] in vectors: the same operations in the same order, hence the same bits.
final class VectorRounding {
    private VectorRounding() {}

    /// As [Rounding#round].
    static int round(NumberFormat format, float[] in, float[] out, int from, int to) {
        int end = to - (to - from) % LANES;
        int flushed =
                switch (format) {
                    case FLOAT32 -> Rounding.round(format, in, out, from, end);
                    case BFLOAT16 -> toBfloat16(in, out, from, end);
                    case FLOAT16 -> toFloat16(in, out, from, end);
                };
        return flushed + Rounding.round(format, in, out, end, to);
    }

    private static int toBfloat16(float[] in, float[] out, int from, int to) {
        int flushed = 0;
        for (int i = from; i < to; i += LANES) {
            FloatVector x = FloatVector.fromArray(FLOATS, in, i);
            IntVector bits = x.reinterpretAsInts();
            FloatVector rounded =
                    bits.lanewise(LSHR, Rounding.LOWER_HALF)
                            .and(1)
                            .add(bits)
                            .add(Rounding.LESS_THAN_HALF)
                            .and(Rounding.UPPER_HALF_MASK)
                            .reinterpretAsFloats()
                            .blend(Float.NaN, x.compare(NE, x));
            rounded.intoArray(out, i);
            flushed += x.compare(NE, 0).and(rounded.compare(EQ, 0)).trueCount();
        }
        return flushed;
    }

    private static int toFloat16(float[] in, float[] out, int from, int to) {
        int flushed = 0;
        for (int i = from; i < to; i += LANES) {
            FloatVector x = FloatVector.fromArray(FLOATS, in, i);
            IntVector bits = x.reinterpretAsInts();
            FloatVector steps =
                    bits.and(Rounding.EXPONENT)
                            .max(Rounding.LOWEST_EXPONENT)
                            .min(Rounding.HIGHEST_EXPONENT)
                            .add(Rounding.STEP_SHIFT)
                            .reinterpretAsFloats();
            FloatVector rounded =
                    x.abs()
                            .add(steps)
                            .sub(steps)
                            .mul(Rounding.LIFT)
                            .mul(1 / Rounding.LIFT)
                            .reinterpretAsInts()
                            .or(bits.and(Rounding.SIGN))
                            .reinterpretAsFloats()
                            .blend(Float.NaN, x.compare(NE, x));
            rounded.intoArray(out, i);
            flushed += x.compare(NE, 0).and(rounded.compare(EQ, 0)).trueCount();
        }
        return flushed;
    }
}
