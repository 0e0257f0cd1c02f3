package dev.weightscope.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.NumberFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The vector form gives the bits of the plain one, for every size around a lane or a block. NaN is
/// NaN, whatever its payload.
class VectorFormTest {
    private static final int[] SIZES = {
        0, 1, 3, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 129, 255, 256, 257, 383,
        384, 385, 511, 512, 513, 575, 576, 577, 1023, 1024, 1025
    };
    private static final float[] SPECIAL = {
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        0,
        -0f,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MIN_NORMAL,
        Float.MAX_VALUE,
        -Float.MAX_VALUE
    };

    private static final double[][] RANGES = {
        {-1, 1.5},
        {0, 1e-3},
        {-Double.MAX_VALUE, Double.MAX_VALUE},
        {-1e-320, 1e-310},
        {7, 8},
        {-2, -0.5},
        {-3e38, 3e38},
        {1e-42, 1e-40}
    };

    private final Kernel scalar = Kernels.scalar(2);
    private final Kernel vector = Kernels.choose(Kernels.Choice.VECTOR, 3);

    @AfterEach
    void endThreads() {
        scalar.close();
        vector.close();
    }

    @Test
    void productsAreTheSameOverSizes() {
        Random random = new Random(1);
        int checked = 0;
        for (int size : SIZES) {
            int[][] shapes = {
                {size, 17, 33}, {9, size, 35}, {5, 17, size}, {1, size, 70}, {size, 300, 9}
            };
            for (int[] shape : shapes) {
                assertSameProduct(random, 0, shape);
                checked++;
            }
        }
        // several tiles, and sums kept from block to block once and twice
        int[][] large = {{300, 600, 1100}, {600, 1024, 40}, {1153, 33, 40}, {70, 1100, 90}};
        for (int[] shape : large) {
            assertSameProduct(random, 0, shape);
            checked++;
        }
        assertEquals(SIZES.length * 5 + 4, checked);
    }

    @Test
    void productsAreTheSameWithNansInfinitiesAndSignedZeros() {
        Random random = new Random(2);
        for (int rareness : new int[] {3, 50, 1000}) {
            assertSameProduct(random, rareness, 37, 41, 53);
            assertSameProduct(random, rareness, 1, 300, 129);
        }
    }

    @Test
    void activationsAreTheSameOverTheFloatRange() {
        int length = 2_200_000;
        float[] in = new float[length];
        for (int i = 0; i < length; i++) {
            in[i] = Float.intBitsToFloat(i * 1951);
        }
        System.arraycopy(SPECIAL, 0, in, 5, SPECIAL.length);
        int checked = 0;
        for (ActivationFunction function : ActivationFunction.values()) {
            assertSameActivation(function, in, 0, length);
            for (int size : SIZES) {
                assertSameActivation(function, in, 3, 3 + size);
            }
            checked++;
        }
        assertEquals(ActivationFunction.values().length, checked);
    }

    @Test
    void slopesAreTheSameOverTheFloatRange() {
        int length = 2_200_000;
        float[] in = new float[length];
        for (int i = 0; i < length; i++) {
            in[i] = Float.intBitsToFloat(i * 1951);
        }
        System.arraycopy(SPECIAL, 0, in, 5, SPECIAL.length);
        float[] cotangent = values(new Random(5), length, 100);
        int checked = 0;
        for (ActivationFunction function : ActivationFunction.values()) {
            assertSameSlope(function, in, cotangent, 0, length);
            for (int size : SIZES) {
                assertSameSlope(function, in, cotangent, 3, 3 + size);
            }
            checked++;
        }
        assertEquals(ActivationFunction.values().length, checked);
    }

    @Test
    void drawsAreTheSameForAnyCut() {
        int checked = 0;
        for (UnitDraw draw :
                List.of(
                        new UnitDraw.Uniform(),
                        new UnitDraw.Normal(),
                        new UnitDraw.TruncatedNormal(1.5))) {
            for (long first : new long[] {0, 1, 17, 64, 1000, (1L << 34) + 5}) {
                for (int size : SIZES) {
                    assertSameDraws(draw, first, size);
                    checked++;
                }
                assertSameDraws(draw, first, 200_000);
            }
        }
        assertEquals(3 * 6 * SIZES.length, checked);
    }

    @Test
    void momentsAreTheSameOverSizes() {
        Random random = new Random(3);
        int checked = 0;
        for (ActivationFunction.Saturation saturation : ActivationFunction.Saturation.values()) {
            for (int size : SIZES) {
                for (int rareness : new int[] {0, 7, 2000}) {
                    assertSameMoments(random, rareness, size, 19, saturation);
                    assertSameMoments(random, rareness, 67, size, saturation);
                    checked += 2;
                }
            }
        }
        assertEquals(4 * SIZES.length * 3 * 2, checked);
    }

    @Test
    void rangesAndPowersAreTheSameOverSizes() {
        Random random = new Random(6);
        int checked = 0;
        for (int size : new int[] {1, 7, 8, 15, 16, 17, 64, 2047, 2048, 2064, 5000}) {
            for (float scale : new float[] {1e-30f, 1, 1e30f}) {
                float[] values = values(random, size, 0);
                for (int i = 0; i < size; i++) {
                    values[i] *= scale;
                }
                assertEquals(scalar.range(values, size), vector.range(values, size));
                double center = random.nextGaussian();
                assertEquals(
                        scalar.powers(values, size, center), vector.powers(values, size, center));
                values[size / 2] = size % 2 == 0 ? -0.0f : 0.0f;
                assertEquals(scalar.range(values, size), vector.range(values, size));
                assertTrue(vector.range(values, size).hasZero());
                for (float each : new float[] {Float.NaN, Float.NEGATIVE_INFINITY}) {
                    values[size - 1 - size / 4] = each;
                    assertFalse(scalar.range(values, size).isFinite());
                    assertFalse(vector.range(values, size).isFinite());
                }
                checked++;
            }
        }
        assertEquals(33, checked);
    }

    @Test
    void histogramsAreTheSameOverSizes() {
        Random random = new Random(4);
        int checked = 0;
        for (int size : SIZES) {
            float[] values = values(random, size, 20);
            for (double[] saturation : RANGES) {
                for (int count : new int[] {2, 50, 1000}) {
                    Bins bins = new Bins(saturation[0], saturation[1], count);
                    assertEquals(
                            scalar.histogram(values, size, bins, Cancellation.NEVER),
                            vector.histogram(values, size, bins, Cancellation.NEVER));
                    checked++;
                }
            }
        }
        assertEquals(SIZES.length * RANGES.length * 3, checked);
    }

    @Test
    void roundingIsTheSameOverSizesAndTheFloatRange() {
        Random random = new Random(6);
        int checked = 0;
        for (NumberFormat format : NumberFormat.values()) {
            for (int size : SIZES) {
                for (int rareness : new int[] {0, 3, 50}) {
                    assertSameRounding(format, values(random, size, rareness));
                    checked++;
                }
            }
            float[] all = new float[2_200_000];
            for (int i = 0; i < all.length; i++) {
                all[i] = Float.intBitsToFloat(i * 1951);
            }
            assertSameRounding(format, all);
        }
        assertEquals(3 * SIZES.length * 3, checked);
    }

    private void assertSameRounding(NumberFormat format, float[] in) {
        float[] expected = new float[in.length + 3];
        float[] actual = new float[in.length + 3];
        System.arraycopy(in, 0, expected, 3, in.length);
        System.arraycopy(in, 0, actual, 3, in.length);
        assertEquals(
                scalar.round(format, expected, expected, 3, expected.length, Cancellation.NEVER),
                vector.round(format, actual, actual, 3, actual.length, Cancellation.NEVER));
        assertArrayEquals(expected, actual);
    }

    private void assertSameProduct(Random random, int rareness, int... shape) {
        float[] a = values(random, shape[0] * shape[1], rareness);
        float[] b = values(random, shape[1] * shape[2], rareness);
        float @Nullable [] bias = random.nextBoolean() ? values(random, shape[2], rareness) : null;
        for (Orientation orientation : Orientation.values()) {
            float[] expected = product(scalar, a, b, orientation, bias, shape);
            assertArrayEquals(expected, product(vector, a, b, orientation, bias, shape));
        }
    }

    private static float[] product(
            Kernel kernel,
            float[] a,
            float[] b,
            Orientation orientation,
            float @Nullable [] bias,
            int... shape) {
        Matrix stored =
                switch (orientation) {
                    case AS_STORED -> new Matrix(b, shape[1], shape[2]);
                    case TRANSPOSED -> new Matrix(b, shape[2], shape[1]);
                };
        float[] out = new float[shape[0] * shape[2]];
        Arrays.fill(out, Float.NaN);
        kernel.product(
                new Matrix(a, shape[0], shape[1]),
                new ScaledMatrix(stored, 0.7f),
                orientation,
                bias,
                new Matrix(out, shape[0], shape[2]),
                Cancellation.NEVER);
        return out;
    }

    private void assertSameActivation(ActivationFunction function, float[] in, int from, int to) {
        float[] expected = new float[to];
        float[] actual = new float[to];
        ActivationLoops loops = ActivationLoops.of(Activation.of(function));
        loops.values(in, expected, from, to);
        Form form = new VectorForm();
        form.activate(loops, in, actual, from, to, form.scratch());
        for (int i = 0; i < to; i++) {
            int at = i;
            assertEquals(expected[i], actual[i], () -> function.key() + " of " + in[at]);
        }
    }

    private void assertSameSlope(
            ActivationFunction function, float[] in, float[] cotangent, int from, int to) {
        float[] expected = Arrays.copyOf(cotangent, to);
        float[] actual = Arrays.copyOf(cotangent, to);
        Activation activation = Activation.of(function);
        scalar.slope(activation, in, expected, from, to, Cancellation.NEVER);
        vector.slope(activation, in, actual, from, to, Cancellation.NEVER);
        for (int i = 0; i < to; i++) {
            int at = i;
            assertEquals(expected[i], actual[i], () -> function.key() + " slope at " + in[at]);
        }
    }

    private void assertSameDraws(UnitDraw draw, long first, int count) {
        RandomStream stream = new RandomStream(-7, 12, RandomStream.Purpose.WEIGHTS);
        float[] expected = new float[count + 1];
        float[] actual = new float[count + 1];
        scalar.fill(draw, stream, first, expected, 1, count + 1, Cancellation.NEVER);
        vector.fill(draw, stream, first, actual, 1, count + 1, Cancellation.NEVER);
        assertArrayEquals(expected, actual);
    }

    private void assertSameMoments(
            Random random,
            int rareness,
            int rows,
            int columns,
            ActivationFunction.Saturation saturation) {
        float[] values = values(random, rows * columns, rareness);
        assertEquals(
                scalar.moments(values, rows, columns, saturation, Cancellation.NEVER),
                vector.moments(values, rows, columns, saturation, Cancellation.NEVER));
    }

    /// @param rareness one value in so many is a special one; 0 for none
    private static float[] values(Random random, int length, int rareness) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] =
                    rareness > 0 && random.nextInt(rareness) == 0
                            ? SPECIAL[random.nextInt(SPECIAL.length)]
                            : (float) random.nextGaussian();
        }
        return values;
    }
}
