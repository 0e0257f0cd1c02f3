package dev.weightscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;

/// Holds a float function to a double one over the float range: every 2003rd float, the
/// neighbourhood of every power of two, and the values that have no neighbours.
final class Accuracy {
    private static final int STRIDE = 2003;

    private final String name;
    private final FloatFunction function;
    private final DoubleUnaryOperator reference;
    private final double bound;
    private int checked;

    interface FloatFunction {
        float of(float x);
    }

    private Accuracy(
            String name, FloatFunction function, DoubleUnaryOperator reference, double bound) {
        this.name = name;
        this.function = function;
        this.reference = reference;
        this.bound = bound;
    }

    /// Checks within low..high.
    ///
    /// @param bound in ulp of the true value
    static void assertWithin(
            double bound,
            String name,
            FloatFunction function,
            DoubleUnaryOperator reference,
            float low,
            float high) {
        Accuracy accuracy = new Accuracy(name, function, reference, bound);
        for (long bits = Integer.MIN_VALUE; bits <= Integer.MAX_VALUE; bits += STRIDE) {
            accuracy.check((int) bits, low, high);
        }
        for (int exponent = 0; exponent < 255; exponent++) {
            for (int near = -2; near <= 2; near++) {
                accuracy.check((exponent << 23) + near, low, high);
                accuracy.check((exponent << 23) + near | Integer.MIN_VALUE, low, high);
            }
        }
        for (float edge : new float[] {0, -0f, low, high, 1, -1}) {
            accuracy.check(Float.floatToRawIntBits(edge), low, high);
        }
        assertTrue(accuracy.checked > 100_000, name + " checked " + accuracy.checked);
    }

    private void check(int bits, float low, float high) {
        float x = Float.intBitsToFloat(bits);
        if (!(x >= low && x <= high)) {
            return;
        }
        float actual = function.of(x);
        double exact = reference.applyAsDouble(x);
        float rounded = (float) exact;
        checked++;
        if (Float.isInfinite(rounded)) {
            // true values next to the largest float may go either way
            boolean nearlyFinite =
                    Math.abs(exact) < 0x1p128 * (1 + bound * 0x1p-23)
                            && Math.abs(actual) == Float.MAX_VALUE;
            assertTrue(
                    actual == rounded || nearlyFinite, () -> name + " of " + x + " is " + actual);
            return;
        }
        double error = Math.abs(actual - exact) / Math.ulp(rounded);
        assertTrue(
                error <= bound || (float) exact == actual,
                () -> "%s of %s is %s, %.2f ulp from %s".formatted(name, x, actual, error, exact));
    }

    static void assertCarriesNan(String name, FloatFunction function) {
        assertTrue(Float.isNaN(function.of(Float.NaN)), name + " of NaN");
    }

    /// That a function carries the sign of zero through.
    static void assertKeepsTheSignOfZero(String name, FloatFunction function) {
        assertEquals(0f, function.of(0f), name);
        assertEquals(-0f, function.of(-0f), name);
    }
}
