package dev.weightscope.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerParameter;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.StandardInitializer;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
        List<LayerTheory> theory = SignalTheory.of(Experiment.DEFAULT.withGain(gain), Wiring.PLAIN);
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
        List<LayerTheory> theory = SignalTheory.of(experiment, Wiring.PLAIN);
        assertEquals(7.09, theory.get(5).chi(), 0.01);
        assertEquals(.96767, theory.get(5).activationStd(), 5e-4);
        double ratio = theory.get(2).gradientRms() / theory.get(7).gradientRms();
        assertEquals(Math.pow(7.09, 2.5), ratio, 0.01 * ratio);
    }

    @Test
    void reluUnderHeHoldsBothWays() {
        List<LayerTheory> theory = SignalTheory.of(relu(50, 2), Wiring.PLAIN);
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
        List<LayerTheory> theory = SignalTheory.of(experiment, Wiring.PLAIN);
        assertEquals(784 * 2.0 / 884, theory.get(0).preActivationVariance(), 1e-12);
        assertEquals(
                784 * 2.0 / 884 * 100 * 2.0 / 110, theory.get(1).preActivationVariance(), 1e-12);
        assertEquals(Math.sqrt(10 * 2.0 / 110), theory.get(0).outputGradientRms(), 1e-12);
    }

    // Residual networks: q_L = 2^L, e, 1 + L.

    @Test
    void withoutNormTheSecondMomentDoublesWithEveryBranch() {
        List<LayerVariances> layers = branchesOfTwo(20);
        List<LayerTheory> theory =
                theory("linear", layers, new Wiring(Normalization.NONE, Skip.TWO, 1));
        assertEquals(Math.pow(2, 5), theory.getLast().activationRms(), 1e-11);
        // Before it is added to the stream's, a branch's own gradient is as large as behind it.
        assertEquals(Math.pow(2, 4.5), theory.getFirst().gradientRms(), 1e-11);
    }

    @Test
    void scaledByDepthTheStreamGrowsByE() {
        List<LayerVariances> layers = branchesOfTwo(2000);
        Wiring wiring = new Wiring(Normalization.NONE, Skip.TWO, 1).scaledByDepth(layers);
        double second = Math.pow(theory("linear", layers, wiring).getLast().activationRms(), 2);
        assertEquals(Math.E, second, 2e-3);
    }

    @Test
    void preNormMakesTheStreamGrowByOneWithEveryBranch() {
        for (Normalization norm : List.of(Normalization.LAYER, Normalization.RMS)) {
            List<LayerVariances> layers = branchesOfTwo(64);
            List<LayerTheory> theory = theory("linear", layers, new Wiring(norm, Skip.TWO, 1));
            assertEquals(33, Math.pow(theory.getLast().activationRms(), 2), 1e-3);
            double entry =
                    Math.pow(theory.getFirst().gradientRms(), 2)
                            + Math.pow(theory.get(1).outputGradientRms(), 2);
            assertEquals(33, entry, 2e-3);
            Wiring scaled = new Wiring(norm, Skip.TWO, 1).scaledByDepth(layers);
            assertEquals(
                    2,
                    Math.pow(theory("linear", layers, scaled).getLast().activationRms(), 2),
                    1e-4);
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
            List<LayerTheory> theory =
                    theory(
                            activation,
                            Collections.nCopies(
                                    10, new LayerVariances(WIDTH, WIDTH, weightVariance, 0)),
                            new Wiring(normalization, Skip.NONE, 1));
            double mine = Math.pow(theory.get(4).gradientRms() / theory.get(5).gradientRms(), 2);
            assertEquals(factor, mine, 2e-4);
        }
    }

    @Test
    void whatCannotBeginABranchIsPlain() {
        LayerVariances first = new LayerVariances(30, 64, 1, 0);
        LayerVariances square = new LayerVariances(64, 64, 1, 0);
        Wiring two = new Wiring(Normalization.NONE, Skip.TWO, 1);
        assertEquals(
                List.of(
                        Wiring.Role.PLAIN,
                        Wiring.Role.FIRST_OF_BRANCH,
                        Wiring.Role.SECOND_OF_BRANCH,
                        Wiring.Role.PLAIN),
                two.roles(List.of(first, square, square, square)));
        Wiring one = new Wiring(Normalization.NONE, Skip.ONE, 1);
        assertEquals(
                List.of(Wiring.Role.PLAIN, Wiring.Role.WHOLE_BRANCH),
                one.roles(List.of(first, square)));
        assertEquals(
                1 / Math.sqrt(2), one.scaledByDepth(List.of(first, square, square)).branchScale());
    }

    @Test
    void whereThereIsNoRecursionItSaysWhy() {
        Wiring wiring = new Wiring(Normalization.BATCH, Skip.TWO, 1);
        String objection = SignalTheory.objection(Experiment.DEFAULT, wiring).orElseThrow();
        assertTrue(objection.startsWith("There is no theory here of batch norm with skips"));
        assertEquals(
                objection,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> SignalTheory.of(Experiment.DEFAULT, wiring))
                        .getMessage());
    }

    @Test
    void theAnswerIsTheCurvesAndWhatDepthLeadsTo() {
        Experiment tanh = Experiment.DEFAULT.withGain(Math.sqrt(2));
        TheoryAnswer.Known answer =
                assertInstanceOf(
                        TheoryAnswer.Known.class, SignalTheory.answer(tanh, () -> checks++));
        assertEquals(SignalTheory.of(tanh, Wiring.PLAIN), answer.layers());
        TheorySummary summary = answer.summary();
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
        TheoryAnswer ofListed =
                SignalTheory.answer(
                        tanh.withWidths(LayerWidths.Listed.parse("784,100,50,10")), () -> {});
        assertEquals(OptionalInt.of(2), ((TheoryAnswer.Known) ofListed).summary().layer());
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

    private static Experiment relu(int depth, double gainSquared) {
        return Experiment.DEFAULT
                .withDepth(depth)
                .withSamples(512)
                .withActivation(Activation.of(ActivationFunction.RELU))
                .withInitializer(StandardInitializer.of(InitializerScheme.LECUN_NORMAL))
                .withGain(Math.sqrt(gainSquared));
    }

    private static List<LayerVariances> branchesOfTwo(int depth) {
        return Collections.nCopies(depth, new LayerVariances(WIDTH, WIDTH, 1, 0));
    }

    private static List<LayerTheory> theory(
            String activation, List<LayerVariances> layers, Wiring wiring) {
        InputStatistics input = new InputStatistics(1, 0, 1.0 / WIDTH, 2.0 / (WIDTH * 512));
        return SignalTheory.of(MeanFieldTable.moments(activation), input, 512, layers, wiring);
    }
}
