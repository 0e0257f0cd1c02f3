package dev.weightscope.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProductTest {
    private static final int[] SIZES = {
        0, 1, 3, 7, 8, 9, 15, 16, 17, 31, 33, 64, 65, 127, 129, 513
    };

    @Test
    void everyElementIsItsFusedSumInAscendingOrderForAnySizeAndThreads() {
        Random random = new Random(1);
        int checked = 0;
        try (Kernel one = Kernels.scalar(1);
                Kernel three = Kernels.scalar(3)) {
            for (int size : SIZES) {
                int[][] shapes = {{size, 17, 33}, {5, size, 33}, {5, 17, size}, {size, size, 9}};
                for (int[] shape : shapes) {
                    float[] a = values(random, shape[0] * shape[1]);
                    float[] b = values(random, shape[1] * shape[2]);
                    float @Nullable [] bias = checked % 2 == 0 ? null : values(random, shape[2]);
                    float[] expected = defined(a, b, bias, shape);
                    assertArrayEquals(expected, product(one, a, b, bias, shape));
                    assertArrayEquals(expected, product(three, a, b, bias, shape));
                    checked++;
                }
            }
        }
        assertEquals(SIZES.length * 4, checked);
    }

    @Test
    void nothingInfiniteOrSignedIsLost() {
        int[] shape = {19, 21, 37};
        Random random = new Random(2);
        float[] special = {
            Float.NaN,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            -0f,
            0,
            Float.MIN_VALUE,
            -Float.MIN_VALUE,
            Float.MAX_VALUE,
            1
        };
        float[] a = values(random, shape[0] * shape[1]);
        float[] b = values(random, shape[1] * shape[2]);
        for (int i = 0; i < a.length; i += 11) {
            a[i] = special[random.nextInt(special.length)];
        }
        for (int i = 0; i < b.length; i += 13) {
            b[i] = special[random.nextInt(special.length)];
        }
        try (Kernel kernel = Kernels.scalar(2)) {
            assertArrayEquals(defined(a, b, null, shape), product(kernel, a, b, null, shape));
        }
    }

    @Test
    void agreesWithDoublePrecisionWithinTheRoundingOfItsSum() {
        int[] shape = {40, 300, 50};
        Random random = new Random(3);
        float[] a = values(random, shape[0] * shape[1]);
        float[] b = values(random, shape[1] * shape[2]);
        try (Kernel kernel = Kernels.scalar(2)) {
            float[] actual = product(kernel, a, b, null, shape);
            for (int i = 0; i < shape[0]; i++) {
                for (int j = 0; j < shape[2]; j++) {
                    double sum = 0;
                    double magnitude = 0;
                    for (int k = 0; k < shape[1]; k++) {
                        double term = (double) a[i * shape[1] + k] * b[k * shape[2] + j];
                        sum += term;
                        magnitude += Math.abs(term);
                    }
                    assertEquals(sum, actual[i * shape[2] + j], magnitude * shape[1] * 0x1p-24);
                }
            }
        }
    }

    @Test
    void aCancelledProductEndsBeforeTheNextRows() {
        int size = 1024;
        Matrix a = new Matrix(new float[size * size], size, size);
        AtomicInteger asked = new AtomicInteger();
        try (Kernel kernel = Kernels.scalar(2)) {
            assertThrows(
                    CancelledException.class,
                    () ->
                            kernel.product(
                                    a,
                                    ScaledMatrix.of(a),
                                    Orientation.AS_STORED,
                                    null,
                                    new Matrix(new float[size * size], size, size),
                                    () -> asked.incrementAndGet() > 3));
        }
        assertTrue(asked.get() < 40, "asked " + asked);
    }

    @Test
    void aFactorIsAppliedToEachWeightAndRoundedBeforeTheSum() {
        Random random = new Random(4);
        int checked = 0;
        try (Kernel kernel = Kernels.scalar(2)) {
            for (Orientation orientation : Orientation.values()) {
                for (int[] shape : new int[][] {{1, 40, 70}, {30, 200, 33}, {140, 7, 520}}) {
                    float[] a = values(random, shape[0] * shape[1]);
                    float[] b = values(random, shape[1] * shape[2]);
                    float[] scaled = new float[b.length];
                    for (int i = 0; i < b.length; i++) {
                        scaled[i] = 0.3f * stored(b, orientation, i, shape);
                    }
                    assertArrayEquals(
                            defined(a, scaled, null, shape),
                            product(kernel, a, b, 0.3f, orientation, null, shape));
                    checked++;
                }
            }
        }
        assertEquals(6, checked);
    }

    /// Element i of inner × columns, wherever it is stored.
    private static float stored(float[] b, Orientation orientation, int i, int... shape) {
        return switch (orientation) {
            case AS_STORED -> b[i];
            case TRANSPOSED -> b[i % shape[2] * shape[1] + i / shape[2]];
        };
    }

    @Test
    void shapesThatDoNotFitAreRefused() {
        Matrix a = new Matrix(new float[6], 2, 3);
        ScaledMatrix b = ScaledMatrix.of(new Matrix(new float[12], 3, 4));
        Matrix out = new Matrix(new float[8], 2, 4);
        try (Kernel kernel = Kernels.scalar(1)) {
            IllegalArgumentException refusal =
                    assertThrows(
                            IllegalArgumentException.class,
                            () ->
                                    kernel.product(
                                            a,
                                            b,
                                            Orientation.TRANSPOSED,
                                            null,
                                            out,
                                            Cancellation.NEVER));
            assertEquals("b is 3 x 4, not 4 x 3", refusal.getMessage());
        }
    }

    @Test
    void tooSmallAnArrayIsRefusedWithItsName() {
        try (Kernel kernel = Kernels.scalar(1)) {
            IllegalArgumentException refusal =
                    assertThrows(
                            IllegalArgumentException.class,
                            () -> product(kernel, new float[5], new float[6], null, 2, 3, 2));
            assertEquals(
                    "an array of 5 elements is too short for a matrix of 2 x 3",
                    refusal.getMessage());
        }
    }

    private static float[] values(Random random, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static float[] product(
            Kernel kernel, float[] a, float[] b, float @Nullable [] bias, int... shape) {
        return product(kernel, a, b, 1, Orientation.AS_STORED, bias, shape);
    }

    private static float[] product(
            Kernel kernel,
            float[] a,
            float[] b,
            float factor,
            Orientation orientation,
            float @Nullable [] bias,
            int... shape) {
        Matrix stored =
                switch (orientation) {
                    case AS_STORED -> new Matrix(b, shape[1], shape[2]);
                    case TRANSPOSED -> new Matrix(b, shape[2], shape[1]);
                };
        float[] out = new float[shape[0] * shape[2]];
        Arrays.fill(out, Float.NaN); // what was there must not matter
        kernel.product(
                new Matrix(a, shape[0], shape[1]),
                new ScaledMatrix(stored, factor),
                orientation,
                bias,
                new Matrix(out, shape[0], shape[2]),
                Cancellation.NEVER);
        return out;
    }

    private static float[] defined(float[] a, float[] b, float @Nullable [] bias, int[] shape) {
        float[] out = new float[shape[0] * shape[2]];
        for (int i = 0; i < shape[0]; i++) {
            for (int j = 0; j < shape[2]; j++) {
                float sum = 0;
                for (int k = 0; k < shape[1]; k++) {
                    sum = Math.fma(a[i * shape[1] + k], b[k * shape[2] + j], sum);
                }
                out[i * shape[2] + j] = bias == null ? sum : sum + bias[j];
            }
        }
        return out;
    }
}
