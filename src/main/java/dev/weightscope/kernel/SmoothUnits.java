package dev.weightscope.kernel;

import static dev.weightscope.kernel.ElementaryFunctions.expm1;
import static dev.weightscope.kernel.ElementaryFunctions.expm1Reduced;
import static dev.weightscope.kernel.ElementaryFunctions.exponent;
import static dev.weightscope.kernel.ElementaryFunctions.reduced;
import static dev.weightscope.kernel.ElementaryFunctions.scaled;

/// The activation functions that are made of elementary ones, each with its left tail computed as a
/// product that is rounded to float's range once, at the end: so they keep their relative accuracy
/// down to subnormal results. Within 4.5 ulp; the test says how far each one goes.
final class SmoothUnits {
    static final float SELU_LAMBDA = 1.050701f;

    /// λ·α.
    static final float SELU_LAMBDA_ALPHA = 1.7580993f;

    /// Below these the unit gives 0 in float.
    static final float SILU_LOWEST = -120;

    static final float GELU_LOWEST = -15;

    private SmoothUnits() {}

    static float elu(float x) {
        return x > 0 ? x : expm1(Math.min(x, 0));
    }

    static float selu(float x) {
        return x > 0 ? SELU_LAMBDA * x : SELU_LAMBDA_ALPHA * expm1(Math.min(x, 0));
    }

    /// x / (1 + |x|).
    static float softsign(float x) {
        float magnitude = Math.min(Math.abs(x), 0x1p60f); // beyond, 1 is lost anyway
        return Math.copySign(magnitude / (1 + magnitude), x);
    }

    /// x / (1 + e⁻ˣ); x·eˣ / (1 + eˣ) below zero.
    static float silu(float x) {
        float negative = Math.max(-Math.abs(x), SILU_LOWEST);
        float n = exponent(negative);
        float q = expm1Reduced(reduced(negative, n));
        float z = scaled(1 + q, n);
        float above = x < 0 ? scaled(Math.fma(negative, q, negative), n) : x;
        return above / (1 + z);
    }

    /// x·Φ(x): with the tail T = Φ(−|x|) = e^(−x²/2)·M(|x|) it is x·T below zero, x·(1 − T) above.
    /// What x² loses in rounding goes into the exponent.
    static float gelu(float x) {
        float negative = Math.max(-Math.abs(x), GELU_LOWEST);
        float square = negative * negative;
        float lost = Math.fma(negative, negative, -square);
        float power = -0.5f * square;
        float n = exponent(power);
        float q = expm1Reduced(Math.fma(-0.5f, lost, reduced(power, n)));
        float factor = (x < 0 ? negative : 1) * mills(-negative);
        float tail = scaled(Math.fma(factor, q, factor), n);
        return x < 0 ? tail : x * (1 - tail);
    }

    /// M(y) = Φ(−y)·e^(y²/2), Mills' ratio over √(2π), for 0..15: a polynomial in (y − 3) / (y +
    /// 3), over 1 + y.
    private static float mills(float y) {
        float u = (y - 3) / (y + 3);
        float sum = 2.3361363e-5f;
        sum = Math.fma(sum, u, 8.988095e-5f);
        sum = Math.fma(sum, u, 4.0687605e-6f);
        sum = Math.fma(sum, u, -5.188535e-4f);
        sum = Math.fma(sum, u, -3.4861293e-4f);
        sum = Math.fma(sum, u, 0.0030113256f);
        sum = Math.fma(sum, u, 0.0011597908f);
        sum = Math.fma(sum, u, -0.02273025f);
        sum = Math.fma(sum, u, 0.045163933f);
        sum = Math.fma(sum, u, -0.01643211f);
        sum = Math.fma(sum, u, -0.09652676f);
        sum = Math.fma(sum, u, 0.4860558f);
        return sum / (1 + y);
    }

    /// x·tanh(softplus x): with z = e^(−|x|) it is x·(1 + 2z) / (1 + 2z + 2z²) above zero, x·z·(z +
    /// 2) / (z² + 2z + 2) below.
    static float mish(float x) {
        float negative = Math.max(-Math.abs(x), SILU_LOWEST);
        float n = exponent(negative);
        float q = expm1Reduced(reduced(negative, n));
        float z = scaled(1 + q, n);
        float factor = negative * (2 + z);
        float ratio = Math.fma(2, z, 1);
        float above = x < 0 ? scaled(Math.fma(factor, q, factor), n) : x;
        float below = x < 0 ? Math.fma(z, 2 + z, 2) : 1 + 2 * z * z / ratio;
        return above / below;
    }
}
