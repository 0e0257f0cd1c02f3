package dev.weightscope.jacobian;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Architecture;
import dev.weightscope.model.BranchScale;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.LayerPlace;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.Skip;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Tangents beside differences of the signals that they are carried with.
class TangentWalkTest {
    private static final int INPUTS = 4;
    private static final double STEP = 1e-6;

    private static double[] drawn(int count, long seed) {
        Random random = new Random(seed);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }

    private static double[][] weights(LayerPlace place) {
        double[][] rows = new double[place.fanIn()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = drawn(place.fanOut(), 100L * place.layer() + i);
        }
        return rows;
    }

    private static TangentWalk walk(
            Experiment experiment, double[][] samples, int traced, Kernel kernel) {
        TangentWalk walk = new TangentWalk(experiment, samples, 0, traced, kernel);
        for (LayerPlace place : experiment.places()) {
            float[] bias = new float[place.fanOut()];
            for (int unit = 0; unit < bias.length; unit++) {
                bias[unit] = (float) drawn(1, unit)[0] / 3;
            }
            walk.through(place, weights(place), bias, place.fanOut(), Cancellation.NEVER);
        }
        return walk;
    }

    private static Experiment experiment(Activation activation, Architecture architecture) {
        return Experiment.DEFAULT
                .withWidths(LayerWidths.Listed.parse("4,5,5,5,5,3,3"))
                .withActivation(activation)
                .withArchitecture(architecture);
    }

    private static double[][] dense(Tangent tangent) {
        double[][] dense = new double[tangent.width()][tangent.columns()];
        for (int i = 0; i < tangent.units().length; i++) {
            for (int j = 0; j < tangent.columns(); j++) {
                dense[tangent.units()[i]][j] =
                        Math.scalb(tangent.rows()[i][j], (int) tangent.exponent());
            }
        }
        return dense;
    }

    @Test
    void theTangentOfEveryActivationNormAndSkipIsTheDifferenceOfTheOutput() {
        int checked = 0;
        try (Kernel kernel = Kernels.scalar(1)) {
            for (ActivationFunction function : ActivationFunction.values()) {
                for (Normalization norm :
                        List.of(Normalization.NONE, Normalization.LAYER, Normalization.RMS)) {
                    for (Skip skip : Skip.values()) {
                        Experiment experiment =
                                experiment(
                                        Activation.of(function),
                                        new Architecture(norm, skip, new BranchScale.Factor(0.7)));
                        checked += check(experiment, kernel);
                    }
                }
            }
        }
        assertEquals(ActivationFunction.values().length * 3 * 3 * 3 * INPUTS, checked);
    }

    private static int check(Experiment experiment, Kernel kernel) {
        double[] input = drawn(INPUTS, 11);
        double[][] tangent =
                dense(walk(experiment, new double[][] {input}, 1, kernel).tangents().getFirst());
        double largest = 0;
        for (double[] row : tangent) {
            for (double each : row) {
                largest = Math.max(largest, Math.abs(each));
            }
        }
        int checked = 0;
        for (int j = 0; j < INPUTS; j++) {
            double[] above = input.clone();
            double[] below = input.clone();
            above[j] += STEP;
            below[j] -= STEP;
            TangentWalk moved = walk(experiment, new double[][] {above, below}, 0, kernel);
            for (int unit = 0; unit < tangent.length; unit++) {
                double difference = moved.signal(0)[unit] - moved.signal(1)[unit];
                assertEquals(
                        difference / (2 * STEP),
                        tangent[unit][j],
                        1e-7 * Math.max(1, largest),
                        experiment.caption());
                checked++;
            }
        }
        return checked;
    }

    /// Of one linear layer: 1/s of each unit times its weights.
    @Test
    void batchNormIsHeldAsTheBatchMakesIt() {
        Experiment experiment =
                experiment(
                                Activation.of(ActivationFunction.LINEAR),
                                Architecture.PLAIN.withNormalization(Normalization.BATCH))
                        .withWidths(LayerWidths.Listed.parse("4,5"));
        double[][] samples = new double[9][];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = drawn(INPUTS, i);
        }
        LayerPlace place = experiment.places().getFirst();
        double[][] weights = weights(place);
        try (Kernel kernel = Kernels.scalar(1)) {
            double[][] tangent = dense(walk(experiment, samples, 1, kernel).tangents().getFirst());
            for (int unit = 0; unit < 5; unit++) {
                double sum = 0;
                double squares = 0;
                for (double[] sample : samples) {
                    double z = 0;
                    for (int i = 0; i < INPUTS; i++) {
                        z += sample[i] * weights[i][unit];
                    }
                    sum += z / samples.length;
                    squares += z * z / samples.length;
                }
                double deviation = Math.sqrt(squares - sum * sum + Normalization.EPSILON);
                for (int j = 0; j < INPUTS; j++) {
                    assertEquals(weights[j][unit] / deviation, tangent[unit][j], 1e-12);
                }
            }
        }
    }
}
