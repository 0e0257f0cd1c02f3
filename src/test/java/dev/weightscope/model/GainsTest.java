package dev.weightscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
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

    private static double gainOf(InitializerScheme scheme, Activation activation) {
        return Math.sqrt(
                StandardInitializer.of(scheme)
                        .explain(400, 100, activation, 1)
                        .effectiveVariance());
    }

    private static JsonNode gains() throws IOException {
        try (InputStream stream = GainsTest.class.getResourceAsStream("/golden/torch_gains.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(stream)).get("gains");
        }
    }
}
