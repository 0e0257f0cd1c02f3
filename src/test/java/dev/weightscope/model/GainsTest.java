package dev.weightscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The laws that have PyTorch's gains built in, against `torch.nn.init.calculate_gain`: a gain g is
/// the effective variance σ_w² = g².
class GainsTest {
    private static final double TOLERANCE = 1e-6;

    @Test
    void heHasThePytorchGainOfEverySlope() throws IOException {
        JsonNode gains = gains();
        double[] slopes = {0, 0.1, 0.2, 0.3, 0.5, 1};
        String[] names = {"0", "0.1", "0.2", "0.3", "0.5", "1"};
        for (int i = 0; i < slopes.length; i++) {
            double gain = gains.get("leaky_relu(%s)".formatted(names[i])).asDouble();
            Activation leaky = new Activation(ActivationFunction.LEAKY_RELU, slopes[i]);
            assertEquals(gain, gainOf(InitializerScheme.HE_NORMAL, leaky), TOLERANCE);
            assertEquals(gain, gainOf(InitializerScheme.HE_UNIFORM, leaky), TOLERANCE);
        }
        Activation leaky = Activation.of(ActivationFunction.LEAKY_RELU);
        assertEquals(
                gains.get("leaky_relu").asDouble(),
                gainOf(InitializerScheme.HE_NORMAL, leaky),
                TOLERANCE);
        Activation relu = Activation.of(ActivationFunction.RELU);
        assertEquals(
                gains.get("relu").asDouble(), gainOf(InitializerScheme.HE_NORMAL, relu), TOLERANCE);
        assertEquals(6, slopes.length);
    }

    @Test
    void theDefaultOfPytorchLinearIsTheGainOfASlopeOfRootFive() throws IOException {
        assertEquals(
                gains().get("leaky_relu(2.23606797749979)").asDouble(),
                gainOf(InitializerScheme.PYTORCH_LINEAR, Activation.of(ActivationFunction.RELU)),
                TOLERANCE);
    }

    @Test
    void theRecommendedGainIsThatOfPytorchForEveryActivationThatItKnows() throws IOException {
        JsonNode gains = gains();
        Initializer xavier = StandardInitializer.of(InitializerScheme.XAVIER_NORMAL);
        int known = 0;
        for (ActivationFunction function : ActivationFunction.values()) {
            JsonNode expected = gains.get(function.key().replace('-', '_'));
            Optional<RecommendedGain> actual = RecommendedGain.of(xavier, Activation.of(function));
            assertEquals(expected != null, actual.isPresent(), function.key());
            if (expected != null) {
                assertEquals(expected.asDouble(), actual.orElseThrow().value(), TOLERANCE);
                known++;
            }
        }
        assertEquals(6, known);
    }

    @Test
    void withTheRecommendedGainEveryInitializerHasTheVarianceThatPytorchGives() throws IOException {
        int checked = 0;
        for (InitializerScheme scheme : InitializerScheme.values()) {
            for (String function : List.of("tanh", "relu", "selu")) {
                Activation activation =
                        Activation.of(
                                Keyed.find("activation", ActivationFunction.values(), function));
                Initializer initializer = StandardInitializer.of(scheme);
                Optional<RecommendedGain> gain = RecommendedGain.of(initializer, activation);
                if (gain.isPresent()) {
                    double variance =
                            initializer
                                    .explain(
                                            LayerPlace.plain(1, 200, 200),
                                            activation,
                                            gain.get().value())
                                    .effectiveVariance();
                    assertEquals(
                            gains().get(function).asDouble(),
                            Math.sqrt(variance),
                            TOLERANCE,
                            scheme.key() + " for " + function);
                    checked++;
                }
            }
        }
        assertEquals(3 * 15, checked);
    }

    @Test
    void whatContainsTheGainIsLeftAsItIs() {
        record Case(InitializerScheme scheme, Activation activation, double gain) {}
        Activation relu = Activation.of(ActivationFunction.RELU);
        Activation leaky = new Activation(ActivationFunction.LEAKY_RELU, 0.3);
        List<Case> cases =
                List.of(
                        new Case(InitializerScheme.HE_NORMAL, relu, 1),
                        new Case(InitializerScheme.HE_UNIFORM, leaky, 1),
                        new Case(InitializerScheme.DL4J_RELU, relu, 1),
                        new Case(InitializerScheme.DJL_XAVIER, relu, 1),
                        new Case(InitializerScheme.XAVIER_NORMAL, relu, Math.sqrt(2)),
                        new Case(InitializerScheme.PYTORCH_LINEAR, relu, Math.sqrt(6)));
        for (Case each : cases) {
            double gain =
                    RecommendedGain.of(StandardInitializer.of(each.scheme()), each.activation())
                            .orElseThrow()
                            .value();
            assertEquals(each.gain(), gain, each.gain() == 1 ? 0 : 1e-12, each.toString());
        }
        assertEquals(6, cases.size());
    }

    private static double gainOf(InitializerScheme scheme, Activation activation) {
        return Math.sqrt(
                StandardInitializer.of(scheme)
                        .explain(LayerPlace.plain(1, 400, 100), activation, 1)
                        .effectiveVariance());
    }

    private static JsonNode gains() throws IOException {
        try (InputStream stream = GainsTest.class.getResourceAsStream("/golden/torch_gains.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(stream)).get("gains");
        }
    }
}
