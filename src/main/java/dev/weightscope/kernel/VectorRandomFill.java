package dev.weightscope.kernel;

import static dev.weightscope.kernel.VectorFunctions.FLOATS;
import static dev.weightscope.kernel.VectorFunctions.INTS;
import static dev.weightscope.kernel.VectorFunctions.LANES;
import static dev.weightscope.kernel.VectorFunctions.ONE;
import static dev.weightscope.kernel.VectorFunctions.constant;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.OR;
import static jdk.incubator.vector.VectorOperators.XOR;

import java.lang.invoke.MethodHandle;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/// [RandomFill] in vectors; what is less than a vector at the end is left to the plain loops. Those
/// of uniform draws the JIT compiler turns into vectors by itself.
final class VectorRandomFill extends RandomFill {
    private static final FloatVector CENTRAL_ABOVE_3 = constant(NormalQuantile.CENTRAL_ABOVE_3);
    private static final FloatVector CENTRAL_ABOVE_2 = constant(NormalQuantile.CENTRAL_ABOVE_2);
    private static final FloatVector CENTRAL_ABOVE_1 = constant(NormalQuantile.CENTRAL_ABOVE_1);
    private static final FloatVector CENTRAL_ABOVE_0 = constant(NormalQuantile.CENTRAL_ABOVE_0);
    private static final FloatVector CENTRAL_BELOW_3 = constant(NormalQuantile.CENTRAL_BELOW_3);
    private static final FloatVector CENTRAL_BELOW_2 = constant(NormalQuantile.CENTRAL_BELOW_2);
    private static final FloatVector CENTRAL_BELOW_1 = constant(NormalQuantile.CENTRAL_BELOW_1);
    private static final FloatVector CENTRAL_SHIFT = constant(NormalQuantile.CENTRAL_SHIFT);
    private static final FloatVector FAR_ABOVE_3 = constant(NormalQuantile.FAR_ABOVE_3);
    private static final FloatVector FAR_ABOVE_2 = constant(NormalQuantile.FAR_ABOVE_2);
    private static final FloatVector FAR_ABOVE_1 = constant(NormalQuantile.FAR_ABOVE_1);
    private static final FloatVector FAR_ABOVE_0 = constant(NormalQuantile.FAR_ABOVE_0);
    private static final FloatVector FAR_BELOW_2 = constant(NormalQuantile.FAR_BELOW_2);
    private static final FloatVector FAR_BELOW_1 = constant(NormalQuantile.FAR_BELOW_1);

    /// Both loops are compiled by themselves: where the JIT compiler takes them into the callers of
    /// normal and of truncated draws, one of the two exceeds its limit and takes twice as long.
    private static final MethodHandle[] LOGS =
            OutOfLine.handle(
                    VectorRandomFill.class,
                    "logs",
                    NormalQuantile.class,
                    int[].class,
                    int.class,
                    int.class,
                    float[].class);

    private static final MethodHandle[] QUOTIENTS =
            OutOfLine.handle(
                    VectorRandomFill.class,
                    "quotients",
                    NormalQuantile.class,
                    int[].class,
                    int.class,
                    float[].class,
                    float[].class,
                    int.class,
                    int.class);

    /// The logarithms of the tails' probabilities.
    private final float[] logs = new float[GROUPS * GROUP];

    @Override
    void words(RandomStream stream, long group, int groups, int[] into) {
        VectorPhilox.groups(stream, group, groups, into);
    }

    @Override
    void quantiles(
            NormalQuantile quantile, int[] words, int offset, float[] out, int from, int count) {
        int end = count - count % LANES;
        try {
            LOGS[0].invokeExact(quantile, words, offset, end, logs);
            QUOTIENTS[0].invokeExact(quantile, words, offset, logs, out, from, end);
        } catch (Throwable thrown) {
            throw OutOfLine.unchecked(thrown);
        }
        super.quantiles(quantile, words, offset + end, out, from + end, count - end);
    }

    static void logs(NormalQuantile quantile, int[] words, int offset, int end, float[] logs) {
        FloatVector share = constant(quantile.share());
        FloatVector tail = constant(quantile.tail());
        for (int i = 0; i < end; i += LANES) {
            IntVector word = IntVector.fromArray(INTS, words, offset + i);
            IntVector rest = word.lanewise(ASHR, 31).lanewise(XOR, word).neg().add(0x7FFFFFFF);
            FloatVector part = ((FloatVector) rest.convert(I2F, 0)).add(0.5f).mul(0x1p-32f);
            VectorFunctions.log(part.fma(share, tail)).intoArray(logs, i);
        }
    }

    /// The rest of [NormalQuantile#of]: a lane takes numerator and denominator of one of the two
    /// approximations, for one division.
    static void quotients(
            NormalQuantile quantile,
            int[] words,
            int offset,
            float[] logs,
            float[] out,
            int from,
            int end) {
        for (int i = 0; i < end; i += LANES) {
            FloatVector s =
                    FloatVector.fromArray(FLOATS, logs, i)
                            .neg()
                            .sqrt()
                            .sub(NormalQuantile.FAR_SHIFT);
            FloatVector farAbove = FAR_ABOVE_3.fma(s, FAR_ABOVE_2);
            farAbove = farAbove.fma(s, FAR_ABOVE_1).fma(s, FAR_ABOVE_0);
            FloatVector farBelow = FAR_BELOW_2.fma(s, FAR_BELOW_1).fma(s, ONE);
            IntVector word = IntVector.fromArray(INTS, words, offset + i);
            IntVector magnitude = word.lanewise(ASHR, 31).lanewise(XOR, word);
            FloatVector part = ((FloatVector) magnitude.convert(I2F, 0)).add(0.5f).mul(0x1p-32f);
            FloatVector q = part.mul(quantile.share());
            FloatVector r = q.neg().fma(q, CENTRAL_SHIFT);
            FloatVector above = CENTRAL_ABOVE_3.fma(r, CENTRAL_ABOVE_2);
            above = above.fma(r, CENTRAL_ABOVE_1).fma(r, CENTRAL_ABOVE_0).mul(q);
            FloatVector below = CENTRAL_BELOW_3.fma(r, CENTRAL_BELOW_2);
            below = below.fma(r, CENTRAL_BELOW_1).fma(r, ONE);
            var far = q.compare(GT, NormalQuantile.CENTRAL);
            FloatVector value = above.blend(farAbove, far).div(below.blend(farBelow, far));
            IntVector sign = word.and(0x80000000);
            value.min(quantile.cut())
                    .reinterpretAsInts()
                    .lanewise(OR, sign)
                    .reinterpretAsFloats()
                    .intoArray(out, from + i);
        }
    }
}
