package dev.weightscope.kernel;

import static dev.weightscope.kernel.ElementaryFunctions.expm1;
import static dev.weightscope.kernel.ElementaryFunctions.expm1Reduced;
import static dev.weightscope.kernel.ElementaryFunctions.exponent;
import static dev.weightscope.kernel.ElementaryFunctions.reduced;
import static dev.weightscope.kernel.ElementaryFunctions.scaled;

/// The activation functions that are made of elementary ones, each with its left tail computed as a
/// product that is rounded to float's range once, at the end: so they keep their relative accuracy
/// down to subnormal results. Within 2 ulp; the test says how far each one goes.
final class SmoothUnits {
    static final float SELU_LAMBDA = 1.050701f;

    /// λ·α.
    static final float SELU_LAMBDA_ALPHA = 1.7580993f;

    /// Below this a gated unit gives 0 in float, above the next one x.
    static final float GATE_SHUT = -120;

    static final float GATE_OPEN = 20;

    /// Below this the normal law's tail is 0 in float.
    static final float GELU_LOWEST = -15;

    static final float MILLS_0 = 0.4860558f;

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

    /// x·σ(x), with the tail σ(−|x|) = e^(−|x|) / (1 + e^(−|x|)).
    static float silu(float x) {
        float negative = Math.max(-Math.abs(x), GATE_SHUT);
        float n = exponent(negative);
        float q = expm1Reduced(reduced(negative, n));
        float above = 1 + q;
        float z = scaled(above, n);
        float below = 1 + z;
        return gated(x, above, 1 - above + q, below, 1 - below + z, n);
    }

    /// x·Φ(x), with the tail Φ(−|x|) = e^(−x²/2)·M(|x|) for Mills' ratio M over √(2π), which is a
    /// polynomial in u = (|x| − 3) / (|x| + 3) over 1 + |x|. What x² loses in rounding goes into
    /// the exponent.
    static float gelu(float x) {
        float negative = Math.max(-Math.abs(x), GELU_LOWEST);
        float square = negative * negative;
        float lost = Math.fma(negative, negative, -square);
        float power = -0.5f * square;
        float n = exponent(power);
        float q = expm1Reduced(Math.fma(-0.5f, lost, reduced(power, n)));
        float u = (-negative - 3) / (3 - negative);
        float slope = millsSlope(u);
        float mills = Math.fma(slope, u, MILLS_0);
        float millsLost = Math.fma(slope, u, MILLS_0 - mills);
        float above = Math.fma(mills, q, mills);
        float aboveLost = Math.fma(mills, q, mills - above) + millsLost;
        float below = 1 - negative;
        return gated(x, above, aboveLost, below, 1 - below - negative, n);
    }

    /// (p(u) − p(0)) / u for the polynomial p of [#gelu].
    static float millsSlope(float u) {
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
        return Math.fma(sum, u, -0.09652676f);
    }

    /// x·tanh(softplus x): with z = e^(−|x|) the tail is z·(2 + z) / (2 + z·(2 + z)) below zero,
    /// 2z² / (1 + 2z·(1 + z)) above.
    static float mish(float x) {
        float negative = Math.max(-Math.abs(x), GATE_SHUT);
        float n = exponent(negative);
        float q = expm1Reduced(reduced(negative, n));
        float z = scaled(1 + q, n);
        boolean left = x < 0;
        float two = left ? 2 : 1;
        float factor = two + z;
        float factorLost = two - factor + z;
        float doubled = left ? z : 2 * z;
        float below = Math.fma(doubled, factor, two);
        float belowLost = Math.fma(doubled, factorLost, Math.fma(doubled, factor, two - below));
        float leftAbove = Math.fma(factor, q, factor);
        float leftLost = Math.fma(factor, q, factor - leftAbove) + factorLost;
        float above = left ? leftAbove : doubled * z;
        return gated(x, above, left ? leftLost : 0, below, belowLost, left ? n : 0);
    }

    /// x·T below zero, x − x·T above, for T = (above + aboveLost) / (below + belowLost)·2ⁿ: what
    /// rounding lost of the operands is made good in the quotient.
    private static float gated(
            float x, float above, float aboveLost, float below, float belowLost, float n) {
        float reciprocal = 1 / below;
        float quotient = above * reciprocal;
        float rest = Math.fma(-quotient, belowLost, Math.fma(-quotient, below, above)) + aboveLost;
        float correction = rest * reciprocal;
        float negative = Math.max(-Math.abs(x), GATE_SHUT);
        float left = scaled(Math.fma(negative, quotient, negative * correction), n);
        float right = Math.fma(-x, scaled(quotient + correction, n), x);
        float value = x < 0 ? left : x > GATE_OPEN ? x : right;
        return Math.copySign(value, x);
    }
}
