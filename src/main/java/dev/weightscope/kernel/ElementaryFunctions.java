package dev.weightscope.kernel;

/// Exponential functions and logarithms, and their parts: straight-line float arithmetic, in which
/// each operation rounds once and a choice is made between finished values. [VectorFunctions]
/// repeats it in vectors, with the same coefficients.
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

    /// Outside these e^x is 0 or infinite in float.
    static final float EXP_LOWEST = -104;

    static final float EXP_HIGHEST = 89;

    /// Below this e^x − 1 is −1 in float.
    static final float EXPM1_LOWEST = -18;

    /// Below this 4·eˣ is 0 in float.
    static final float QUARTER_EXP_LOWEST = -108;

    // p of e^r = 1 + r + r²·p(r), for |r| ≤ ½ ln 2.

    static final float EXPM1_5 = 1.9555277e-4f;
    static final float EXPM1_4 = 0.0013934071f;
    static final float EXPM1_3 = 0.008333912f;
    static final float EXPM1_2 = 0.041666474f;
    static final float EXPM1_1 = 0.16666664f;
    static final float EXPM1_0 = 0.5f;

    // p of 2·artanh(t/2) = t + t³·p(t²), for t within 0..⅔.

    static final float LOG1P_4 = 1.1835357e-4f;
    static final float LOG1P_3 = 4.188566e-4f;
    static final float LOG1P_2 = 0.002235554f;
    static final float LOG1P_1 = 0.012499672f;
    static final float LOG1P_0 = 0.08333334f;

    // p of ln(1 + f) = f − f²/2 + f³·p(f), for 1 + f within √½..√2.

    static final float LOG_8 = 0.06733011f;
    static final float LOG_7 = -0.11660661f;
    static final float LOG_6 = 0.11886204f;
    static final float LOG_5 = -0.12408197f;
    static final float LOG_4 = 0.14220233f;
    static final float LOG_3 = -0.16667855f;
    static final float LOG_2 = 0.20002073f;
    static final float LOG_1 = -0.25000012f;
    static final float LOG_0 = 0.33333313f;

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

    /// above / (below + lost), `lost` being what the rounding of `below` lost: by a reciprocal and
    /// one step of refinement.
    static float refined(float above, float below, float lost) {
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
        float sum = LOG1P_4;
        sum = Math.fma(sum, v, LOG1P_3);
        sum = Math.fma(sum, v, LOG1P_2);
        sum = Math.fma(sum, v, LOG1P_1);
        sum = Math.fma(sum, v, LOG1P_0);
        return Math.fma(t * v, sum, t);
    }

    /// ln x for a positive normal x.
    static float log(float x) {
        int bits = Float.floatToRawIntBits(x);
        int exponent = (bits - 0x3F3504F3) >> 23; // the fraction lies within √½..√2
        float f = Float.intBitsToFloat(bits - (exponent << 23)) - 1;
        float n = exponent;
        float sum = LOG_8;
        sum = Math.fma(sum, f, LOG_7);
        sum = Math.fma(sum, f, LOG_6);
        sum = Math.fma(sum, f, LOG_5);
        sum = Math.fma(sum, f, LOG_4);
        sum = Math.fma(sum, f, LOG_3);
        sum = Math.fma(sum, f, LOG_2);
        sum = Math.fma(sum, f, LOG_1);
        sum = Math.fma(sum, f, LOG_0);
        float square = f * f;
        float tail = Math.fma(square * f, sum, Math.fma(-0.5f, square, n * LN2_LOW));
        return Math.fma(n, LN2_HIGH, f + tail);
    }

    /// (1 + z)², with what 1 + z loses in rounding.
    static float squareOfOnePlus(float z) {
        float sum = 1 + z;
        float lost = 1 - sum + z;
        return Math.fma(sum, sum, 2 * sum * lost);
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
        float sum = EXPM1_5;
        sum = Math.fma(sum, r, EXPM1_4);
        sum = Math.fma(sum, r, EXPM1_3);
        sum = Math.fma(sum, r, EXPM1_2);
        sum = Math.fma(sum, r, EXPM1_1);
        return Math.fma(sum, r, EXPM1_0);
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
