package dev.weightscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Architecture;
import dev.weightscope.model.BranchScale;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerParameter;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Skip;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.StandardInitializer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Known laws of norms and skips, found by running.
class GradientLawsTest {
    private static final Kernel KERNEL = Kernels.choose(Kernels.Choice.AUTO, 2);

    /// ReLU layers of which two, one after the other, keep the second moment: σ₁²·σ₂²·E[φ′²] = 1.
    private static final Experiment RELU =
            Experiment.DEFAULT
                    .withActivation(Activation.of(ActivationFunction.RELU))
                    .withInitializer(
                            StandardInitializer.of(InitializerScheme.VARIANCE_SCALING)
                                    .with(InitializerParameter.SCALE, Math.sqrt(2)))
                    .withWidth(300)
                    .withSamples(100);

    private static final int BRANCHES = 16;
    private static final Experiment BRANCHED = RELU.withDepth(2 * BRANCHES);

    @AfterAll
    static void close() {
        KERNEL.close();
    }

    /// Yang et al. 2019, "A mean field theory of batch normalization": π/(π − 1) a layer, whatever
    /// the weights' scale.
    @Test
    void behindBatchNormGradientsOfReluLayersExplode() {
        for (double gain : new double[] {0.1, 1, 10}) {
            Snapshot found =
                    run(
                            RELU.withGain(gain)
                                    .withSamples(512)
                                    .withDepth(14)
                                    .withArchitecture(
                                            Architecture.PLAIN.withNormalization(
                                                    Normalization.BATCH)));
            double growth = gradient(found.layer(2)) / gradient(found.layer(13));
            assertEquals(1.467, Math.pow(growth, 2.0 / 11), 0.03, "gain " + gain);
        }
    }

    @Test
    void aSumOfBranchesDoublesForwardAndBackward() {
        Snapshot found =
                run(BRANCHED.withArchitecture(skip(Normalization.NONE, BranchScale.Factor.ONE)));
        assertIsFactor(Math.pow(2, BRANCHES), found, 0.25);
    }

    @Test
    void scaledByDepthTheSumGrowsToE() {
        Snapshot found =
                run(BRANCHED.withArchitecture(skip(Normalization.NONE, new BranchScale.Depth())));
        assertIsFactor(Math.pow(1 + 1.0 / BRANCHES, BRANCHES), found, 0.05);
        assertIsFactor(Math.E, found, 0.08);
    }

    /// Each branch adds the same, since what enters it is normalized.
    @Test
    void behindNormsTheSumGrowsByOneABranch() {
        for (Normalization norm : List.of(Normalization.LAYER, Normalization.RMS)) {
            assertIsFactor(
                    1 + BRANCHES,
                    run(BRANCHED.withArchitecture(skip(norm, BranchScale.Factor.ONE))),
                    0.1);
            assertIsFactor(
                    2, run(BRANCHED.withArchitecture(skip(norm, new BranchScale.Depth()))), 0.05);
        }
    }

    /// Of the signal's second moment from input to output, and of the gradient's from the output to
    /// the input of the first branch, which is the first norm's.
    private static void assertIsFactor(double expected, Snapshot found, double tolerance) {
        double forward = square(found.last().activation().rms() / found.input().rms());
        assertEquals(1, forward / expected, tolerance, "forward " + forward);
        double back =
                square(
                        found.layer(2).of(Quantity.ACTIVATION_GRADIENT).rms()
                                / found.last().of(Quantity.ACTIVATION_GRADIENT).rms());
        double firstBranch = square(found.layer(2).activation().rms() / found.input().rms());
        assertEquals(1, back * firstBranch / expected, tolerance, "back " + back);
    }

    private static double square(double value) {
        return value * value;
    }

    private static double gradient(LayerStatistics layer) {
        return layer.of(Quantity.PRE_ACTIVATION_GRADIENT).rms();
    }

    private static Architecture skip(Normalization norm, BranchScale scale) {
        return new Architecture(norm, Skip.TWO, scale);
    }

    private static Snapshot run(Experiment experiment) {
        return new Engine(KERNEL).run(experiment, Passes.THERE_AND_BACK, Cancellation.NEVER);
    }
}
