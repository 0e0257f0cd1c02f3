package dev.weightscope.kernel;

import static dev.weightscope.kernel.ElementaryFunctions.exp;
import static dev.weightscope.kernel.ElementaryFunctions.expm1Reduced;
import static dev.weightscope.kernel.ElementaryFunctions.exponent;
import static dev.weightscope.kernel.ElementaryFunctions.reduced;
import static dev.weightscope.kernel.ElementaryFunctions.scaled;

/// The slopes of the smooth activation functions at an input x, in straight-line float arithmetic
/// that the vector form repeats operation by operation.
///
/// With z = e^(−|x|) = (1 + q)·2ⁿ a slope, or its distance from 1, is z times a factor of moderate
/// size, and is rounded to float's range once, at the end: far out a slope is small, but it is what
/// decides whether a gradient vanishes, and 1 − tanh² would have none of its digits. Within 4 ulp
/// of the double definitions in [dev.weightscope.model.ActivationFunction], mish within 6; near
/// their zeros, which gelu, silu and mish have below 0, within 2⁻²².
final class SmoothSlopes {
    /// Below this 4·eˣ is 0 in float.
    static final float LOWEST = -108;

    /// Above this e^(−x²) is 0 in float.
    static final float ERF_HIGHEST = 11;

    /// 2 / √π.
    static final float ERF_SCALE = 1.1283792f;

    /// The density of the normal distribution at 0, 1 / √(2π).
    static final float DENSITY = 0.3989423f;

    private SmoothSlopes() {}

    /// 1 / cosh² x = 4z² / (1 + z²)².
    static float tanh(float x) {
        return bell(Math.max(-2 * Math.abs(x), LOWEST), 2);
    }

    /// σ(x)·σ(−x) = z / (1 + z)².
    static float sigmoid(float x) {
        return bell(Math.max(-Math.abs(x), LOWEST), 0);
    }

    /// z / (1 + z)²·2^shift for z = e^power.
    private static float bell(float power, float shift) {
        float n = exponent(power);
        float above = 1 + expm1Reduced(reduced(power, n));
        return scaled(above / squareOfOnePlus(scaled(above, n)), n + shift);
    }

    /// (1 + z)², with what 1 + z loses in rounding.
    private static float squareOfOnePlus(float z) {
        float sum = 1 + z;
        float lost = 1 - sum + z;
        return Math.fma(sum, sum, 2 * sum * lost);
    }

    /// 1 for x > 0, else eˣ.
    static float elu(float x) {
        return x > 0 ? 1 : exp(Math.min(x, 0));
    }

    /// λ for x > 0, else λ·α·eˣ.
    static float selu(float x) {
        return x > 0
                ? SmoothUnits.SELU_LAMBDA
                : SmoothUnits.SELU_LAMBDA_ALPHA * exp(Math.min(x, 0));
    }

    /// 1 / (1 + |x|)².
    static float softsign(float x) {
        float reciprocal = 1 / (1 + Math.abs(x));
        return reciprocal * reciprocal;
    }

    /// 2/√π·e^(−x²). What x² loses in rounding goes into the exponent.
    static float erf(float x) {
        float t = Math.min(Math.abs(x), ERF_HIGHEST);
        float negative = -t * t;
        float lost = Math.fma(-t, t, -negative);
        float n = exponent(negative);
        float q = expm1Reduced(reduced(negative, n) + lost);
        return scaled(Math.fma(ERF_SCALE, q, ERF_SCALE), n);
    }

    /// Φ(x) + x·φ(x): below zero s = e^(−x²/2)·(M(|x|) − |x| / √(2π)), with Mills' ratio M of
    /// [SmoothUnits#gelu]; above, 1 − s.
    static float gelu(float x) {
        float negative = Math.max(-Math.abs(x), SmoothUnits.GELU_LOWEST);
        float square = negative * negative;
        float lost = Math.fma(negative, negative, -square);
        float power = -0.5f * square;
        float n = exponent(power);
        float q = expm1Reduced(Math.fma(-0.5f, lost, reduced(power, n)));
        float u = (-negative - 3) / (3 - negative);
        float mills = Math.fma(SmoothUnits.millsSlope(u), u, SmoothUnits.MILLS_0);
        float factor = Math.fma(negative, DENSITY, mills / (1 - negative));
        return gated(x, scaled(Math.fma(factor, q, factor), n));
    }

    /// σ(x)·(1 + x·σ(−x)): below zero s = z·(1 + z − |x|) / (1 + z)²; above, 1 − s.
    static float silu(float x) {
        float negative = Math.max(-Math.abs(x), SmoothUnits.GATE_SHUT);
        float n = exponent(negative);
        float above = 1 + expm1Reduced(reduced(negative, n));
        float z = scaled(above, n);
        float factor = (1 + negative + z) / squareOfOnePlus(z);
        return gated(x, scaled(above * factor, n));
    }

    /// With T = tanh(softplus x), T + x·(1 − T²)·σ(x): below zero z·((2 + z)·D − 4·|x|·(1 + z)) /
    /// D² for D = 2 + 2z + z²; above, 1 − 2z²·(D − 2x·(1 + z)) / D² for D = 1 + 2z + 2z².
    static float mish(float x) {
        float negative = Math.max(-Math.abs(x), SmoothUnits.GATE_SHUT);
        float n = exponent(negative);
        float above = 1 + expm1Reduced(reduced(negative, n));
        float z = scaled(above, n);
        boolean left = x < 0;
        float two = left ? 2 : 1;
        float doubled = left ? z : 2 * z;
        float below = Math.fma(doubled, two + z, two);
        float times = left ? 2 + z : 1;
        float pull = 2 * two * (1 + z);
        float factor = Math.fma(negative, pull, times * below) / (below * below);
        return gated(x, scaled(above * (left ? 1 : doubled) * factor, n));
    }

    /// A slope that goes from 0 to 1, of what it lacks of the nearer one.
    private static float gated(float x, float tail) {
        return x < 0 ? tail : 1 - tail;
    }
}
