package dev.weightscope.kernel;

import static dev.weightscope.kernel.Accuracy.assertCarriesNan;
import static dev.weightscope.kernel.Accuracy.assertKeepsTheSignOfZero;
import static dev.weightscope.kernel.Accuracy.assertWithin;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.model.SpecialFunctions;
import org.junit.jupiter.api.Test;

/// The bounds are what each function reaches, rounded up.
class ElementaryFunctionsTest {
    private static final float INFINITY = Float.POSITIVE_INFINITY;

    @Test
    void expIsWithinOneUlp() {
        assertWithin(0.8, "exp", ElementaryFunctions::exp, Math::exp, -INFINITY, INFINITY);
    }

    @Test
    void expm1IsWithinOneUlpBelowZero() {
        assertWithin(0.9, "expm1", ElementaryFunctions::expm1, Math::expm1, -INFINITY, 0);
        assertKeepsTheSignOfZero("expm1", ElementaryFunctions::expm1);
    }

    @Test
    void tanhIsWithinTwoUlpDownToTheSmallestFloat() {
        assertWithin(1.9, "tanh", TanhLoops::value, Math::tanh, -INFINITY, INFINITY);
        assertKeepsTheSignOfZero("tanh", TanhLoops::value);
        assertEquals(Float.MIN_VALUE, TanhLoops.value(Float.MIN_VALUE));
    }

    @Test
    void sigmoidIsWithinTwoUlp() {
        assertWithin(
                1.5,
                "sigmoid",
                SigmoidLoops::value,
                x -> x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)),
                -INFINITY,
                INFINITY);
    }

    @Test
    void log1pIsWithinTwoUlpOfItsPart() {
        assertWithin(1.2, "log1p", ElementaryFunctions::log1p, Math::log1p, 0, 1);
    }

    @Test
    void softplusIsWithinTwoUlp() {
        assertWithin(
                1.9,
                "softplus",
                SoftplusLoops::value,
                x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
                -INFINITY,
                INFINITY);
    }

    @Test
    void erfIsWithinOneUlp() {
        assertWithin(1, "erf", ErfLoops::value, SpecialFunctions::erf, -INFINITY, INFINITY);
        assertKeepsTheSignOfZero("erf", ErfLoops::value);
    }

    @Test
    void nanIsCarriedThrough() {
        assertCarriesNan("exp", ElementaryFunctions::exp);
        assertCarriesNan("expm1", ElementaryFunctions::expm1);
        assertCarriesNan("log1p", ElementaryFunctions::log1p);
    }

    @Test
    void logIsWithinOneUlpOfNormalNumbers() {
        assertWithin(
                0.9, "log", ElementaryFunctions::log, Math::log, Float.MIN_NORMAL, Float.MAX_VALUE);
    }
}
