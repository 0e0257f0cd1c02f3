package dev.weightscope.kernel;

import static dev.weightscope.kernel.VectorFunctions.FLOATS;
import static dev.weightscope.kernel.VectorFunctions.LANES;

import java.lang.invoke.MethodHandle;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// [Extremes] in vectors.
final class VectorExtremes {
    private static final MethodHandle[] LANES_OF_ROWS =
            OutOfLine.handle(
                    VectorExtremes.class,
                    "lanes",
                    float[].class,
                    int.class,
                    int.class,
                    int.class,
                    int.class,
                    float[].class);

    private VectorExtremes() {}

    /// As [SmallLoops#extremes], with the columns behind the last whole vector in plain loops.
    static Extremes of(Strided x, int rows, int columns) {
        int whole = columns - columns % LANES;
        float[] found = new float[2 * LANES];
        try {
            LANES_OF_ROWS[0].invokeExact(x.values(), x.at(), x.stride(), rows, whole, found);
        } catch (Throwable thrown) {
            throw OutOfLine.unchecked(thrown);
        }
        Strided lanes = new Strided(found, 0, LANES);
        Extremes lows = Extremes.plain(lanes, 1, 0, LANES);
        Extremes highs = Extremes.plain(lanes.fromRow(1), 1, 0, LANES);
        return new Extremes(lows.low(), highs.high()).and(Extremes.plain(x, rows, whole, columns));
    }

    /// @param found the smallest of each lane, then the largest; overwritten
    static void lanes(float[] x, int at, int stride, int rows, int whole, float[] found) {
        FloatVector low = FloatVector.broadcast(FLOATS, Float.POSITIVE_INFINITY);
        FloatVector high = low.neg();
        for (int i = 0, row = at; i < rows; i++, row += stride) {
            for (int j = 0; j < whole; j += LANES) {
                FloatVector value = FloatVector.fromArray(FLOATS, x, row + j);
                VectorMask<Float> finite = value.abs().lt(Float.POSITIVE_INFINITY);
                low = low.blend(value, value.lt(low).and(finite));
                high = high.blend(value, value.compare(VectorOperators.GT, high).and(finite));
            }
        }
        low.intoArray(found, 0);
        high.intoArray(found, LANES);
    }
}
