package dev.weightscope.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.ActivationFunction.Saturation;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.NumberFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Normalization with the activation behind it, there and back.
class NormalizationTest {
    /// Samples, units: around a part of a sum, a vector, a strip of columns, a block of samples.
    private static final int[][] SHAPES = {
        {0, 4},
        {5, 0},
        {1, 1},
        {1, 40},
        {7, 15},
        {8, 16},
        {9, 17},
        {63, 33},
        {64, 63},
        {65, 64},
        {129, 65},
        {200, 130},
        {3, 1024}
    };

    private static final List<ActivationFunction> FUNCTIONS =
            List.of(
                    ActivationFunction.LINEAR,
                    ActivationFunction.RELU,
                    ActivationFunction.TANH,
                    ActivationFunction.GELU);
    private static final Bins BINS = new Bins(-1, 1.5, 50);
    private static final Activation LINEAR = Activation.of(ActivationFunction.LINEAR);
    private static final Cancellation NEVER = Cancellation.NEVER;

    private final Kernel scalar = Kernels.scalar(2);
    private final Kernel vector = Kernels.choose(Kernels.Choice.VECTOR, 3);

    @AfterEach
    void endThreads() {
        scalar.close();
        vector.close();
    }

    @Test
    void bothFormsGiveTheSameBitsThereAndBack() {
        Random random = new Random(1);
        int checked = 0;
        for (int[] shape : SHAPES) {
            for (Normalization normalization : Normalization.values()) {
                for (ActivationFunction function : FUNCTIONS) {
                    for (int rareness : new int[] {1 << 20, 700, 4}) {
                        NumberFormat format = List.of(NumberFormat.values()).get(checked % 3);
                        Matrix z = Matrices.special(random, rareness, shape[0], shape[1]);
                        assertSameThere(normalization, Activation.of(function), z, format);
                        assertSameBack(random, normalization, Activation.of(function), z, format);
                        checked++;
                    }
                }
            }
        }
        assertEquals(SHAPES.length * 4 * FUNCTIONS.size() * 3, checked);
    }

    private void assertSameThere(
            Normalization normalization, Activation activation, Matrix z, NumberFormat format) {
        Matrix expected = Matrices.empty(z.rows(), z.columns());
        Matrix actual = Matrices.copy(z);
        Survey survey =
                scalar.activation(
                        new ActivationLayer(normalization, activation, z, format, expected),
                        BINS,
                        NEVER);
        ActivationLayer inPlace =
                new ActivationLayer(normalization, activation, actual, format, actual);
        assertEquals(survey, vector.activation(inPlace, BINS, NEVER));
        assertArrayEquals(expected.values(), actual.values());
        assertEquals(
                survey(expected, activation.function().saturation(), survey.flushed()), survey);

        Matrix alone = Matrices.empty(z.rows(), z.columns());
        vector.activate(new ActivationLayer(normalization, activation, z, format, alone), NEVER);
        assertArrayEquals(expected.values(), alone.values());
    }

    private void assertSameBack(
            Random random,
            Normalization normalization,
            Activation activation,
            Matrix z,
            NumberFormat format) {
        Matrix gradient = Matrices.special(random, 900, z.rows(), z.columns());
        @Nullable Matrix residual =
                random.nextBoolean() ? Matrices.normal(random, z.rows(), z.columns()) : null;
        float factor = random.nextBoolean() ? 1 : 0.3f;
        Matrix expected = Matrices.empty(z.rows(), z.columns());
        Matrix actual = Matrices.copy(gradient);
        Survey survey =
                scalar.activationBack(
                        new ActivationGradient(
                                normalization,
                                activation,
                                factor,
                                z,
                                gradient,
                                residual,
                                format,
                                expected),
                        BINS,
                        NEVER);
        ActivationGradient inPlace =
                new ActivationGradient(
                        normalization, activation, factor, z, actual, residual, format, actual);
        assertEquals(survey, vector.activationBack(inPlace, BINS, NEVER));
        assertArrayEquals(expected.values(), actual.values());
        assertEquals(survey(expected, Saturation.UNBOUNDED, survey.flushed()), survey);
    }

    private Survey survey(Matrix matrix, Saturation saturation, long flushed) {
        return new Survey(
                scalar.moments(matrix.values(), matrix.rows(), matrix.columns(), saturation, NEVER),
                scalar.histogram(matrix.values(), matrix.size(), BINS, NEVER),
                flushed);
    }

    @Test
    void withoutANormalizationItIsTheActivationAndItsSlope() {
        Random random = new Random(2);
        int checked = 0;
        for (ActivationFunction function : ActivationFunction.values()) {
            Activation activation = Activation.of(function);
            Matrix z = Matrices.special(random, 300, 70, 37);
            Matrix gradient = Matrices.normal(random, 70, 37);
            float[] values = new float[z.size()];
            ActivationLoops.of(activation).values(z.values(), values, 0, z.size());
            float[] slopes = gradient.values().clone();
            scalar.slope(activation, z.values(), slopes, 0, z.size(), NEVER);
            assertArrayEquals(values, there(vector, Normalization.NONE, activation, z).values());
            assertArrayEquals(
                    slopes, back(vector, Normalization.NONE, activation, z, gradient).values());
            checked++;
        }
        assertEquals(ActivationFunction.values().length, checked);
    }

    @Test
    void groupsHaveTheMeanAndVarianceOfTheirDefinition() {
        Random random = new Random(3);
        int checked = 0;
        for (int[] shape : SHAPES) {
            for (Normalization normalization : Normalization.values()) {
                for (double mean : new double[] {0, -3, 4000}) {
                    Matrix z = Matrices.normal(random, shape[0], shape[1]);
                    for (int i = 0; i < z.size(); i++) {
                        z.values()[i] = (float) (z.values()[i] * 0.7 + mean);
                    }
                    double[] expected = normalized(normalization, doubles(z), shape[0], shape[1]);
                    Matrix found = there(vector, normalization, LINEAR, z);
                    for (int i = 0; i < z.size(); i++) {
                        assertEquals(
                                expected[i], found.values()[i], 3e-7 * (1 + Math.abs(expected[i])));
                    }
                    checked++;
                }
            }
        }
        assertEquals(SHAPES.length * 4 * 3, checked);
    }

    @Test
    void gradientsAreDifferencesOfTheDefinition() {
        Random random = new Random(4);
        double h = 1e-5;
        int rows = 6;
        int columns = 7;
        int checked = 0;
        for (Normalization normalization : Normalization.values()) {
            for (ActivationFunction function : ActivationFunction.values()) {
                Activation activation = Activation.of(function);
                Matrix z = Matrices.normal(random, rows, columns);
                Matrix cotangent = Matrices.normal(random, rows, columns);
                Matrix found = back(scalar, normalization, activation, z, cotangent);
                for (int i = 0; i < z.size(); i++) {
                    double[] at = doubles(z);
                    at[i] += h;
                    double above = loss(normalization, activation, at, cotangent);
                    at[i] -= 2 * h;
                    double below = loss(normalization, activation, at, cotangent);
                    double difference = (above - below) / (2 * h);
                    assertEquals(
                            difference,
                            found.values()[i],
                            2e-6 * (1 + Math.abs(difference)),
                            normalization.key() + " " + function.key());
                    checked++;
                }
            }
        }
        assertEquals(4 * ActivationFunction.values().length * rows * columns, checked);
    }

    /// Σ cotangent · φ(norm(z)), in double.
    private static double loss(
            Normalization normalization, Activation activation, double[] z, Matrix cotangent) {
        double[] normalized = normalized(normalization, z, cotangent.rows(), cotangent.columns());
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            sum += cotangent.values()[i] * activation.value(normalized[i]);
        }
        return sum;
    }

    /// A reference of its own: plain sums over each group.
    private static double[] normalized(
            Normalization normalization, double[] z, int rows, int columns) {
        double[] out = z.clone();
        int groups = normalization == Normalization.BATCH ? columns : rows;
        int members = normalization == Normalization.BATCH ? rows : columns;
        int between = normalization == Normalization.BATCH ? columns : 1;
        int apart = normalization == Normalization.BATCH ? 1 : columns;
        for (int group = 0; normalization != Normalization.NONE && group < groups; group++) {
            double mean = 0;
            for (int k = 0; k < members && normalization != Normalization.RMS; k++) {
                mean += z[group * apart + k * between] / members;
            }
            double variance = 0;
            for (int k = 0; k < members; k++) {
                double distance = z[group * apart + k * between] - mean;
                variance += distance * distance / members;
            }
            for (int k = 0; k < members; k++) {
                int i = group * apart + k * between;
                out[i] = (z[i] - mean) / Math.sqrt(variance + 1e-5);
            }
        }
        return out;
    }

    @Test
    void whatIsNotFiniteSpoilsItsOwnGroupAlone() {
        int rows = 70;
        int columns = 40;
        int checked = 0;
        for (float odd : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            for (Normalization normalization :
                    List.of(Normalization.BATCH, Normalization.LAYER, Normalization.RMS)) {
                Matrix z = Matrices.normal(new Random(5), rows, columns);
                z.values()[66 * columns + 33] = odd;
                Matrix found = there(vector, normalization, LINEAR, z);
                for (int i = 0; i < z.size(); i++) {
                    boolean sameGroup =
                            normalization == Normalization.BATCH
                                    ? i % columns == 33
                                    : i / columns == 66;
                    boolean finite = Float.isFinite(found.values()[i]);
                    // an infinite mean square leaves the others of its row 0, and itself ∞ · 0
                    boolean expected =
                            !sameGroup
                                    || (normalization == Normalization.RMS
                                            && odd == Float.POSITIVE_INFINITY
                                            && i != 66 * columns + 33);
                    assertEquals(expected, finite, normalization.key() + " " + odd + " at " + i);
                }
                checked++;
            }
        }
        assertEquals(6, checked);
    }

    @Test
    void aConstantGroupBecomesZeroAndPassesNoGradient() {
        Matrix z = new Matrix(new float[12], 3, 4);
        Arrays.fill(z.values(), 5.25f);
        Matrix ones = new Matrix(new float[12], 3, 4);
        Arrays.fill(ones.values(), 1);
        for (Normalization normalization : List.of(Normalization.BATCH, Normalization.LAYER)) {
            assertArrayEquals(new float[12], there(vector, normalization, LINEAR, z).values());
            assertArrayEquals(new float[12], back(vector, normalization, LINEAR, z, ones).values());
        }
    }

    @Test
    void aCancelledNormalizationEndsSoon() {
        Matrix z = Matrices.empty(4096, 512);
        AtomicInteger asked = new AtomicInteger();
        assertThrows(
                CancelledException.class,
                () ->
                        vector.activation(
                                new ActivationLayer(
                                        Normalization.BATCH, LINEAR, z, NumberFormat.FLOAT32, z),
                                null,
                                () -> asked.incrementAndGet() > 80));
        assertTrue(asked.get() < 200, "asked " + asked);
    }

    @Test
    void shapesThatDoNotFitAreRefusedWithWhatWouldFit() {
        Matrix z = Matrices.empty(3, 4);
        IllegalArgumentException there =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                new ActivationLayer(
                                        Normalization.RMS,
                                        LINEAR,
                                        z,
                                        NumberFormat.FLOAT32,
                                        Matrices.empty(4, 3)));
        assertEquals("output is 4 x 3, not 3 x 4", there.getMessage());
        IllegalArgumentException back =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                new ActivationGradient(
                                        Normalization.RMS,
                                        LINEAR,
                                        1,
                                        z,
                                        z,
                                        Matrices.empty(3, 5),
                                        NumberFormat.FLOAT32,
                                        Matrices.empty(3, 4)));
        assertEquals("residual is 3 x 5, not 3 x 4", back.getMessage());
    }

    private static Matrix there(
            Kernel kernel, Normalization normalization, Activation activation, Matrix z) {
        Matrix out = Matrices.empty(z.rows(), z.columns());
        kernel.activate(
                new ActivationLayer(normalization, activation, z, NumberFormat.FLOAT32, out),
                NEVER);
        return out;
    }

    private static Matrix back(
            Kernel kernel,
            Normalization normalization,
            Activation activation,
            Matrix z,
            Matrix gradient) {
        Matrix out = Matrices.empty(z.rows(), z.columns());
        kernel.activationBack(
                new ActivationGradient(
                        normalization, activation, 1, z, gradient, null, NumberFormat.FLOAT32, out),
                null,
                NEVER);
        return out;
    }

    private static double[] doubles(Matrix matrix) {
        double[] out = new double[matrix.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = matrix.values()[i];
        }
        return out;
    }
}
