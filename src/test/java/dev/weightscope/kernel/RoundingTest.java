package dev.weightscope.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.model.NumberFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Rounding against references of other kinds: exact decimals, and the library's float16. Both
/// forms are asked; NaN is NaN, whatever its payload.
class RoundingTest {
    private static final int PATTERNS = 1 << 16;

    /// A prime, so that a walk through all floats meets every pattern of low bits.
    private static final int STRIDE = 1999;

    private final Kernel scalar = Kernels.scalar(2);
    private final Kernel vector = Kernels.choose(Kernels.Choice.VECTOR, 3);

    @AfterEach
    void endThreads() {
        scalar.close();
        vector.close();
    }

    @Test
    void whatAFormatHoldsStaysAsItIs() {
        for (NumberFormat format : NumberFormat.values()) {
            float[] held = held(format);
            assertRounded(format, held, i -> held[i]);
        }
    }

    @Test
    void float16IsRoundedAsTheLibraryDoes() {
        float[] sample = sample();
        assertRounded(
                NumberFormat.FLOAT16,
                sample,
                i -> Float.float16ToFloat(Float.floatToFloat16(sample[i])));
    }

    @Test
    void aTieGoesToTheEvenNeighbourAndAHairMoreToTheNearer() {
        int checked = 0;
        for (NumberFormat format :
                new NumberFormat[] {NumberFormat.BFLOAT16, NumberFormat.FLOAT16}) {
            for (int pattern = 0; pattern < PATTERNS / 2 - 1; pattern++) {
                float low = value(format, pattern);
                float high = value(format, pattern + 1);
                if (Float.isNaN(high)) {
                    continue;
                }
                double above =
                        Float.isInfinite(high) ? 2.0 * low - value(format, pattern - 1) : high;
                float tie = (float) ((low + above) / 2);
                float even = pattern % 2 == 0 ? low : high;
                assertEquals(even, rounded(format, tie));
                assertEquals(-even, rounded(format, -tie));
                assertEquals(low, rounded(format, Math.nextDown(tie)));
                assertEquals(high, rounded(format, Math.nextUp(tie)));
                checked++;
            }
        }
        assertEquals(0x7f80 + 0x7c00, checked);
    }

    @Test
    void everyFloatGoesToTheNearestValueOfBothFormats() {
        Random random = new Random(4);
        for (NumberFormat format : NumberFormat.values()) {
            float[] sample = new float[20_000];
            for (int i = 0; i < sample.length; i++) {
                sample[i] = Float.intBitsToFloat(random.nextInt());
            }
            assertRounded(format, sample, i -> nearest(format, sample[i]));
        }
    }

    @Test
    void float16OverflowsFrom65520On() {
        assertEquals(65504f, rounded(NumberFormat.FLOAT16, Math.nextDown(65520f)));
        assertEquals(Float.POSITIVE_INFINITY, rounded(NumberFormat.FLOAT16, 65520f));
        assertEquals(Float.NEGATIVE_INFINITY, rounded(NumberFormat.FLOAT16, -Float.MAX_VALUE));
        assertEquals(Float.POSITIVE_INFINITY, rounded(NumberFormat.BFLOAT16, Float.MAX_VALUE));
    }

    @Test
    void whatIsFlushedToZeroIsCounted() {
        float[] values = {
            0,
            -0f,
            Float.NaN,
            0x1p-24f,
            0x1p-25f,
            -0x1p-25f,
            Math.nextUp(0x1p-25f),
            1e-30f,
            1,
            1e30f
        };
        int checked = 0;
        for (Kernel kernel : new Kernel[] {scalar, vector}) {
            for (int copies : new int[] {1, 7, 20_000}) {
                float[] in = new float[copies * values.length];
                for (int i = 0; i < in.length; i++) {
                    in[i] = values[i % values.length];
                }
                assertEquals(3L * copies, round(kernel, NumberFormat.FLOAT16, in));
                assertEquals(0, round(kernel, NumberFormat.BFLOAT16, in));
                assertEquals(0, round(kernel, NumberFormat.FLOAT32, in));
                checked++;
            }
        }
        assertEquals(6, checked);
    }

    @Test
    void nothingOutsideOfTheRangeIsTouchedAndAnArrayMayBeRoundedInPlace() {
        for (Kernel kernel : new Kernel[] {scalar, vector}) {
            float[] values = new float[70];
            Arrays.fill(values, 1.001f);
            kernel.round(NumberFormat.BFLOAT16, values, values, 3, 67, Cancellation.NEVER);
            for (int i = 0; i < values.length; i++) {
                assertEquals(i >= 3 && i < 67 ? 1 : 1.001f, values[i]);
            }
        }
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        scalar.round(
                                NumberFormat.FLOAT16,
                                new float[4],
                                new float[3],
                                0,
                                4,
                                Cancellation.NEVER));
    }

    /// All 2^16 values of a 16-bit format; of float32 a sample.
    private static float[] held(NumberFormat format) {
        float[] held = format == NumberFormat.FLOAT32 ? sample() : new float[PATTERNS];
        for (int i = 0; format != NumberFormat.FLOAT32 && i < PATTERNS; i++) {
            held[i] = value(format, i);
        }
        return held;
    }

    /// The value of a pattern of 16 bits.
    private static float value(NumberFormat format, int pattern) {
        return format == NumberFormat.BFLOAT16
                ? Float.intBitsToFloat(pattern << 16)
                : Float.float16ToFloat((short) pattern);
    }

    private static float[] sample() {
        float[] sample = new float[Math.ceilDiv(Integer.MAX_VALUE, STRIDE) * 2];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = Float.intBitsToFloat(i * STRIDE);
        }
        return sample;
    }

    /// The definition of "to the nearest, ties to even", in decimals that are exact.
    private static float nearest(NumberFormat format, float x) {
        if (!Float.isFinite(x) || x == 0) {
            return x;
        }
        if (Math.abs((double) x) >= format.overflowsFrom()) {
            return Math.copySign(Float.POSITIVE_INFINITY, x);
        }
        double power =
                Math.max(Math.scalb(1.0, Math.getExponent((double) x)), format.smallestNormal());
        BigDecimal step = new BigDecimal(Math.scalb(power, 1 - format.significandBits()));
        BigDecimal steps = new BigDecimal((double) x).divide(step, 0, RoundingMode.HALF_EVEN);
        return Math.copySign(Math.abs(steps.multiply(step).floatValue()), x);
    }

    /// Of a value that fills a vector and the rest of one.
    private float rounded(NumberFormat format, float x) {
        float[] out = new float[17];
        Arrays.fill(out, x);
        round(scalar, format, out);
        float[] outOfVectors = new float[17];
        Arrays.fill(outOfVectors, x);
        round(vector, format, outOfVectors);
        assertArrayEquals(out, outOfVectors);
        assertEquals(out[0], out[16]);
        return out[0];
    }

    private static long round(Kernel kernel, NumberFormat format, float[] values) {
        return kernel.round(format, values, values, 0, values.length, Cancellation.NEVER);
    }

    private void assertRounded(NumberFormat format, float[] in, IntToDoubleFunction expected) {
        for (Kernel kernel : new Kernel[] {scalar, vector}) {
            float[] out = new float[in.length];
            kernel.round(format, in, out, 0, in.length, Cancellation.NEVER);
            for (int i = 0; i < in.length; i++) {
                int at = i;
                assertEquals(
                        (float) expected.applyAsDouble(i), out[i], () -> format + " of " + in[at]);
            }
        }
    }
}
