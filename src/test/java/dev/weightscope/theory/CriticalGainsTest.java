package dev.weightscope.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Bias;
import dev.weightscope.model.BiasKind;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.StandardInitializer;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriticalGainsTest {
    @ParameterizedTest
    @CsvSource({
        "RELU, HE_NORMAL, 1",
        "RELU, XAVIER_UNIFORM, 1.41421356",
        "RELU, PYTORCH_LINEAR, 2.44948974",
        "LEAKY_RELU, HE_UNIFORM, 1",
        "TANH, XAVIER_NORMAL, 1",
        "TANH, HE_NORMAL, 0.70710678",
        "ERF, LECUN_NORMAL, 0.88622693",
        "SELU, LECUN_NORMAL, 0.69048607",
        "GELU, ORTHOGONAL, 1.5335304"
    })
    void theGainBringsTheInitializerToTheCriticalWeights(
            ActivationFunction function, InitializerScheme scheme, double gain) {
        Experiment experiment =
                experiment(function, scheme).withBias(new Bias(BiasKind.ZERO, 0)).withGain(7);
        assertEquals(gain, new CriticalGains().of(experiment).orElseThrow(), 1e-6);
    }

    @Test
    void weightsThatAreNotDrawnHaveNone() {
        Experiment experiment = experiment(ActivationFunction.TANH, InitializerScheme.CONSTANT);
        assertEquals(OptionalDouble.empty(), new CriticalGains().of(experiment));
    }

    /// Three experiments in turns, so that each is asked for after another and once more.
    @Test
    void whatIsRememberedIsWhatIsFoundAnew() {
        CriticalGains remembering = new CriticalGains();
        List<Experiment> experiments =
                List.of(
                        experiment(ActivationFunction.TANH, InitializerScheme.XAVIER_NORMAL),
                        experiment(ActivationFunction.TANH, InitializerScheme.XAVIER_NORMAL)
                                .withBias(new Bias(BiasKind.NORMAL, 0.3)),
                        experiment(ActivationFunction.TANH, InitializerScheme.HE_NORMAL),
                        experiment(ActivationFunction.RELU, InitializerScheme.HE_NORMAL));
        List<OptionalDouble> anew =
                experiments.stream().map(each -> new CriticalGains().of(each)).toList();
        assertEquals(4, anew.stream().distinct().count());
        for (int round = 0; round < 2; round++) {
            assertEquals(anew, experiments.stream().map(remembering::of).toList());
        }
    }

    /// As in a drag of a bias's size: more values than are kept.
    @Test
    void whatIsForgottenIsFoundAgain() {
        CriticalGains remembering = new CriticalGains();
        List<Experiment> experiments =
                IntStream.rangeClosed(1, 20)
                        .mapToObj(i ->
                                experiment(ActivationFunction.TANH, InitializerScheme.XAVIER_NORMAL)
                                        .withBias(new Bias(BiasKind.NORMAL, i / 100.0)))
                        .toList();
        List<OptionalDouble> first = experiments.stream().map(remembering::of).toList();
        assertEquals(20, first.stream().distinct().count());
        assertEquals(first, experiments.stream().map(remembering::of).toList());
    }

    private static Experiment experiment(ActivationFunction function, InitializerScheme scheme) {
        return Experiment.DEFAULT
                .withActivation(Activation.of(function))
                .withInitializer(StandardInitializer.of(scheme));
    }
}
