package dev.weightscope.kernel;

/// The elementary functions that every form of the kernel computes alike: straight-line float
/// arithmetic, in which each operation rounds once and a choice is made between finished values.
///
/// Within 2 ulp of the true value over the whole range, subnormal results, infinities, NaN and
/// signed zeros included; the test says how far each one goes. Coefficients are minimax fits of our
/// own, rounded to float one by one.
final class ElementaryFunctions {
    static final float LOG2_E = 1.442695f;

    /// ln 2 in two parts, the first short enough that its product with an exponent is exact.
    static final float LN2_HIGH = 0x1.62e4p-1f;

    static final float LN2_LOW = 1.4286068e-6f;

    /// Added and subtracted, it rounds a small number to an integer.
    static final float ROUNDER = 0x1.8p23f;

    /// Beyond these e^x is 0 or infinite in float.
    static final float EXP_LOWEST = -104;

    static final float EXP_HIGHEST = 89;

    /// Below this e^x − 1 is −1 in float.
    static final float EXPM1_LOWEST = -18;

    /// The exponent of e^(−2|x|) below which tanh is taken from 1.
    static final float TANH_MIDDLE = -2;

    /// Where erf changes from its odd series to 1 − erfc.
    static final float ERF_MIDDLE = 0.92f;

    /// Above this erf is 1 in float.
    static final float ERF_HIGHEST = 4;

    private ElementaryFunctions() {}

    /// e^x.
    static float exp(float x) {
        float clamped = Math.min(Math.max(x, EXP_LOWEST), EXP_HIGHEST);
        float n = exponent(clamped);
        float r = reduced(clamped, n);
        float sum = 1 + r;
        float lost = 1 - sum + r;
        return scaled(sum + Math.fma(r * r, expm1Series(r), lost), n);
    }

    /// e^x − 1 for x ≤ 0, of x's sign.
    static float expm1(float x) {
        float clamped = Math.max(x, EXPM1_LOWEST);
        float n = exponent(clamped);
        float power = powerOfTwo((int) n);
        float value = Math.fma(power, expm1Reduced(reduced(clamped, n)), power - 1);
        return Math.copySign(value, x);
    }

    /// With z = e^(−2|x|): (1 − z) / (1 + z) for small |x|, else 1 − 2z / (1 + z), both by one
    /// division.
    static float tanh(float x) {
        float clamped = Math.max(-2 * Math.abs(x), EXPM1_LOWEST);
        float n = exponent(clamped);
        float power = powerOfTwo((int) n);
        float q = expm1Reduced(reduced(clamped, n));
        float below = Math.fma(power, q, power + 1);
        float quotient =
                (n < TANH_MIDDLE ? 2 * Math.fma(power, q, power) : -Math.fma(power, q, power - 1))
                        / below;
        return Math.copySign(n < TANH_MIDDLE ? 1 - quotient : quotient, x);
    }

    /// 1 / (1 + e⁻ˣ).
    static float sigmoid(float x) {
        float z = exp(-Math.abs(x));
        float above = x < 0 ? z : 1;
        float below = 1 + z;
        float lost = 1 - below + z;
        return refined(above, below, lost);
    }

    /// above / (below + lost), `lost` being what the rounding of `below` lost: by a reciprocal and
    /// one step of refinement.
    private static float refined(float above, float below, float lost) {
        float reciprocal = 1 / below;
        float quotient = above * reciprocal;
        float rest = Math.fma(-quotient, lost, Math.fma(-quotient, below, above));
        return Math.fma(rest, reciprocal, quotient);
    }

    /// ln(1 + z) for z within 0..1: 2·artanh(t/2) with t = 2z / (2 + z).
    static float log1p(float z) {
        float below = Math.fma(0.5f, z, 1);
        float lost = Math.fma(0.5f, z, 1 - below);
        float t = refined(z, below, lost);
        float v = t * t;
        float sum = 1.1835357e-4f;
        sum = Math.fma(sum, v, 4.188566e-4f);
        sum = Math.fma(sum, v, 0.002235554f);
        sum = Math.fma(sum, v, 0.012499672f);
        sum = Math.fma(sum, v, 0.08333334f);
        return Math.fma(t * v, sum, t);
    }

    /// ln(1 + eˣ).
    static float softplus(float x) {
        return Math.max(x, 0) + log1p(exp(-Math.abs(x)));
    }

    static float erf(float x) {
        float magnitude = Math.abs(x);
        float t = Math.min(magnitude, ERF_HIGHEST);
        float value = t < ERF_MIDDLE ? erfNear(t) : erfFar(t);
        return Math.copySign(value, x);
    }

    /// x + x·p(x²), for 0..0.92.
    private static float erfNear(float x) {
        float v = x * x;
        float sum = 8.212246e-5f;
        sum = Math.fma(sum, v, -8.105208e-4f);
        sum = Math.fma(sum, v, 0.0051977267f);
        sum = Math.fma(sum, v, -0.026858067f);
        sum = Math.fma(sum, v, 0.11283671f);
        sum = Math.fma(sum, v, -0.37612632f);
        sum = Math.fma(sum, v, 0.12837917f);
        return Math.fma(x, sum, x);
    }

    /// 1 − e^(−p(t)), p being −ln erfc, for 0.92..4.
    private static float erfFar(float t) {
        float sum = 2.082322e-5f;
        sum = Math.fma(sum, t, -4.3134348e-4f);
        sum = Math.fma(sum, t, 0.0041560633f);
        sum = Math.fma(sum, t, -0.025080232f);
        sum = Math.fma(sum, t, 0.10821996f);
        sum = Math.fma(sum, t, 0.6334011f);
        sum = Math.fma(sum, t, 1.1294883f);
        sum = Math.fma(sum, t, -1.6920509e-4f);
        return -expm1(-sum);
    }

    /// ln x for a positive normal x.
    static float log(float x) {
        int bits = Float.floatToRawIntBits(x);
        int exponent = (bits - 0x3F3504F3) >> 23; // the fraction lies within √½..√2
        float f = Float.intBitsToFloat(bits - (exponent << 23)) - 1;
        float n = exponent;
        float sum = 0.06733011f;
        sum = Math.fma(sum, f, -0.11660661f);
        sum = Math.fma(sum, f, 0.11886204f);
        sum = Math.fma(sum, f, -0.12408197f);
        sum = Math.fma(sum, f, 0.14220233f);
        sum = Math.fma(sum, f, -0.16667855f);
        sum = Math.fma(sum, f, 0.20002073f);
        sum = Math.fma(sum, f, -0.25000012f);
        sum = Math.fma(sum, f, 0.33333313f);
        float square = f * f;
        float tail = Math.fma(square * f, sum, Math.fma(-0.5f, square, n * LN2_LOW));
        return Math.fma(n, LN2_HIGH, f + tail);
    }

    /// The integer n nearest to x / ln 2, for a clamped x.
    static float exponent(float x) {
        return Math.fma(x, LOG2_E, ROUNDER) - ROUNDER;
    }

    /// x − n·ln 2.
    static float reduced(float x, float n) {
        return Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
    }

    /// e^r − 1 for |r| ≤ ½ ln 2.
    static float expm1Reduced(float r) {
        return Math.fma(r * r, expm1Series(r), r);
    }

    /// (e^r − 1 − r) / r² for |r| ≤ ½ ln 2.
    static float expm1Series(float r) {
        float sum = 1.9555277e-4f;
        sum = Math.fma(sum, r, 0.0013934071f);
        sum = Math.fma(sum, r, 0.008333912f);
        sum = Math.fma(sum, r, 0.041666474f);
        sum = Math.fma(sum, r, 0.16666664f);
        return Math.fma(sum, r, 0.5f);
    }

    /// value·2ⁿ, rounded once, in two steps so that neither factor leaves float's range.
    static float scaled(float value, float n) {
        int exponent = (int) n;
        int half = exponent >> 1;
        return value * powerOfTwo(half) * powerOfTwo(exponent - half);
    }

    /// 2ⁿ for n within −126..127.
    static float powerOfTwo(int n) {
        return Float.intBitsToFloat((n + 127) << 23);
    }
}
