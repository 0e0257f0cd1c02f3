package dev.weightscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Architecture;
import dev.weightscope.model.Bias;
import dev.weightscope.model.BiasKind;
import dev.weightscope.model.BranchScale;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Skip;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.StandardInitializer;
import dev.weightscope.model.TensorStatistics;
import org.junit.jupiter.api.Test;

/// The gradients beside differences of the loss, in a network that is computed in double by its
/// definitions.
class GradientDifferencesTest {
    private static final Experiment SMALL =
            Experiment.DEFAULT
                    .withInitializer(StandardInitializer.of(InitializerScheme.LECUN_NORMAL))
                    .withGain(1.3)
                    .withBias(new Bias(BiasKind.CONSTANT, 0.1)) // no value lies on a kink
                    .withSamples(6)
                    .withWidths(LayerWidths.Listed.parse("4,5,3,3,3,3"))
                    .withSeed(7);

    private static final double STEP = 1e-6;

    /// Of float32 arithmetic, as a share of a tensor's RMS.
    private static final double TOLERANCE = 2e-5;

    @Test
    void everyGradientOfEveryActivationNormAndSkipIsTheDifferenceOfTheLoss() {
        int checked = 0;
        try (Kernel kernel = Kernels.scalar(1)) {
            for (ActivationFunction function : ActivationFunction.values()) {
                for (Normalization normalization : Normalization.values()) {
                    for (Skip skip : Skip.values()) {
                        Architecture architecture =
                                new Architecture(normalization, skip, new BranchScale.Factor(0.7));
                        Experiment experiment =
                                SMALL.withActivation(Activation.of(function))
                                        .withArchitecture(architecture);
                        checked += check(experiment, kernel);
                    }
                }
            }
        }
        assertEquals(ActivationFunction.values().length * 4 * 3 * 5 * 3, checked);
    }

    private static int check(Experiment experiment, Kernel kernel) {
        Snapshot found =
                new Engine(kernel).run(experiment, Passes.THERE_AND_BACK, Cancellation.NEVER);
        DoubleNetwork network = new DoubleNetwork(experiment, kernel);
        int checked = 0;
        for (int layer = 1; layer <= experiment.depth(); layer++) {
            for (DoubleNetwork.Moved tensor : DoubleNetwork.Moved.values()) {
                Quantity quantity =
                        switch (tensor) {
                            case PRE_ACTIVATION -> Quantity.PRE_ACTIVATION_GRADIENT;
                            case OUTPUT -> Quantity.ACTIVATION_GRADIENT;
                            case WEIGHT -> Quantity.WEIGHT_GRADIENT;
                        };
                assertIsOf(
                        experiment.caption() + ", layer " + layer + ", " + quantity.label(),
                        network.gradient(tensor, layer, STEP),
                        found.layer(layer).of(quantity));
                checked++;
            }
        }
        return checked;
    }

    private static void assertIsOf(String what, double[][] expected, TensorStatistics actual) {
        double rms = DoubleNetwork.rms(expected);
        double mean = DoubleNetwork.all(expected).average().orElseThrow();
        double slack = TOLERANCE * Math.max(rms, 1e-4);
        assertEquals(DoubleNetwork.all(expected).count(), actual.count(), what);
        assertEquals(rms, actual.rms(), slack, what);
        assertEquals(mean, actual.mean(), slack, what);
        assertEquals(
                DoubleNetwork.all(expected).min().orElseThrow(), actual.min(), 4 * slack, what);
        assertEquals(
                DoubleNetwork.all(expected).max().orElseThrow(), actual.max(), 4 * slack, what);
    }
}
