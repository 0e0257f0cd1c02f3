package dev.weightscope.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Bias;
import dev.weightscope.model.BiasKind;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.GainAnswer;
import dev.weightscope.model.GainGoal;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.Keyed;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.Skip;
import dev.weightscope.model.StandardInitializer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GainsTest {
    @ParameterizedTest
    @CsvSource({
        "LINEAR, 1, 1, 1",
        "TANH, 1.592537, 1.592537, 1.467414",
        "SIGMOID, 1.846229, 4.801313, 4.722646",
        "RELU, 1.414214, 1.712859, 1.414214",
        "LEAKY_RELU, 1.414143, 1.704832, 1.414143",
        "ELU, 1.245198, 1.270843, 1.223429",
        "SELU, 1, 1, .966026",
        "GELU, 1.533530, 1.700926, 1.481114",
        "SILU, 1.676532, 1.787187, 1.623320",
        "MISH, 1.486848, 1.592025, 1.444755",
        "SOFTPLUS, 1.041867, 1.919126, 1.846229",
        "SOFTSIGN, 2.337533, 2.337533, 2.095781",
        "ERF, 1.467167, 1.467167, 1.325218",
        "HARDTANH, 1.392036, 1.392036, 1.210287"
    })
    void ofEveryActivationAreThoseOfTheTable(
            ActivationFunction function, double secondMoment, double std, double gradient) {
        Gains gains = Gains.of(ActivationMoments.of(Activation.of(function)));
        assertEquals(secondMoment, gains.secondMoment(), 6e-7);
        assertEquals(std, gains.std(), 6e-7);
        assertEquals(gradient, gains.gradient(), 6e-7);
    }

    @Test
    void aLawThatContainsTheGainAsksForNone() {
        Gains gains = of(ActivationFunction.RELU, InitializerScheme.HE_NORMAL).orElseThrow();
        assertEquals(1, gains.secondMoment(), 1e-14);
        assertEquals(1, gains.gradient(), 1e-14);
    }

    @Test
    void biasesTakeTheirShareOfTheVariance() {
        Experiment experiment =
                Experiment.DEFAULT
                        .withBias(new Bias(BiasKind.NORMAL, 0.5))
                        .withActivation(Activation.of(ActivationFunction.TANH));
        double gain = Gains.of(experiment).orElseThrow().secondMoment();
        LayerVariances layer = LayerVariances.of(experiment.withGain(gain)).getLast();
        VarianceMap map =
                new VarianceMap(
                        ActivationMoments.of(experiment.activation()),
                        layer.weightVariance(),
                        layer.biasVariance());
        assertEquals(1, map.next(1), 1e-14);
    }

    /// A norm divides weights and biases alike, and leaves the share of either.
    @Test
    void biasesLetAGainHoldTheGradientOfANormalizedNetwork() {
        Experiment experiment =
                Experiment.DEFAULT
                        .withBias(new Bias(BiasKind.NORMAL, 0.5))
                        .withInitializer(StandardInitializer.of(InitializerScheme.LECUN_NORMAL));
        int checked = 0;
        for (Normalization norm : List.of(Normalization.LAYER, Normalization.RMS)) {
            Experiment tanh =
                    experiment
                            .withNormalization(norm)
                            .withActivation(Activation.of(ActivationFunction.TANH));
            double gain = Gains.answer(tanh, GainGoal.GRADIENT).gainOr(Double.NaN);
            assertEquals(1, Nets.curves(tanh.withGain(gain)).get(5).chi(), 1e-4);
            assertEquals(
                    new GainAnswer.None(
                            "No gain holds the RMS of the gradient here: the biases make it smaller"
                                    + " in every layer, whatever the weights."),
                    Gains.answer(
                            tanh.withActivation(Activation.of(ActivationFunction.RELU)),
                            GainGoal.GRADIENT));
            assertEquals(
                    new GainAnswer.None(
                            "No gain changes the size of the signal: %s divides it out again."
                                    .formatted(norm.noun())),
                    Gains.answer(tanh, GainGoal.SECOND_MOMENT));
            assertEquals(
                    new GainAnswer.None("Theory is of biases with mean 0; these are constant."),
                    Gains.answer(
                            tanh.withBias(new Bias(BiasKind.CONSTANT, 0.5)), GainGoal.GRADIENT));
            checked++;
        }
        assertEquals(2, checked);
    }

    @ParameterizedTest
    @CsvSource({"NORMAL, 0", "UNIFORM, 0", "CONSTANT, 0", "ZERO, 0.5"})
    void biasesThatAreAll0LeaveNothingToAGain(BiasKind kind, double scale) {
        int checked = 0;
        for (Normalization norm : List.of(Normalization.LAYER, Normalization.RMS)) {
            Experiment experiment =
                    Experiment.DEFAULT.withNormalization(norm).withBias(new Bias(kind, scale));
            for (GainGoal goal : GainGoal.values()) {
                assertEquals(
                        new GainAnswer.None(
                                "No gain changes the signal: %s divides it out again."
                                        .formatted(norm.noun())),
                        Gains.answer(experiment, goal));
                checked++;
            }
        }
        assertEquals(6, checked);
    }

    @Test
    void weightsThatAreNotDrawnHaveNone() {
        assertEquals(Optional.empty(), of(ActivationFunction.TANH, InitializerScheme.IDENTITY));
        assertEquals(Optional.empty(), of(ActivationFunction.TANH, InitializerScheme.ZEROS));
    }

    @ParameterizedTest
    @CsvSource({
        "He holds ReLU, RELU, HE_NORMAL, NONE, NONE, second-moment, 1, ''",
        "LeCun wants √2, RELU, LECUN_NORMAL, NONE, NONE, second-moment, 1.414214, ''",
        "the std misleads, RELU, LECUN_NORMAL, NONE, NONE, std, 1.712859, ''",
        "backward, TANH, LECUN_NORMAL, NONE, NONE, gradient, 1.467414, ''",
        "norm, TANH, LECUN_NORMAL, BATCH, NONE, std, 0,"
                + " No gain changes the signal: batch norm divides it out again.",
        "skip, TANH, LECUN_NORMAL, NONE, TWO, std, 0,"
                + " 'No gain holds the std of the activations past skip connections: every branch"
                + " adds to it.'",
        "equal, TANH, CONSTANT, NONE, NONE, std, 0,"
                + " Theory is of weights drawn at random; these are equal.",
        "zeros, TANH, ZEROS, NONE, NONE, gradient, 0, No gain changes weights that are all 0."
    })
    void theAnswerIsAGainOrASentence(
            String what,
            ActivationFunction function,
            InitializerScheme scheme,
            Normalization norm,
            Skip skip,
            String goal,
            double gain,
            String sentence) {
        Experiment experiment =
                Experiment.DEFAULT
                        .withGain(7)
                        .withNormalization(norm)
                        .withSkip(skip)
                        .withActivation(Activation.of(function))
                        .withInitializer(StandardInitializer.of(scheme));
        switch (Gains.answer(experiment, Keyed.find("for", GainGoal.values(), goal))) {
            case GainAnswer.Found(double mine) -> assertEquals(gain, mine, 6e-7, what);
            case GainAnswer.None(String mine) -> assertEquals(sentence, mine, what);
        }
    }

    private static Optional<Gains> of(ActivationFunction function, InitializerScheme scheme) {
        return Gains.of(
                Experiment.DEFAULT
                        .withActivation(Activation.of(function))
                        .withInitializer(StandardInitializer.of(scheme)));
    }
}
