package dev.weightscope.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import org.junit.jupiter.api.Test;

class ActivationSlopesTest {
    /// How far each slope goes from the double definition, in ulp, rounded up.
    private static double bound(ActivationFunction function) {
        return switch (function) {
            case LINEAR, RELU, LEAKY_RELU, HARDTANH -> 0.5;
            case ELU -> 1;
            case SOFTPLUS -> 1.5;
            case SELU, ERF -> 2;
            case TANH, SIGMOID, GELU -> 2.5;
            case SILU, SOFTSIGN -> 4;
            case MISH -> 6;
        };
    }

    /// Around the zero of their slopes, these have no digits that could be counted.
    private static boolean crossesZero(ActivationFunction function) {
        return switch (function) {
            case GELU, SILU, MISH -> true;
            case LINEAR,
                    TANH,
                    SIGMOID,
                    RELU,
                    LEAKY_RELU,
                    ELU,
                    SELU,
                    SOFTPLUS,
                    SOFTSIGN,
                    HARDTANH,
                    ERF ->
                    false;
        };
    }

    private static final float ZERO_FROM = -2.5f;
    private static final float ZERO_TO = 0;

    @Test
    void everySlopeFollowsItsDefinitionOverTheWholeFloatRange() {
        int checked = 0;
        for (ActivationFunction function : ActivationFunction.values()) {
            if (crossesZero(function)) {
                assertFollows(function, Float.NEGATIVE_INFINITY, ZERO_FROM);
                assertFollows(function, ZERO_TO, Float.POSITIVE_INFINITY);
                for (float x = ZERO_FROM; x < ZERO_TO; x += 0x1p-14f) {
                    float at = x;
                    assertEquals(
                            Activation.of(function).slope(x),
                            slope(function, x),
                            0x1p-22,
                            () -> function.key() + " at " + at);
                }
            } else {
                assertFollows(function, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);
            }
            checked++;
        }
        assertEquals(ActivationFunction.values().length, checked);
    }

    private static void assertFollows(ActivationFunction function, float low, float high) {
        Accuracy.assertWithin(
                bound(function),
                "slope of " + function.key(),
                x -> slope(function, x),
                Activation.of(function)::slope,
                low,
                high);
    }

    @Test
    void everySlopeIsTheRiseOfTheValue() {
        double h = 1e-5;
        int checked = 0;
        for (ActivationFunction function : ActivationFunction.values()) {
            Activation activation = Activation.of(function);
            for (float x = -5.05f; x < 5.1f; x += 0.1f) { // misses the kinks at −1, 0 and 1
                double rise = (activation.value(x + h) - activation.value(x - h)) / (2 * h);
                assertEquals(rise, slope(function, x), 3e-7, function.key() + " at " + x);
                checked++;
            }
        }
        assertEquals(ActivationFunction.values().length * 102, checked);
    }

    @Test
    void slopesAtTheEndsAreLimitsAndNanIsCarried() {
        int checked = 0;
        for (ActivationFunction function : ActivationFunction.values()) {
            Activation activation = Activation.of(function);
            for (float end : new float[] {Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY}) {
                assertEquals((float) activation.slope(end), slope(function, end), 0f);
                checked++;
            }
            assertEquals((float) activation.slope(Double.NaN), slope(function, Float.NaN));
        }
        assertEquals(2 * ActivationFunction.values().length, checked);
    }

    @Test
    void aSaturatedUnitStillPassesWhatItPasses() {
        // 1 − tanh² would be 0 here, and 1 − σ too
        assertEquals(4 * Math.exp(-40), slope(ActivationFunction.TANH, 20), 1e-23);
        assertEquals(Math.exp(-80), slope(ActivationFunction.SIGMOID, 80), 1e-41);
    }

    @Test
    void onlyTheGivenRangeIsMultiplied() {
        float[] in = {1, 1, -1, 1, 1};
        float[] cotangent = {9, 8, 7, 6, Float.NaN};
        try (Kernel kernel = Kernels.scalar(2)) {
            kernel.slope(
                    Activation.of(ActivationFunction.RELU),
                    in,
                    cotangent,
                    1,
                    3,
                    Cancellation.NEVER);
        }
        assertArrayEquals(new float[] {9, 8, 0, 6, Float.NaN}, cotangent);
    }

    @Test
    void aCotangentIsMultipliedAndNotReplaced() {
        float[] in = {0.5f, 0.5f, -0.5f};
        float[] cotangent = {2, Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY};
        ActivationLoops.of(Activation.of(ActivationFunction.RELU)).slopes(in, cotangent, 0, 3);
        assertEquals(2, cotangent[0]);
        assertEquals(Float.POSITIVE_INFINITY, cotangent[1]);
        assertTrue(Float.isNaN(cotangent[2]), "∞ · 0");
    }

    private static float slope(ActivationFunction function, float x) {
        float[] in = {x};
        float[] one = {1};
        ActivationLoops.of(Activation.of(function)).slopes(in, one, 0, 1);
        return one[0];
    }
}
