package dev.weightscope.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Bias;
import dev.weightscope.model.BiasKind;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.StandardInitializer;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class CriticalPointTest {
    @Test
    void withoutBiasItIsTheTables() {
        int checked = 0;
        var table = MeanFieldTable.read().get("critical_sigma_w_at_sigma_b_0");
        for (var entry : table.properties()) {
            double mine =
                    Math.sqrt(
                            CriticalPoint.weightVariance(MeanFieldTable.moments(entry.getKey()), 0)
                                    .orElseThrow());
            // χ₁ − 1 begins with the square of the distance here, so that much is rounding.
            double tolerance = 1e-7;
            MeanFieldTable.assertAgrees(
                    entry.getKey(),
                    entry.getValue().get("critical_sigma_w").asDouble(),
                    mine,
                    tolerance);
            checked++;
        }
        assertEquals(11, checked);
    }

    @Test
    void alongTheCriticalLineOfTanhItIsTheTables() {
        int checked = 0;
        ActivationMoments tanh = MeanFieldTable.moments("tanh");
        for (JsonNode point : MeanFieldTable.read().get("critical_line_chi1_eq_1").get("tanh")) {
            double biasVariance = point.get("sigma_b2").asDouble();
            double mine = CriticalPoint.weightVariance(tanh, biasVariance).orElseThrow();
            MeanFieldTable.assertAgrees("at " + biasVariance, point.get("sigma_w2"), mine);
            double q = new VarianceMap(tanh, mine, biasVariance).fixedPoint(1);
            MeanFieldTable.assertAgrees("q* at " + biasVariance, point.get("q_star"), q);
            checked++;
        }
        assertEquals(12, checked);
    }

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
        assertEquals(gain, CriticalPoint.gain(experiment).orElseThrow(), 1e-6);
    }

    @Test
    void weightsThatAreNotDrawnHaveNone() {
        Experiment experiment = experiment(ActivationFunction.TANH, InitializerScheme.CONSTANT);
        assertEquals(OptionalDouble.empty(), CriticalPoint.gain(experiment));
    }

    private static Experiment experiment(ActivationFunction function, InitializerScheme scheme) {
        return Experiment.DEFAULT
                .withActivation(Activation.of(function))
                .withInitializer(StandardInitializer.of(scheme));
    }
}
