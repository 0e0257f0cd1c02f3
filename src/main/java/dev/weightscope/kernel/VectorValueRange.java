package dev.weightscope.kernel;

import static dev.weightscope.kernel.VectorFunctions.FLOATS;
import static dev.weightscope.kernel.VectorFunctions.LANES;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.UMAX;
import static jdk.incubator.vector.VectorOperators.UMIN;

import java.lang.invoke.MethodHandle;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/// [ValueRange] in vectors, by the extremes of the values' bits as integers, as
/// [VectorMomentsBlock] has them.
final class VectorValueRange {
    private static final MethodHandle[] LANES_OF_VALUES =
            OutOfLine.handle(
                    VectorValueRange.class, "lanes", float[].class, int.class, float[].class);

    private VectorValueRange() {}

    /// As [ValueRange#plain], with the values behind the last whole vector in plain loops.
    static ValueRange of(float[] values, int length) {
        int whole = length - length % LANES;
        if (whole == 0) {
            return ValueRange.plain(values, 0, length);
        }
        float[] found = new float[4 * LANES];
        try {
            LANES_OF_VALUES[0].invokeExact(values, whole, found);
        } catch (Throwable thrown) {
            throw OutOfLine.unchecked(thrown);
        }
        // extremes are among the values, and so are the least of each sign, of which one is a zero
        return ValueRange.plain(found, 0, found.length)
                .and(ValueRange.plain(values, whole, length));
    }

    /// @param whole how many values, at least those of a vector
    /// @param found overwritten by values of each lane: the smallest, the largest, and those whose
    ///   bits are least, unsigned and signed
    static void lanes(float[] values, int whole, float[] found) {
        IntVector least = FloatVector.fromArray(FLOATS, values, 0).reinterpretAsInts();
        IntVector most = least;
        IntVector leastUnsigned = least;
        IntVector mostUnsigned = least;
        for (int i = LANES; i < whole; i += LANES) {
            IntVector bits = FloatVector.fromArray(FLOATS, values, i).reinterpretAsInts();
            least = least.min(bits);
            most = most.max(bits);
            leastUnsigned = leastUnsigned.lanewise(UMIN, bits);
            mostUnsigned = mostUnsigned.lanewise(UMAX, bits);
        }
        least.blend(mostUnsigned, least.compare(LT, 0)).reinterpretAsFloats().intoArray(found, 0);
        least.blend(most, most.compare(GE, 0)).reinterpretAsFloats().intoArray(found, LANES);
        leastUnsigned.reinterpretAsFloats().intoArray(found, 2 * LANES);
        least.reinterpretAsFloats().intoArray(found, 3 * LANES);
    }
}
