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
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The way back through a layer in one go gives what its steps give one after the other.
class GradientLayerTest {
    /// Samples, inputs, outputs.
    private static final int[][] SHAPES = {
        {0, 3, 4}, {1, 70, 33}, {63, 17, 16}, {65, 129, 33}, {200, 5, 37}, {400, 35, 1024}
    };

    private static final Bins OUTPUT_BINS = new Bins(-0.75, 1, 50);
    private static final Bins SLOPE_BINS = new Bins(-2, 2.5, 20);

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
                    float factor = random.nextBoolean() ? 1 : 0.3f;
                    assertEqualsItsSteps(random, Activation.of(function), format, factor, shape);
                    checked++;
                }
            }
        }
        assertEquals(SHAPES.length * ActivationFunction.values().length * 3, checked);
    }

    private void assertEqualsItsSteps(
            Random random, Activation activation, NumberFormat format, float factor, int... shape) {
        Cancellation never = Cancellation.NEVER;
        int rows = shape[0];
        int columns = shape[1];
        Matrix gradient = Matrices.special(random, 400, rows, shape[2]);
        ScaledMatrix weights = new ScaledMatrix(Matrices.normal(random, columns, shape[2]), 0.2f);
        @Nullable Matrix residual =
                random.nextBoolean() ? Matrices.special(random, 300, rows, columns) : null;
        Matrix z = Matrices.special(random, 200, rows, columns);
        Matrix g = Matrices.empty(rows, columns);
        scalar.product(gradient, weights, Orientation.TRANSPOSED, null, g, never);
        if (residual != null) {
            for (int i = 0; i < g.size(); i++) {
                g.values()[i] += residual.values()[i];
            }
        }
        Survey ofG = rounded(g, format, OUTPUT_BINS);
        Matrix d = Matrices.empty(rows, columns);
        scalar.scale(factor, g.values(), d.values(), 0, d.size(), never);
        scalar.slope(activation, z.values(), d.values(), 0, d.size(), never);
        Survey ofD = rounded(d, format, SLOPE_BINS);
        for (Kernel kernel : kernels) {
            Matrix output = Matrices.empty(rows, columns);
            Matrix after = Matrices.empty(rows, columns);
            assertEquals(
                    new GradientLayer.Answer(ofG, ofD),
                    kernel.layerBack(
                            layer(gradient, weights, residual, format, output)
                                    .withSlope(activation, factor, z, after),
                            OUTPUT_BINS,
                            SLOPE_BINS,
                            never));
            assertArrayEquals(g.values(), output.values());
            assertArrayEquals(d.values(), after.values());

            Matrix both = Matrices.empty(rows, columns);
            GradientLayer.Answer inPlace =
                    kernel.layerBack(
                            layer(gradient, weights, residual, format, both)
                                    .withSlope(activation, factor, z, both),
                            null,
                            null,
                            never);
            assertArrayEquals(d.values(), both.values());
            assertEquals(ofG.moments(), inPlace.output().moments());
            assertNull(inPlace.output().histogram());

            Matrix alone = Matrices.empty(rows, columns);
            assertEquals(
                    new GradientLayer.Answer(ofG, null),
                    kernel.layerBack(
                            layer(gradient, weights, residual, format, alone).question(),
                            OUTPUT_BINS,
                            null,
                            never));
            assertArrayEquals(g.values(), alone.values());

            for (Surveyed surveyed : List.of(Surveyed.LAST, Surveyed.NONE)) {
                Matrix again = Matrices.empty(rows, columns);
                Survey last = new Survey(ofD.moments(), null, ofD.flushed());
                assertEquals(
                        new GradientLayer.Answer(
                                Survey.NONE, surveyed == Surveyed.LAST ? last : Survey.NONE),
                        kernel.layerBack(
                                surveyed,
                                layer(gradient, weights, residual, format, output)
                                        .withSlope(activation, factor, z, again),
                                never));
                assertArrayEquals(d.values(), again.values());
            }
        }
    }

    /// What a [GradientLayer] has in common with and without a slope.
    private record Common(
            Matrix gradient,
            ScaledMatrix weights,
            @Nullable Matrix residual,
            NumberFormat format,
            Matrix output) {
        GradientLayer question() {
            return new GradientLayer(gradient, weights, residual, format, output, null);
        }

        GradientLayer withSlope(Activation activation, float factor, Matrix z, Matrix after) {
            return new GradientLayer(
                    gradient,
                    weights,
                    residual,
                    format,
                    output,
                    new GradientLayer.Slope(activation, factor, z, after));
        }
    }

    private static Common layer(
            Matrix gradient,
            ScaledMatrix weights,
            @Nullable Matrix residual,
            NumberFormat format,
            Matrix output) {
        return new Common(gradient, weights, residual, format, output);
    }

    private Survey rounded(Matrix matrix, NumberFormat format, Bins bins) {
        Cancellation never = Cancellation.NEVER;
        float[] values = matrix.values();
        long flushed = scalar.round(format, values, values, 0, values.length, never);
        return new Survey(
                scalar.moments(
                        values, matrix.rows(), matrix.columns(), Saturation.UNBOUNDED, never),
                scalar.histogram(values, values.length, bins, never),
                flushed);
    }

    @Test
    void aCancelledWayBackEndsSoon() {
        int width = 2048;
        Matrix square = new Matrix(new float[width * width], width, width);
        Matrix out = new Matrix(new float[width * width], width, width);
        AtomicInteger asked = new AtomicInteger();
        GradientLayer layer =
                new GradientLayer(
                        square, ScaledMatrix.of(square), null, NumberFormat.FLOAT32, out, null);
        assertThrows(
                CancelledException.class,
                () -> vector.layerBack(layer, null, null, () -> asked.incrementAndGet() > 10));
        assertTrue(asked.get() < 300, "asked " + asked);
    }

    @Test
    void shapesThatDoNotFitAreRefusedWithWhatWouldFit() {
        record Case(Matrix weights, Matrix residual, Matrix output, Matrix z, String sentence) {}
        Case[] cases = {
            new Case(
                    zeros(3, 5),
                    zeros(2, 3),
                    zeros(2, 3),
                    zeros(2, 3),
                    "weights is 3 x 5, not 3 x 4"),
            new Case(
                    zeros(3, 4),
                    zeros(2, 4),
                    zeros(2, 3),
                    zeros(2, 3),
                    "residual is 2 x 4, not 2 x 3"),
            new Case(
                    zeros(3, 4),
                    zeros(2, 3),
                    zeros(1, 3),
                    zeros(2, 3),
                    "output is 1 x 3, not 2 x 3"),
            new Case(
                    zeros(3, 4),
                    zeros(2, 3),
                    zeros(2, 3),
                    zeros(3, 3),
                    "preActivation is 3 x 3, not 2 x 3")
        };
        int checked = 0;
        for (Case each : cases) {
            IllegalArgumentException refusal =
                    assertThrows(
                            IllegalArgumentException.class,
                            () ->
                                    layer(
                                                    zeros(2, 4),
                                                    ScaledMatrix.of(each.weights()),
                                                    each.residual(),
                                                    NumberFormat.FLOAT32,
                                                    each.output())
                                            .withSlope(
                                                    Activation.of(ActivationFunction.RELU),
                                                    1,
                                                    each.z(),
                                                    zeros(2, 3)));
            assertEquals(each.sentence(), refusal.getMessage());
            checked++;
        }
        assertEquals(4, checked);
    }

    private static Matrix zeros(int rows, int columns) {
        return new Matrix(new float[rows * columns], rows, columns);
    }
}
