package dev.weightscope.ui.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.Skip;
import dev.weightscope.model.StandardInitializer;
import dev.weightscope.theory.CriticalGains;
import dev.weightscope.ui.controls.Mark;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class GainMarksTest {
    private static final OptionalDouble NONE = OptionalDouble.empty();

    @Test
    void theCriticalGainIsMarkedWhereThereIsOne() {
        record Case(InitializerScheme scheme, ActivationFunction function, String marks) {}
        List<Case> cases =
                List.of(
                        new Case(
                                InitializerScheme.XAVIER_NORMAL,
                                ActivationFunction.TANH,
                                "[1 critical, 5/3 PyTorch]"),
                        new Case(
                                InitializerScheme.XAVIER_NORMAL,
                                ActivationFunction.RELU,
                                "[1, √2 critical]"),
                        new Case(
                                InitializerScheme.HE_NORMAL,
                                ActivationFunction.RELU,
                                "[1 critical]"),
                        new Case(
                                InitializerScheme.HE_NORMAL,
                                ActivationFunction.TANH,
                                "[0.707 critical, 1.18 PyTorch]"),
                        new Case(
                                InitializerScheme.XAVIER_NORMAL,
                                ActivationFunction.LINEAR,
                                "[1 critical]"),
                        new Case(
                                InitializerScheme.NORMAL,
                                ActivationFunction.TANH,
                                "[0.894 critical, 1]"));
        for (Case each : cases) {
            Experiment experiment =
                    Experiment.DEFAULT
                            .withInitializer(StandardInitializer.of(each.scheme()))
                            .withActivation(Activation.of(each.function()))
                            .withGain(3);
            assertEquals(
                    each.marks(),
                    GainMarks.of(experiment, new CriticalGains().of(experiment)).stream()
                            .map(Mark::label)
                            .toList()
                            .toString(),
                    each.toString());
        }
        assertEquals(6, cases.size());
    }

    @Test
    void whereEveryLayerIsNormalizedNoGainIsBetterThanAnother() {
        Experiment relu = Experiment.DEFAULT.withActivation(Activation.of(ActivationFunction.RELU));
        int checked = 0;
        for (Normalization normalization : Normalization.values()) {
            for (Skip skip : Skip.values()) {
                Experiment experiment = relu.withNormalization(normalization).withSkip(skip);
                boolean isTakenOut = normalization != Normalization.NONE && skip == Skip.NONE;
                assertEquals(
                        isTakenOut ? List.of() : GainMarks.of(relu, NONE),
                        GainMarks.of(experiment, NONE),
                        experiment.label());
                checked++;
            }
        }
        assertEquals(12, checked);
    }

    @Test
    void theMarksDependOnWhatTheInitializerContains() {
        record Case(InitializerScheme scheme, ActivationFunction function, String marks) {}
        List<Case> cases =
                List.of(
                        new Case(
                                InitializerScheme.XAVIER_NORMAL,
                                ActivationFunction.RELU,
                                "[1, √2 PyTorch]"),
                        new Case(
                                InitializerScheme.HE_NORMAL,
                                ActivationFunction.RELU,
                                "[1 PyTorch]"),
                        new Case(
                                InitializerScheme.HE_NORMAL,
                                ActivationFunction.TANH,
                                "[1, 1.18 PyTorch]"),
                        new Case(
                                InitializerScheme.XAVIER_NORMAL,
                                ActivationFunction.SELU,
                                "[3/4 PyTorch, 1]"),
                        new Case(InitializerScheme.XAVIER_NORMAL, ActivationFunction.LINEAR, "[1]"),
                        new Case(InitializerScheme.XAVIER_NORMAL, ActivationFunction.GELU, "[1]"),
                        new Case(InitializerScheme.NORMAL, ActivationFunction.RELU, "[1]"));
        for (Case each : cases) {
            Experiment experiment =
                    Experiment.DEFAULT
                            .withInitializer(StandardInitializer.of(each.scheme()))
                            .withActivation(Activation.of(each.function()));
            assertEquals(
                    each.marks(),
                    GainMarks.of(experiment, NONE).stream().map(Mark::label).toList().toString(),
                    each.toString());
        }
        assertEquals(7, cases.size());
    }
}
