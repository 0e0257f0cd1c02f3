package dev.weightscope.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import java.util.Arrays;
import java.util.List;
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
            ActivationLoops loops = ActivationLoops.of(activation);
            float[] one = new float[1];
            Accuracy.FloatFunction actual =
                    x -> {
                        one[0] = x;
                        loops.values(one, one, 0, 1);
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
        assertEquals(ActivationFunction.values().length, checked);
    }

    @Test
    void onlyTheGivenRangeIsWrittenInBothForms() {
        int checked = 0;
        for (Form form : List.of(new ScalarForm(), new VectorForm())) {
            for (ActivationFunction function : ActivationFunction.values()) {
                ActivationLoops loops = ActivationLoops.of(Activation.of(function));
                float[] in = new float[41];
                float[] out = new float[41];
                Arrays.fill(in, -1);
                Arrays.fill(out, 9);
                form.activate(loops, in, out, 1, 40, form.scratch());
                assertEquals(9, out[0], function.key());
                assertEquals(9, out[40], function.key());
                for (int i = 1; i < 40; i++) {
                    assertEquals(out[1], out[i], function.key());
                }
                checked++;
            }
        }
        assertEquals(2 * ActivationFunction.values().length, checked);
    }

    @Test
    void anActivationMayOverwriteItsInputInBothForms() {
        int length = 1003;
        int checked = 0;
        for (Form form : List.of(new ScalarForm(), new VectorForm())) {
            for (ActivationFunction function : ActivationFunction.values()) {
                ActivationLoops loops = ActivationLoops.of(Activation.of(function));
                float[] in = new float[length];
                for (int i = 0; i < length; i++) {
                    in[i] = (i - length / 2) * 1e-2f;
                }
                float[] out = new float[length];
                form.activate(loops, in, out, 0, length, form.scratch());
                form.activate(loops, in, in, 0, length, form.scratch());
                assertArrayEquals(out, in, function.key());
                checked++;
            }
        }
        assertEquals(2 * ActivationFunction.values().length, checked);
    }

    @Test
    void scalingMultipliesEachElementOnce() {
        float[] values = {1, -0f, 3e38f, Float.NaN, Float.MIN_VALUE};
        try (Kernel kernel = Kernels.scalar(1)) {
            kernel.scale(2, values, values, 0, 5, Cancellation.NEVER);
        }
        assertArrayEquals(
                new float[] {2, -0f, Float.POSITIVE_INFINITY, Float.NaN, 2 * Float.MIN_VALUE},
                values);
    }
}
