package dev.weightscope.kernel;

import static dev.weightscope.kernel.VectorFunctions.FLOATS;
import static dev.weightscope.kernel.VectorFunctions.LANES;

import java.lang.invoke.MethodHandle;
import jdk.incubator.vector.FloatVector;

/// The parts of [DotProducts] in vectors: each lane is a part.
final class VectorDotProducts {
    private static final MethodHandle[] LANES_OF_ROWS =
            OutOfLine.handle(
                    VectorDotProducts.class,
                    "lanes",
                    float[].class,
                    int.class,
                    float[].class,
                    int.class,
                    int.class,
                    float[].class,
                    int.class);

    private VectorDotProducts() {}

    /// As [DotProducts#plain], with the terms behind the last whole sixteen in plain loops.
    static void parts(float[] a, int aAt, float[] b, int bAt, int inner, float[] parts) {
        int whole = inner - inner % SmallLoops.WIDTH;
        for (int part = 0; part < SmallLoops.WIDTH; part += LANES) {
            try {
                LANES_OF_ROWS[0].invokeExact(a, aAt + part, b, bAt + part, whole, parts, part);
            } catch (Throwable thrown) {
                throw OutOfLine.unchecked(thrown);
            }
        }
        DotProducts.add(a, aAt, b, bAt, whole, inner, parts);
    }

    /// The parts of one vector, the first of which is `part`.
    static void lanes(float[] a, int aAt, float[] b, int bAt, int whole, float[] parts, int part) {
        FloatVector sum = FloatVector.zero(FLOATS);
        for (int k = 0; k < whole; k += SmallLoops.WIDTH) {
            sum =
                    FloatVector.fromArray(FLOATS, a, aAt + k)
                            .fma(FloatVector.fromArray(FLOATS, b, bAt + k), sum);
        }
        sum.intoArray(parts, part);
    }
}
