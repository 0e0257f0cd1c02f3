package dev.weightscope.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SmallLoopsTest {
    private static final Cancellation NEVER = Cancellation.NEVER;

    private final Kernel plain = Kernels.scalar(1);
    private final List<SmallLoops> forms =
            List.of(plain.small(), Kernels.choose(Kernels.Choice.AUTO, 1).small());
    private final Random random = new Random(7);

    private float[] values(int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    @Test
    void productsHaveTheBitsOfTheKernelsOwn() {
        int checked = 0;
        for (int rows : new int[] {1, 3, 4, 5, 7, 8, 9, 10, 11, 12, 20, 23, 24, 27}) {
            for (int columns : new int[] {16, 32, 48, 64, 560}) {
                int inner = 2 + checked % 40;
                float[] a = values(rows * (inner + 3));
                float[] b = values(inner * columns);
                float[] packed = new float[rows * inner];
                for (int i = 0; i < rows; i++) {
                    System.arraycopy(a, 1 + i * (inner + 2), packed, i * inner, inner);
                }
                float[] expected = new float[rows * columns];
                plain.product(
                        new Matrix(packed, rows, inner),
                        ScaledMatrix.of(new Matrix(b, inner, columns)),
                        Orientation.AS_STORED,
                        null,
                        new Matrix(expected, rows, columns),
                        NEVER);
                for (SmallLoops loops : forms) {
                    float[] out = new float[rows * columns];
                    loops.product(
                            new Strided(a, 1, inner + 2),
                            new Strided(b, 0, columns),
                            new Strided(out, 0, columns),
                            rows,
                            inner,
                            columns);
                    assertArrayEquals(expected, out, rows + " x " + inner + " x " + columns);
                    checked++;
                }
            }
        }
        assertEquals(2 * 14 * 5, checked);
    }

    @Test
    void aProductWithATransposedMatrixSumsInSixteenParts() {
        int checked = 0;
        for (int inner : new int[] {1, 15, 16, 45, 64}) {
            int rows = 3;
            int columns = 5;
            float[] a = values(rows * 64);
            float[] b = values(columns * 64);
            float[] expected = new float[rows * columns];
            for (int i = 0; i < expected.length; i++) {
                float[] parts = new float[16];
                for (int k = 0; k < inner; k++) {
                    float x = a[i / columns * 64 + k];
                    parts[k % 16] = Math.fma(x, b[i % columns * 64 + k], parts[k % 16]);
                }
                for (float part : parts) {
                    expected[i] += part;
                }
            }
            for (SmallLoops loops : forms) {
                float[] out = new float[rows * columns];
                loops.productTransposed(
                        new Strided(a, 0, 64),
                        new Strided(b, 0, 64),
                        new Strided(out, 0, columns),
                        rows,
                        inner,
                        columns);
                assertArrayEquals(expected, out, inner + " terms");
                checked++;
            }
        }
        assertEquals(10, checked);
    }

    @Test
    void bothFormsGiveTheSameBitsAndLeaveWhatIsBetweenTheRows() {
        float[] x = values(5 * 64);
        int checked = 0;
        for (int columns = 1; columns <= 64; columns++) {
            Strided rows = new Strided(x, 0, 64);
            SmallLoops.Sums expected = forms.getFirst().sums(rows, 5, columns);
            assertEquals(expected, forms.getLast().sums(rows, 5, columns), columns + " columns");
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < 5; i++) {
                for (int j = 0; j < columns; j++) {
                    double value = x[i * 64 + j];
                    sum += value;
                    squares += value * value;
                }
            }
            assertEquals(sum, expected.sum(), 1e-12);
            assertEquals(squares, expected.squares(), 1e-12);
            float[] plainPowers = x.clone();
            float[] powers = x.clone();
            forms.getFirst().exponential(plainPowers, 3, 3 + columns);
            forms.getLast().exponential(powers, 3, 3 + columns);
            assertArrayEquals(plainPowers, powers);
            assertEquals(x[3 + columns], powers[3 + columns]);
            checked++;
        }
        assertEquals(64, checked);
    }

    @Test
    void extremesLeaveOutWhatIsNotFiniteAndWhatIsBetweenTheRows() {
        float[] x = new float[3 * 48];
        Arrays.fill(x, 1000);
        int checked = 0;
        for (int columns : new int[] {1, 15, 16, 17, 40}) {
            for (int i = 0; i < 3; i++) {
                System.arraycopy(values(columns), 0, x, i * 48, columns);
            }
            x[0] = Float.NaN;
            x[48] = -7;
            x[2 * 48] = 7;
            x[48 + columns - 1] = columns > 1 ? Float.NEGATIVE_INFINITY : -7;
            x[2 * 48 + columns / 2] = columns > 1 ? Float.POSITIVE_INFINITY : 7;
            for (SmallLoops loops : forms) {
                Extremes found = loops.extremes(new Strided(x, 0, 48), 3, columns);
                assertEquals(new Extremes(-7, 7), found, columns + " columns");
                checked++;
            }
        }
        float[] none = {Float.NaN, Float.NEGATIVE_INFINITY};
        float[] zero = {-0f, -0f};
        for (SmallLoops loops : forms) {
            assertEquals(
                    new Extremes(Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY),
                    loops.extremes(new Strided(none, 0, 2), 1, 2));
            assertEquals(new Extremes(0f, 0f), loops.extremes(new Strided(zero, 0, 2), 1, 2));
            checked++;
        }
        assertEquals(12, checked);
    }

    /// Values are those of the kernel's layers; slopes are measured in ulp of the true ones.
    @Test
    void activationsWithTheirSlopesAreThoseOfTheDefinition() {
        float[] inputs = new float[4001];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (i - 2000) * 0.02f;
        }
        inputs[0] = Float.NEGATIVE_INFINITY;
        inputs[1] = Float.POSITIVE_INFINITY;
        inputs[2] = Float.NaN;
        inputs[3] = 1000;
        inputs[4] = -0f;
        int checked = 0;
        for (ActivationFunction function : ActivationFunction.values()) {
            Activation activation = Activation.of(function);
            float[] expected = new float[inputs.length];
            forms.getFirst().activate(activation, inputs, expected, 0, inputs.length);
            float[] slopes = inputs.clone();
            forms.getFirst()
                    .activateWithSlope(activation, slopes, expected.clone(), 0, inputs.length);
            for (SmallLoops loops : forms) {
                float[] found = inputs.clone();
                float[] values = new float[inputs.length];
                loops.activateWithSlope(activation, found, values, 0, inputs.length);
                assertArrayEquals(expected, values, function.label());
                assertArrayEquals(slopes, found, function.label());
                checked++;
            }
            float[] ones = new float[inputs.length];
            Arrays.fill(ones, 1);
            plain.slope(activation, inputs, ones, 0, inputs.length, NEVER);
            for (int i = 0; i < inputs.length; i++) {
                float reach = 8 * Math.ulp(ones[i]) + 1e-37f; // of two routines within 4 ulp each
                assertTrue(
                        Float.isNaN(ones[i])
                                ? Float.isNaN(slopes[i])
                                : Math.abs(ones[i] - slopes[i]) <= reach,
                        function.label() + " of " + inputs[i]);
            }
        }
        assertEquals(2 * ActivationFunction.values().length, checked);
    }

    @Test
    void theSlopeOfTanhIsWithinFourUlp() {
        double worst = 0;
        Activation tanh = Activation.of(ActivationFunction.TANH);
        for (SmallLoops loops : forms) {
            float[] values = new float[8192];
            for (int i = 0; i < values.length; i++) {
                values[i] = (i - 4096) / 100f;
            }
            float[] inputs = values.clone();
            loops.activateWithSlope(tanh, values, new float[values.length], 0, values.length);
            for (int i = 0; i < values.length; i++) {
                double slope = tanh.slope(inputs[i]);
                worst = Math.max(worst, Math.abs(values[i] - slope) / Math.ulp((float) slope));
            }
        }
        assertTrue(worst < 4, worst + " ulp");
    }
}
