package dev.weightscope.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.model.ActivationFunction.Saturation;
import dev.weightscope.model.NumberFormat;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// dW = xᵀ · δ has the bits of its definition in every form, and its survey those of the calls that
/// survey what is written already.
class WeightGradientTest {
    /// Samples, inputs, outputs: around a vector, a group of columns, a block of samples, a tile.
    private static final int[][] SHAPES = {
        {0, 5, 7},
        {1, 1, 1},
        {3, 0, 4},
        {1, 13, 33},
        {7, 12, 32},
        {64, 11, 1},
        {255, 1, 40},
        {256, 24, 31},
        {257, 25, 65},
        {300, 191, 17},
        {20, 192, 16},
        {513, 193, 129},
        {30, 400, 34},
        {40, 1024, 5},
        {33, 17, 1024}
    };

    private static final Bins BINS = new Bins(-20, 25, 50);

    private final Kernel scalar = Kernels.scalar(2);
    private final Kernel vector = Kernels.choose(Kernels.Choice.VECTOR, 3);

    @AfterEach
    void endThreads() {
        scalar.close();
        vector.close();
    }

    @Test
    void everyFormHasTheBitsOfTheDefinition() {
        Random random = new Random(1);
        int checked = 0;
        for (int[] shape : SHAPES) {
            for (int rareness : new int[] {1 << 20, 500, 3}) {
                Matrix input = Matrices.special(random, rareness, shape[0], shape[1]);
                Matrix gradient = Matrices.special(random, rareness, shape[0], shape[2]);
                for (NumberFormat format : NumberFormat.values()) {
                    assertFollows(input, gradient, format);
                    checked++;
                }
            }
        }
        assertEquals(SHAPES.length * 3 * 3, checked);
    }

    private void assertFollows(Matrix input, Matrix gradient, NumberFormat format) {
        Cancellation never = Cancellation.NEVER;
        Matrix expected = definition(input, gradient);
        float[] values = expected.values();
        long flushed = scalar.round(format, values, values, 0, values.length, never);
        Moments moments =
                scalar.moments(
                        values, expected.rows(), expected.columns(), Saturation.UNBOUNDED, never);
        for (Kernel kernel : new Kernel[] {scalar, vector}) {
            Matrix output = Matrices.empty(expected.rows(), expected.columns());
            WeightGradient question = new WeightGradient(input, gradient, format, output);
            assertEquals(
                    new Survey(
                            moments, scalar.histogram(values, values.length, BINS, never), flushed),
                    kernel.weightGradient(question, BINS, never));
            assertArrayEquals(values, output.values());
            assertNull(kernel.weightGradient(question, null, never).histogram());
        }
    }

    @Test
    void thatByTheFirstInputsHasTheBitsOfTheFirstRows() {
        Random random = new Random(2);
        Matrix input = Matrices.special(random, 500, 37, 83);
        Matrix gradient = Matrices.special(random, 500, 37, 61);
        float[] all = definition(input, gradient).values();
        int checked = 0;
        for (int inputs : new int[] {1, 12, 33, 82}) {
            float[] values = Arrays.copyOf(all, inputs * 61);
            Moments moments =
                    scalar.moments(values, inputs, 61, Saturation.UNBOUNDED, Cancellation.NEVER);
            for (Kernel kernel : new Kernel[] {scalar, vector}) {
                Matrix output = Matrices.empty(inputs, 61);
                WeightGradient question =
                        new WeightGradient(input, gradient, NumberFormat.FLOAT32, output);
                assertEquals(
                        new Survey(moments, null, 0),
                        kernel.weightGradient(question, null, Cancellation.NEVER));
                assertArrayEquals(values, output.values());
                checked++;
            }
        }
        assertEquals(8, checked);
    }

    /// Over ascending samples, from 0, each step fused.
    private static Matrix definition(Matrix input, Matrix gradient) {
        int rows = input.columns();
        int columns = gradient.columns();
        float[] out = new float[rows * columns];
        for (int sample = 0; sample < input.rows(); sample++) {
            for (int i = 0; i < rows; i++) {
                float x = input.values()[sample * rows + i];
                for (int j = 0; j < columns; j++) {
                    float delta = gradient.values()[sample * columns + j];
                    out[i * columns + j] = Math.fma(x, delta, out[i * columns + j]);
                }
            }
        }
        return new Matrix(out, rows, columns);
    }

    @Test
    void shapesThatDoNotFitAreRefusedWithWhatWouldFit() {
        Matrix input = Matrices.empty(3, 5);
        IllegalArgumentException gradient =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                new WeightGradient(
                                        input,
                                        Matrices.empty(4, 2),
                                        NumberFormat.FLOAT32,
                                        Matrices.empty(5, 2)));
        assertEquals("gradient is 4 x 2, not 3 x 2", gradient.getMessage());
        IllegalArgumentException output =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                new WeightGradient(
                                        input,
                                        Matrices.empty(3, 2),
                                        NumberFormat.FLOAT32,
                                        Matrices.empty(6, 2)));
        assertEquals("output has 6 rows, more than the 5 inputs", output.getMessage());
    }
}
