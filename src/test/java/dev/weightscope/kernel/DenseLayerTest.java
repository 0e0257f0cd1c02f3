package dev.weightscope.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.ActivationFunction.Saturation;
import dev.weightscope.model.NumberFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A layer in one go gives what its steps give one after the other.
class DenseLayerTest {
    private static final int[][] SHAPES = {
        {0, 3, 4}, {1, 70, 515}, {63, 17, 16}, {65, 33, 129}, {200, 5, 37}, {1000, 40, 300}
    };
    private static final Bins BINS = new Bins(-0.75, 1, 50);

    private final Kernel scalar = Kernels.scalar(1);
    private final Kernel vector = Kernels.choose(Kernels.Choice.VECTOR, 3);

    /// Alone, its tiles are the largest: many rows of one are finished while others wait.
    private final Kernel vectorAlone = Kernels.choose(Kernels.Choice.VECTOR, 1);

    private final List<Kernel> kernels = List.of(scalar, vector, vectorAlone);

    @AfterEach
    void endThreads() {
        kernels.forEach(Kernel::close);
    }

    @Test
    void itEqualsItsStepsBitForBitInBothForms() {
        Random random = new Random(1);
        int checked = 0;
        for (int[] shape : SHAPES) {
            for (ActivationFunction function : ActivationFunction.values()) {
                for (NumberFormat format : NumberFormat.values()) {
                    assertEqualsItsSteps(random, Activation.of(function), format, shape);
                    checked++;
                }
            }
        }
        assertEquals(SHAPES.length * ActivationFunction.values().length * 3, checked);
    }

    private void assertEqualsItsSteps(
            Random random, Activation activation, NumberFormat format, int... shape) {
        Matrix input = Matrices.special(random, 40, shape[0], shape[1]);
        ScaledMatrix weights = new ScaledMatrix(Matrices.normal(random, shape[1], shape[2]), 0.4f);
        float[] bias = Matrices.normal(random, 1, shape[2]).values();
        Matrix z = new Matrix(new float[shape[0] * shape[2]], shape[0], shape[2]);
        Matrix y = new Matrix(new float[shape[0] * shape[2]], shape[0], shape[2]);
        Cancellation never = Cancellation.NEVER;
        scalar.product(input, weights, Orientation.AS_STORED, bias, z, never);
        ActivationLoops.of(activation).values(z.values(), y.values(), 0, z.size());
        long flushed = scalar.round(format, y.values(), y.values(), 0, y.size(), never);
        Saturation saturation = activation.function().saturation();
        DenseLayer.Answer expected =
                new DenseLayer.Answer(
                        scalar.moments(
                                z.values(), z.rows(), z.columns(), Saturation.UNBOUNDED, never),
                        new Survey(
                                scalar.moments(
                                        y.values(), y.rows(), y.columns(), saturation, never),
                                scalar.histogram(y.values(), y.size(), BINS, never),
                                flushed));
        for (Kernel kernel : kernels) {
            Matrix keptZ = new Matrix(new float[z.size()], z.rows(), z.columns());
            Matrix output = new Matrix(new float[y.size()], y.rows(), y.columns());
            assertEquals(
                    expected,
                    kernel.layer(
                            new DenseLayer(input, weights, bias, keptZ, activation, format, output),
                            BINS,
                            never));
            assertArrayEquals(z.values(), keptZ.values());
            assertArrayEquals(y.values(), output.values());

            Matrix alone = new Matrix(new float[y.size()], y.rows(), y.columns());
            DenseLayer.Answer withoutZ =
                    kernel.layer(
                            new DenseLayer(input, weights, bias, null, activation, format, alone),
                            null,
                            never);
            assertArrayEquals(y.values(), alone.values());
            assertEquals(expected.output().moments(), withoutZ.output().moments());
            assertNull(withoutZ.preActivation());
            assertNull(withoutZ.output().histogram());

            for (Surveyed surveyed : List.of(Surveyed.LAST, Surveyed.NONE)) {
                Matrix againZ = new Matrix(new float[z.size()], z.rows(), z.columns());
                Matrix again = new Matrix(new float[y.size()], y.rows(), y.columns());
                DenseLayer.Answer answer =
                        kernel.layer(
                                surveyed,
                                new DenseLayer(
                                        input, weights, bias, againZ, activation, format, again),
                                never);
                assertArrayEquals(z.values(), againZ.values());
                assertArrayEquals(y.values(), again.values());
                assertNull(answer.preActivation());
                Survey last = new Survey(expected.output().moments(), null, flushed);
                assertEquals(surveyed == Surveyed.LAST ? last : Survey.NONE, answer.output());
            }
        }
    }

    @Test
    void aBranchIsAddedToItsStreamWithOneRounding() {
        Random random = new Random(2);
        Cancellation never = Cancellation.NEVER;
        Activation tanh = Activation.of(ActivationFunction.TANH);
        int checked = 0;
        for (int[] shape : SHAPES) {
            for (NumberFormat format : NumberFormat.values()) {
                Matrix input = Matrices.special(random, 300, shape[0], shape[1]);
                ScaledMatrix weights =
                        new ScaledMatrix(Matrices.normal(random, shape[1], shape[2]), 0.4f);
                Matrix stream = Matrices.special(random, 300, shape[0], shape[2]);
                Matrix y = Matrices.empty(shape[0], shape[2]);
                float[] values = y.values();
                scalar.product(input, weights, Orientation.AS_STORED, null, y, never);
                ActivationLoops.of(tanh).values(values, values, 0, values.length);
                for (int i = 0; i < values.length; i++) {
                    values[i] = Math.fma(0.3f, values[i], stream.values()[i]);
                }
                long flushed = scalar.round(format, values, values, 0, values.length, never);
                Moments moments =
                        scalar.moments(values, shape[0], shape[2], Saturation.UNBOUNDED, never);
                float[] noBias = new float[shape[2]];
                Arrays.fill(noBias, -0f); // what is added changes no bit
                for (Kernel kernel : kernels) {
                    Matrix output = Matrices.empty(shape[0], shape[2]);
                    DenseLayer.Answer survey =
                            kernel.layer(
                                    new DenseLayer(
                                            input,
                                            weights,
                                            noBias,
                                            null,
                                            tanh,
                                            format,
                                            new DenseLayer.Residual(stream, 0.3f),
                                            output),
                                    null,
                                    never);
                    assertArrayEquals(values, output.values());
                    assertEquals(
                            new DenseLayer.Answer(null, new Survey(moments, null, flushed)),
                            survey);
                    checked++;
                }
            }
        }
        assertEquals(SHAPES.length * 3 * kernels.size(), checked);
    }

    @Test
    void aCancelledLayerEndsSoon() {
        int width = 2048;
        Matrix square = new Matrix(new float[width * width], width, width);
        Matrix out = new Matrix(new float[width * width], width, width);
        AtomicInteger asked = new AtomicInteger();
        DenseLayer layer =
                new DenseLayer(
                        square,
                        ScaledMatrix.of(square),
                        new float[width],
                        null,
                        Activation.of(ActivationFunction.RELU),
                        NumberFormat.FLOAT32,
                        out);
        assertThrows(
                CancelledException.class,
                () -> vector.layer(layer, null, () -> asked.incrementAndGet() > 10));
        assertTrue(asked.get() < 300, "asked " + asked);
    }

    @Test
    void shapesThatDoNotFitAreRefusedWithWhatWouldFit() {
        record Case(Matrix weights, Matrix z, Matrix output, String sentence) {}
        List<Case> cases =
                List.of(
                        new Case(
                                zeros(5, 4),
                                zeros(2, 4),
                                zeros(2, 4),
                                "weights is 5 x 4, not 3 x 4"),
                        new Case(
                                zeros(3, 5),
                                zeros(2, 4),
                                zeros(2, 4),
                                "weights is 3 x 5, not 3 x 4"),
                        new Case(
                                zeros(3, 4),
                                zeros(2, 4),
                                zeros(1, 4),
                                "output is 1 x 4, not 2 x 4"),
                        new Case(
                                zeros(3, 4),
                                zeros(2, 3),
                                zeros(2, 4),
                                "preActivation is 2 x 3, not 2 x 4"),
                        new Case(
                                zeros(3, 4),
                                zeros(3, 4),
                                zeros(2, 4),
                                "preActivation is 3 x 4, not 2 x 4"));
        int checked = 0;
        for (Case each : cases) {
            IllegalArgumentException refusal =
                    assertThrows(
                            IllegalArgumentException.class,
                            () ->
                                    new DenseLayer(
                                            zeros(2, 3),
                                            ScaledMatrix.of(each.weights()),
                                            new float[4],
                                            each.z(),
                                            Activation.of(ActivationFunction.RELU),
                                            NumberFormat.FLOAT32,
                                            each.output()));
            assertEquals(each.sentence(), refusal.getMessage());
            checked++;
        }
        assertEquals(5, checked);
    }

    private static Matrix zeros(int rows, int columns) {
        return new Matrix(new float[rows * columns], rows, columns);
    }
}
