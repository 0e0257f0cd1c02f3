package dev.weightscope.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.BranchScale;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerParameter;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.LayerPlace;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.Skip;
import dev.weightscope.model.StandardInitializer;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SignalTheoryTest {
    private static final int WIDTH = 256;
    private int checks;

    /// 50 runs of another program at width 500, so that theory is out by what the width leaves.
    @ParameterizedTest
    @CsvSource({"xavier_gain_1, 1", "xavier_gain_sqrt2, 1.4142135623730951"})
    void stdsOfTheExerciseAreThoseOfAnotherProgramsRuns(String key, double gain) {
        JsonNode std = MeanFieldTable.read("feedforward.json").get(key).get("std");
        List<LayerTheory> theory = Nets.curves(Experiment.DEFAULT.withGain(gain));
        for (int i = 0; i < 10; i++) {
            double expected = std.get("avg").get(i).asDouble();
            assertEquals(expected, theory.get(i).activationStd(), 0.004 * expected);
            assertEquals(0, theory.get(i).activationMean(), 1e-15);
        }
        assertEquals(10, std.get("avg").size());
    }

    /// Of tanh under U(−1, 1) four of five units are saturated and gradients explode for all that:
    /// by 7.09 a layer in the second moment at width 500.
    @Test
    void saturatedTanhStillLetsGradientsExplode() {
        Experiment experiment =
                Experiment.DEFAULT.withInitializer(
                        StandardInitializer.of(InitializerScheme.UNIFORM)
                                .with(InitializerParameter.LIMIT, 1));
        List<LayerTheory> theory = Nets.curves(experiment);
        assertEquals(7.09, theory.get(5).chi(), 0.01);
        assertEquals(.96767, theory.get(5).activationStd(), 5e-4);
        double ratio = theory.get(2).gradientRms() / theory.get(7).gradientRms();
        assertEquals(Math.pow(7.09, 2.5), ratio, 0.01 * ratio);
    }

    @Test
    void reluUnderHeHoldsBothWays() {
        List<LayerTheory> theory = Nets.curves(relu(50, 2));
        for (LayerTheory layer : theory) {
            assertEquals(2, layer.preActivationVariance(), 1e-12);
            assertEquals(1, layer.activationRms(), 1e-12);
            assertEquals(Math.sqrt(1 / Math.PI), layer.activationMean(), 1e-12);
            assertEquals(1, layer.outputGradientRms(), 1e-12);
            assertEquals(Math.sqrt(0.5), layer.gradientRms(), 1e-12);
            assertEquals(Math.sqrt(512 * 0.5), layer.weightGradientRms(), 1e-12 * 512);
            assertEquals(1, layer.chi(), 1e-12);
        }
        assertEquals(50, theory.size());
    }

    /// An output of 10 units sends a gradient of 10·Var(W) to each of 100.
    @Test
    void widthsOfTheirOwnAreFollowed() {
        Experiment experiment =
                Experiment.DEFAULT
                        .withWidths(LayerWidths.Listed.parse("784,100,10"))
                        .withActivation(Activation.of(ActivationFunction.LINEAR))
                        .withInitializer(StandardInitializer.of(InitializerScheme.XAVIER_NORMAL));
        List<LayerTheory> theory = Nets.curves(experiment);
        assertEquals(784 * 2.0 / 884, theory.get(0).preActivationVariance(), 1e-12);
        assertEquals(
                784 * 2.0 / 884 * 100 * 2.0 / 110, theory.get(1).preActivationVariance(), 1e-12);
        assertEquals(Math.sqrt(10 * 2.0 / 110), theory.get(0).outputGradientRms(), 1e-12);
    }

    // Residual networks: q_L = 2^L, e, 1 + L.

    @Test
    void withoutNormTheSecondMomentDoublesWithEveryBranch() {
        List<LayerTheory> theory = Nets.curves(branchesOfTwo(20, 1));
        assertEquals(Math.pow(2, 5), theory.getLast().activationRms(), 1e-11);
        // Before it is added to the stream's, a branch's own gradient is as large as behind it.
        assertEquals(Math.pow(2, 4.5), theory.getFirst().gradientRms(), 1e-11);
    }

    @Test
    void scaledByDepthTheStreamGrowsByE() {
        Experiment experiment = branchesOfTwo(1000, 1).withBranchScale(new BranchScale.Depth());
        double second = Math.pow(Nets.curves(experiment).getLast().activationRms(), 2);
        assertEquals(Math.pow(1 + 1.0 / 500, 500), second, 1e-9);
        assertEquals(Math.E, second, 3e-3);
    }

    @Test
    void preNormMakesTheStreamGrowByOneWithEveryBranch() {
        for (Normalization norm : List.of(Normalization.LAYER, Normalization.RMS)) {
            Experiment experiment = branchesOfTwo(64, 1).withNormalization(norm);
            List<LayerTheory> theory = Nets.curves(experiment);
            assertEquals(33, Math.pow(theory.getLast().activationRms(), 2), 1e-3);
            double entry =
                    Math.pow(theory.getFirst().gradientRms(), 2)
                            + Math.pow(theory.get(1).outputGradientRms(), 2);
            assertEquals(33, entry, 2e-3);
            List<LayerTheory> scaled =
                    Nets.curves(experiment.withBranchScale(new BranchScale.Depth()));
            assertEquals(2, Math.pow(scaled.getLast().activationRms(), 2), 1e-4);
        }
    }

    /// The factor of a gradient's second moment a layer: of batch norm E φ′² / Var φ, π/(π−1) of
    /// ReLU (Yang et al. 2019), of the others E φ′² / E φ².
    @ParameterizedTest
    @CsvSource({
        "BATCH, relu, 1.46694",
        "BATCH, tanh, 1.17781",
        "BATCH, linear, 1",
        "LAYER, relu, 1",
        "LAYER, tanh, 1.17781",
        "LAYER, gelu, 1.07203",
        "RMS, selu, 1.07157"
    })
    void normalizedPlainNetworksExplodeWhateverTheWeights(
            Normalization normalization, String activation, double factor) {
        for (double weightVariance : new double[] {0.3, 1, 50}) {
            Experiment net =
                    Nets.of(activation, weightVariance, 0, WIDTH, 10)
                            .withNormalization(normalization);
            List<LayerTheory> layers = Nets.curves(net);
            TheorySummary summary = SignalTheory.summary(net);
            double mine = Math.pow(layers.get(4).gradientRms() / layers.get(5).gradientRms(), 2);
            assertEquals(factor, mine, 2e-4);
            assertEquals(factor, layers.get(5).chi(), 2e-4);
            assertEquals(factor, summary.chi(), 1e-5);
            assertEquals(0, summary.varianceScale());
            assertEquals(
                    summary.variance(),
                    layers.get(5).preActivationVariance(),
                    1e-4 * weightVariance);
        }
    }

    @Test
    void whereNoSkipLeadsPastALayerTheLimitIsThatOfAPlainNetwork() {
        for (Normalization norm : Normalization.values()) {
            Experiment one = Experiment.DEFAULT.withDepth(1).withNormalization(norm);
            assertEquals(SignalTheory.summary(one), SignalTheory.summary(one.withSkip(Skip.TWO)));
        }
        assertEquals(4, Normalization.values().length);
    }

    @Test
    void onAStreamNothingSettles() {
        TheorySummary summary = SignalTheory.summary(branchesOfTwo(20, 1));
        assertEquals(1, summary.weightVariance(), 1e-12);
        assertTrue(Double.isNaN(summary.variance()));
        assertEquals(Optional.empty(), summary.phase());
        assertTrue(Double.isNaN(Nets.curves(branchesOfTwo(20, 1)).getFirst().band().low()));
    }

    /// The first layer of a branch of two as it is, the last 0: the stream stays what it was.
    @Test
    void branchesThatBeginAtZeroLeaveTheStreamAlone() {
        Experiment fixup =
                branchesOfTwo(20, 1)
                        .withActivation(Activation.of(ActivationFunction.RELU))
                        .withInitializer(StandardInitializer.of(InitializerScheme.FIXUP));
        assertEquals(1, Nets.curves(fixup).getLast().activationRms(), 1e-12);
        assertEquals(1, Nets.curves(fixup).getLast().gradientRms(), 1e-12);
        assertEquals(0, Nets.curves(fixup).getFirst().gradientRms());
    }

    /// Of ReLU what enters the second layer has second moment 1/2: so the orthonormal weights of
    /// all but the first layer are divided by √(1/2).
    @Test
    void weightsThatAreDividedByTheMeasuredStdHoldEveryVariance() {
        LayerVariances orthonormal =
                new LayerVariances(LayerPlace.plain(1, 500, 500), 1, 0, OptionalDouble.of(1));
        List<ForwardPass.Layer> layers =
                ForwardPass.of(
                        MeanFieldTable.moments("relu"),
                        Normalization.NONE,
                        new InputStatistics(1, 0, 0, 0, true),
                        Collections.nCopies(12, orthonormal),
                        () -> {});
        for (ForwardPass.Layer layer : layers) {
            assertEquals(1, layer.variance(), 1e-12);
            assertEquals(0.5, layer.second(), 1e-12);
        }
        assertEquals(1, layers.getFirst().laws().weightVariance());
        assertFalse(layers.getFirst().isMeasured(), "its std is 1 already");
        assertEquals(2, layers.getLast().laws().weightVariance(), 1e-12);
        assertTrue(layers.getLast().isMeasured());
        LayerVariances doubled = orthonormal.times(2).seeing(0.5);
        assertEquals(8, doubled.weightVariance(), 1e-12);
    }

    @Test
    void theAnswerIsTheCurvesAndWhatDepthLeadsTo() {
        Experiment tanh = Experiment.DEFAULT.withGain(Math.sqrt(2));
        TheoryAnswer.Known answer =
                assertInstanceOf(
                        TheoryAnswer.Known.class, SignalTheory.answer(tanh, () -> checks++));
        assertEquals(Nets.curves(tanh), answer.layers());
        TheorySummary summary = SignalTheory.summary(tanh);
        assertEquals(OptionalInt.empty(), summary.layer());
        assertEquals(2, summary.weightVariance(), 1e-12);
        assertEquals(0, summary.biasVariance());
        assertEquals(.617965, summary.variance(), 6e-7);
        assertEquals(1.105529, summary.chi(), 6e-7);
        assertEquals(0, summary.correlation(), 1e-9);
        assertEquals(1.686, summary.varianceScale(), 6e-4);
        assertEquals(21.724, summary.correlationScale(), 6e-4);
        assertEquals(Optional.of(Phase.CHAOTIC), summary.phase());
        assertTrue(checks > 0);
        TheorySummary ofListed =
                SignalTheory.summary(tanh.withWidths(LayerWidths.Listed.parse("784,100,50,10")));
        assertEquals(OptionalInt.of(2), ofListed.layer());
    }

    @Test
    void whereThereIsNoTheoryTheAnswerIsTheReason() {
        Experiment identity =
                Experiment.DEFAULT.withInitializer(
                        StandardInitializer.of(InitializerScheme.IDENTITY));
        assertEquals(
                new TheoryAnswer.None(
                        "Theory is of weights drawn at random; these are the identity."),
                SignalTheory.answer(identity, () -> {}));
    }

    @ParameterizedTest
    @CsvSource({
        "ZEROS, NONE, these are all 0.",
        "FIXUP, ONE, every branch begins at 0 and leaves the stream as it is.",
        "DELTA_ZERO, ONE, every branch begins at 0 and leaves the stream as it is.",
        "CONSTANT, NONE, these are equal."
    })
    void ofWeightsThatAreAllAlikeTheReasonSaysWhichTheyAre(
            InitializerScheme scheme, Skip skip, String reason) {
        assertEquals(
                new TheoryAnswer.None("Theory is of weights drawn at random; " + reason),
                SignalTheory.answer(
                        Experiment.DEFAULT
                                .withInitializer(StandardInitializer.of(scheme))
                                .withSkip(skip),
                        () -> {}));
    }

    /// 1 is a fixed point of the correlation whatever the size of the signal; where χ₁ ≤ 1 it is
    /// the one that is met, also where that size goes to 0.
    @ParameterizedTest
    @CsvSource({"0.5, ORDERED", "1, CRITICAL"})
    void samplesBecomeAlikeWhereTheSignalVanishesWithoutChaos(double weightVariance, Phase phase) {
        TheorySummary summary = SignalTheory.summary(Nets.of("tanh", weightVariance, 0, 256, 10));
        assertEquals(Optional.of(phase), summary.phase());
        assertEquals(0, summary.variance(), 1e-12);
        assertEquals(1, summary.correlation());
    }

    @Test
    void normalizationsOfAFewValuesHaveNoTheory() {
        Experiment batch = Experiment.DEFAULT.withNormalization(Normalization.BATCH);
        assertInstanceOf(
                TheoryAnswer.Known.class, SignalTheory.answer(batch.withSamples(4), () -> {}));
        for (int samples = 1; samples <= 3; samples++) {
            assertEquals(
                    new TheoryAnswer.None(
                            "Theory of batch norm is of large batches, of more than 3 samples."),
                    SignalTheory.answer(batch.withSamples(samples), () -> {}));
        }
        Experiment narrow = Experiment.DEFAULT.withWidths(LayerWidths.Listed.parse("30,20,20,1"));
        assertEquals(
                new TheoryAnswer.None(
                        "Theory of layer norm is of many units; in layer 3 it has one, of which it"
                                + " leaves 0."),
                SignalTheory.answer(narrow.withNormalization(Normalization.LAYER), () -> {}));
        assertInstanceOf(
                TheoryAnswer.Known.class,
                SignalTheory.answer(narrow.withNormalization(Normalization.RMS), () -> {}));
    }

    @Test
    void anAnswerThatIsNoLongerWantedEndsAtACheckpoint() {
        Runnable end =
                () -> {
                    throw new UnsupportedOperationException("no longer wanted");
                };
        assertThrows(
                UnsupportedOperationException.class,
                () -> SignalTheory.answer(Experiment.DEFAULT, end));
    }

    /// Of saturated tanh a sample's gradient strays so far that its mean over a batch is that of
    /// the largest. It may end before each layer there, and before each piece of work on the way
    /// back.
    @ParameterizedTest
    @CsvSource({"1000000, 100, 10, 2", "1000, 20, 1000, 4"})
    void howFarGradientsStrayMayEndAtACheckpointToo(
            double gain, int width, int depth, int leastBack) {
        Experiment saturated = Experiment.DEFAULT.withWidth(width).withDepth(depth).withGain(gain);
        SignalTheory.answer(
                saturated.withSamples(1), // whose mean over a batch is itself
                () -> checks++);
        int there = checks;
        SignalTheory.answer(saturated, () -> checks++);
        int all = checks - there;
        assertTrue(all - there >= leastBack, () -> there + " there, in all " + all);
        assertTrue(all - there <= 129, () -> there + " there, in all " + all);
        checks = 0;
        assertThrows(
                UnsupportedOperationException.class,
                () ->
                        SignalTheory.answer(
                                saturated,
                                () -> {
                                    if (++checks == all) {
                                        throw new UnsupportedOperationException("no longer wanted");
                                    }
                                }));
    }

    private static Experiment relu(int depth, double gainSquared) {
        return Experiment.DEFAULT
                .withDepth(depth)
                .withSamples(512)
                .withActivation(Activation.of(ActivationFunction.RELU))
                .withInitializer(StandardInitializer.of(InitializerScheme.LECUN_NORMAL))
                .withGain(Math.sqrt(gainSquared));
    }

    private static Experiment branchesOfTwo(int depth, double weightVariance) {
        return Nets.of("linear", weightVariance, 0, WIDTH, depth)
                .withSamples(512)
                .withSkip(Skip.TWO);
    }
}
