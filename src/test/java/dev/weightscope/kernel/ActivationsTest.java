package dev.weightscope.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import org.junit.jupiter.api.Test;

class ActivationsTest {
    /// How far each activation goes from the double definition, in ulp, rounded up.
    private static double bound(ActivationFunction function) {
        return switch (function) {
            case LINEAR, RELU, HARDTANH -> 0;
            case ELU -> 0.9;
            case ERF -> 1;
            case SILU -> 1.3;
            case LEAKY_RELU, SIGMOID, MISH -> 1.5;
            case SOFTSIGN -> 1.6;
            case SELU, GELU -> 1.8;
            case TANH, SOFTPLUS -> 1.9;
        };
    }

    @Test
    void everyActivationFollowsItsDefinitionOverTheWholeFloatRange() {
        int checked = 0;
        for (ActivationFunction function : ActivationFunction.values()) {
            Activation activation = Activation.of(function);
            float[] one = new float[1];
            Accuracy.FloatFunction actual =
                    x -> {
                        one[0] = x;
                        Activations.apply(activation, one, one, 0, 1);
                        return one[0];
                    };
            Accuracy.assertWithin(
                    bound(function),
                    function.key(),
                    actual,
                    activation::value,
                    Float.NEGATIVE_INFINITY,
                    Float.POSITIVE_INFINITY);
            Accuracy.assertCarriesNan(function.key(), actual);
            checked++;
        }
        assertEquals(14, checked);
    }

    @Test
    void onlyTheGivenRangeIsWritten() {
        float[] in = {-1, -1, -1, -1, -1};
        float[] out = {9, 9, 9, 9, 9};
        try (Kernel kernel = new ScalarKernel(2)) {
            kernel.activate(
                    Activation.of(ActivationFunction.RELU), in, out, 1, 3, Cancellation.NEVER);
        }
        assertArrayEquals(new float[] {9, 0, 0, 9, 9}, out);
    }

    @Test
    void anActivationMayOverwriteItsInput() {
        int length = 100_003;
        float[] in = new float[length];
        for (int i = 0; i < length; i++) {
            in[i] = (i - length / 2) * 1e-3f;
        }
        float[] out = new float[length];
        Activation tanh = Activation.of(ActivationFunction.TANH);
        try (Kernel kernel = new ScalarKernel(3)) {
            kernel.activate(tanh, in, out, 0, length, Cancellation.NEVER);
            kernel.activate(tanh, in, in, 0, length, Cancellation.NEVER);
        }
        assertArrayEquals(out, in);
    }

    @Test
    void scalingMultipliesEachElementOnce() {
        float[] values = {1, -0f, 3e38f, Float.NaN, Float.MIN_VALUE};
        try (Kernel kernel = new ScalarKernel(1)) {
            kernel.scale(2, values, values, 0, 5, Cancellation.NEVER);
        }
        assertArrayEquals(
                new float[] {2, -0f, Float.POSITIVE_INFINITY, Float.NaN, 2 * Float.MIN_VALUE},
                values);
    }
}
