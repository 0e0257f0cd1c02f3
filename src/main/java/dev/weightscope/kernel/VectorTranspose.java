package dev.weightscope.kernel;

import static dev.weightscope.kernel.VectorFunctions.FLOATS;
import static dev.weightscope.kernel.VectorFunctions.LANES;

import java.lang.invoke.MethodHandle;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/// Transposes squares of as many rows as a vector has lanes.
///
/// In step s = 1, 2, 4, … the rows i and i + s, for each i without the bit s, exchange the lanes
/// with it of the one for those without it of the other. After the last step element (i, j) is
/// where (j, i) was. Two steps at a time are done to four rows in registers.
final class VectorTranspose {
    /// Floats of scratch memory.
    static final int WORK = LANES * LANES;

    private static final MethodHandle[] SQUARE =
            OutOfLine.handle(
                    VectorTranspose.class,
                    "square",
                    float[].class,
                    int.class,
                    int.class,
                    float.class,
                    float[].class,
                    int.class,
                    int.class,
                    float[].class);

    // lanes from s below or above, and lanes with the bit s or without it; constants, since the JIT
    // compiler makes slower code of the same ones in an array

    private static final VectorShuffle<Float> BELOW_1 = from(-1);
    private static final VectorShuffle<Float> ABOVE_1 = from(1);
    private static final VectorMask<Float> WITH_1 = with(1);
    private static final VectorMask<Float> WITHOUT_1 = WITH_1.not();
    private static final VectorShuffle<Float> BELOW_2 = from(-2);
    private static final VectorShuffle<Float> ABOVE_2 = from(2);
    private static final VectorMask<Float> WITH_2 = with(2);
    private static final VectorMask<Float> WITHOUT_2 = WITH_2.not();
    private static final VectorShuffle<Float> BELOW_4 = from(-4);
    private static final VectorShuffle<Float> ABOVE_4 = from(4);
    private static final VectorMask<Float> WITH_4 = with(4);
    private static final VectorMask<Float> WITHOUT_4 = WITH_4.not();
    private static final VectorShuffle<Float> BELOW_8 = from(-8);
    private static final VectorShuffle<Float> ABOVE_8 = from(8);
    private static final VectorMask<Float> WITH_8 = with(8);
    private static final VectorMask<Float> WITHOUT_8 = WITH_8.not();

    private VectorTranspose() {}

    private static VectorShuffle<Float> from(int distance) {
        return VectorShuffle.fromOp(FLOATS, lane -> (lane + distance) & (LANES - 1));
    }

    private static VectorMask<Float> with(int bit) {
        boolean[] lanes = new boolean[LANES];
        for (int lane = 0; lane < LANES; lane++) {
            lanes[lane] = (lane & bit) != 0;
        }
        return VectorMask.fromArray(FLOATS, lanes, 0);
    }

    /// Transposes a part of a matrix: `out[outAt + i·outStride + j]` = factor · the element of row
    /// `firstRow + j` and column `firstColumn + i`.
    ///
    /// @param work of at least [#WORK] elements; overwritten
    static void run(
            Matrix in,
            int firstRow,
            int rows,
            int firstColumn,
            int columns,
            float factor,
            float[] out,
            int outAt,
            int outStride,
            float[] work) {
        run(
                in.values(),
                firstRow * in.columns() + firstColumn,
                in.columns(),
                rows,
                columns,
                factor,
                out,
                outAt,
                outStride,
                work);
    }

    /// Transposes rows that begin at `from`, a stride apart.
    ///
    /// @param work as above
    static void run(
            float[] in,
            int from,
            int stride,
            int rows,
            int columns,
            float factor,
            float[] out,
            int outAt,
            int outStride,
            float[] work) {
        int wholeRows = rows - rows % LANES;
        int wholeColumns = columns - columns % LANES;
        for (int j = 0; j < wholeRows; j += LANES) {
            for (int i = 0; i < wholeColumns; i += LANES) {
                int at = from + j * stride + i;
                try {
                    SQUARE[0].invokeExact(
                            in,
                            at,
                            stride,
                            factor,
                            out,
                            outAt + i * outStride + j,
                            outStride,
                            work);
                } catch (Throwable thrown) {
                    throw OutOfLine.unchecked(thrown);
                }
            }
        }
        for (int j = 0; j < rows; j++) {
            int row = from + j * stride;
            for (int i = j < wholeRows ? wholeColumns : 0; i < columns; i++) {
                out[outAt + i * outStride + j] = factor * in[row + i];
            }
        }
    }

    /// `out[outAt + i·outStride + j] = factor · in[at + j·stride + i]` for i, j below a vector's
    /// lanes.
    static void square(
            float[] in,
            int at,
            int stride,
            float factor,
            float[] out,
            int outAt,
            int outStride,
            float[] work) {
        switch (LANES) {
            case 4 -> firstSteps(in, at, stride, factor, out, outAt, outStride);
            case 8 -> ofEight(in, at, stride, factor, out, outAt, outStride);
            case 16 -> {
                firstSteps(in, at, stride, factor, work, 0, LANES);
                lastStepsOfSixteen(work, out, outAt, outStride);
            }
            default -> {
                for (int j = 0; j < LANES; j++) {
                    for (int i = 0; i < LANES; i++) {
                        out[outAt + i * outStride + j] = factor * in[at + j * stride + i];
                    }
                }
            }
        }
    }

    /// Steps 1 and 2.
    private static void firstSteps(
            float[] in, int at, int stride, float factor, float[] out, int outAt, int outStride) {
        FloatVector factors = FloatVector.broadcast(FLOATS, factor);
        for (int i = 0; i < LANES; i += 4) {
            int from = at + i * stride;
            int to = outAt + i * outStride;
            FloatVector a = FloatVector.fromArray(FLOATS, in, from).mul(factors);
            FloatVector b = FloatVector.fromArray(FLOATS, in, from + stride).mul(factors);
            FloatVector c = FloatVector.fromArray(FLOATS, in, from + 2 * stride).mul(factors);
            FloatVector d = FloatVector.fromArray(FLOATS, in, from + 3 * stride).mul(factors);
            FloatVector a1 = a.blend(b.rearrange(BELOW_1), WITH_1);
            FloatVector b1 = b.blend(a.rearrange(ABOVE_1), WITHOUT_1);
            FloatVector c1 = c.blend(d.rearrange(BELOW_1), WITH_1);
            FloatVector d1 = d.blend(c.rearrange(ABOVE_1), WITHOUT_1);
            a1.blend(c1.rearrange(BELOW_2), WITH_2).intoArray(out, to);
            b1.blend(d1.rearrange(BELOW_2), WITH_2).intoArray(out, to + outStride);
            c1.blend(a1.rearrange(ABOVE_2), WITHOUT_2).intoArray(out, to + 2 * outStride);
            d1.blend(b1.rearrange(ABOVE_2), WITHOUT_2).intoArray(out, to + 3 * outStride);
        }
    }

    /// All steps of eight rows. Step 4 comes first and needs no shuffle: a row that is read four
    /// elements early has its lanes where they go. What is read besides is of the same matrix.
    private static void ofEight(
            float[] in, int at, int stride, float factor, float[] out, int outAt, int outStride) {
        FloatVector factors = FloatVector.broadcast(FLOATS, factor);
        for (int i = 0; i < LANES; i += 4) {
            int upper = at + i;
            int lower = upper + 4 * stride - 4;
            int to = outAt + i * outStride;
            FloatVector a =
                    FloatVector.fromArray(FLOATS, in, upper)
                            .blend(FloatVector.fromArray(FLOATS, in, lower), WITH_4)
                            .mul(factors);
            FloatVector b =
                    FloatVector.fromArray(FLOATS, in, upper + stride)
                            .blend(FloatVector.fromArray(FLOATS, in, lower + stride), WITH_4)
                            .mul(factors);
            FloatVector c =
                    FloatVector.fromArray(FLOATS, in, upper + 2 * stride)
                            .blend(FloatVector.fromArray(FLOATS, in, lower + 2 * stride), WITH_4)
                            .mul(factors);
            FloatVector d =
                    FloatVector.fromArray(FLOATS, in, upper + 3 * stride)
                            .blend(FloatVector.fromArray(FLOATS, in, lower + 3 * stride), WITH_4)
                            .mul(factors);
            FloatVector a1 = a.blend(b.rearrange(BELOW_1), WITH_1);
            FloatVector b1 = b.blend(a.rearrange(ABOVE_1), WITHOUT_1);
            FloatVector c1 = c.blend(d.rearrange(BELOW_1), WITH_1);
            FloatVector d1 = d.blend(c.rearrange(ABOVE_1), WITHOUT_1);
            a1.blend(c1.rearrange(BELOW_2), WITH_2).intoArray(out, to);
            b1.blend(d1.rearrange(BELOW_2), WITH_2).intoArray(out, to + outStride);
            c1.blend(a1.rearrange(ABOVE_2), WITHOUT_2).intoArray(out, to + 2 * outStride);
            d1.blend(b1.rearrange(ABOVE_2), WITHOUT_2).intoArray(out, to + 3 * outStride);
        }
    }

    /// Steps 4 and 8.
    private static void lastStepsOfSixteen(float[] in, float[] out, int outAt, int outStride) {
        for (int i = 0; i < 4; i++) {
            int to = outAt + i * outStride;
            FloatVector a = FloatVector.fromArray(FLOATS, in, i * LANES);
            FloatVector b = FloatVector.fromArray(FLOATS, in, (i + 4) * LANES);
            FloatVector c = FloatVector.fromArray(FLOATS, in, (i + 8) * LANES);
            FloatVector d = FloatVector.fromArray(FLOATS, in, (i + 12) * LANES);
            FloatVector a1 = a.blend(b.rearrange(BELOW_4), WITH_4);
            FloatVector b1 = b.blend(a.rearrange(ABOVE_4), WITHOUT_4);
            FloatVector c1 = c.blend(d.rearrange(BELOW_4), WITH_4);
            FloatVector d1 = d.blend(c.rearrange(ABOVE_4), WITHOUT_4);
            a1.blend(c1.rearrange(BELOW_8), WITH_8).intoArray(out, to);
            b1.blend(d1.rearrange(BELOW_8), WITH_8).intoArray(out, to + 4 * outStride);
            c1.blend(a1.rearrange(ABOVE_8), WITHOUT_8).intoArray(out, to + 8 * outStride);
            d1.blend(b1.rearrange(ABOVE_8), WITHOUT_8).intoArray(out, to + 12 * outStride);
        }
    }
}
