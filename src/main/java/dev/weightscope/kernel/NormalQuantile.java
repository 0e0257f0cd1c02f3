package dev.weightscope.kernel;

import dev.weightscope.model.SpecialFunctions;

/// A random word's quantile of the standard normal law, or of that law cut at ±c.
///
/// The rational approximations of Wichura, "Algorithm AS 241: The Percentage Points of the Normal
/// Distribution" (Applied Statistics 37, 1988), routine PPND7, about seven digits, in float. The
/// probability keeps 31 bits below one half, so that the tails are as fine as the middle.
///
/// @param share of the law's probability that is kept: 2Φ(c) − 1
/// @param tail the probability beyond c: Φ(−c)
/// @param cut the largest magnitude of a draw
record NormalQuantile(float share, float tail, float cut) {
    static final NormalQuantile STANDARD = new NormalQuantile(1, 0, Float.POSITIVE_INFINITY);

    /// |p − ½| up to which the central approximation holds.
    static final float CENTRAL = 0.425f;

    // Of the central approximation, in r = 0.425² − q²: above / below, each from the highest power
    // on. The lowest coefficient of both denominators is 1.

    static final float CENTRAL_ABOVE_3 = 59.109375f;
    static final float CENTRAL_ABOVE_2 = 159.29114f;
    static final float CENTRAL_ABOVE_1 = 50.434273f;
    static final float CENTRAL_ABOVE_0 = 3.3871326f;
    static final float CENTRAL_BELOW_3 = 67.18756f;
    static final float CENTRAL_BELOW_2 = 78.75776f;
    static final float CENTRAL_BELOW_1 = 17.89517f;
    static final float CENTRAL_SHIFT = 0.180625f;

    // Of the approximation beyond, in s = √(−ln p) − 1.6.

    static final float FAR_ABOVE_3 = 0.17023821f;
    static final float FAR_ABOVE_2 = 1.3067285f;
    static final float FAR_ABOVE_1 = 2.7568154f;
    static final float FAR_ABOVE_0 = 1.4234372f;
    static final float FAR_BELOW_2 = 0.12021133f;
    static final float FAR_BELOW_1 = 0.73700166f;
    static final float FAR_SHIFT = 1.6f;

    static NormalQuantile truncated(double cut) {
        double beyond = SpecialFunctions.normalCdf(-cut);
        return new NormalQuantile((float) (1 - 2 * beyond), (float) beyond, (float) cut);
    }

    /// The quantile of the probability ½ + (word + ½) / 2³².
    float of(int word) {
        int magnitude = word ^ (word >> 31); // 0..2³¹−1, in step with |word + ½| − ½
        float q = (magnitude + 0.5f) * 0x1p-32f * share;
        float value;
        if (q <= CENTRAL) {
            value = central(q);
        } else {
            float p = Math.fma((0x7FFFFFFF - magnitude + 0.5f) * 0x1p-32f, share, tail);
            value = far((float) Math.sqrt(-ElementaryFunctions.log(p)));
        }
        return Math.copySign(Math.min(value, cut), word);
    }

    private static float central(float q) {
        float r = Math.fma(-q, q, CENTRAL_SHIFT);
        float above = CENTRAL_ABOVE_3;
        above = Math.fma(above, r, CENTRAL_ABOVE_2);
        above = Math.fma(above, r, CENTRAL_ABOVE_1);
        above = Math.fma(above, r, CENTRAL_ABOVE_0);
        float below = CENTRAL_BELOW_3;
        below = Math.fma(below, r, CENTRAL_BELOW_2);
        below = Math.fma(below, r, CENTRAL_BELOW_1);
        below = Math.fma(below, r, 1);
        return q * above / below;
    }

    /// @param r √(−ln p), within 1.6..5
    private static float far(float r) {
        float s = r - FAR_SHIFT;
        float above = FAR_ABOVE_3;
        above = Math.fma(above, s, FAR_ABOVE_2);
        above = Math.fma(above, s, FAR_ABOVE_1);
        above = Math.fma(above, s, FAR_ABOVE_0);
        float below = FAR_BELOW_2;
        below = Math.fma(below, s, FAR_BELOW_1);
        below = Math.fma(below, s, 1);
        return above / below;
    }
}
