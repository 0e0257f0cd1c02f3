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

    static NormalQuantile truncated(double cut) {
        double beyond = SpecialFunctions.normalCdf(-cut);
        return new NormalQuantile((float) (1 - 2 * beyond), (float) beyond, (float) cut);
    }

    /// The quantile at (word + ½) / 2³² of the way.
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
        float r = Math.fma(-q, q, 0.180625f);
        float above = 59.109375f;
        above = Math.fma(above, r, 159.29114f);
        above = Math.fma(above, r, 50.434273f);
        above = Math.fma(above, r, 3.3871326f);
        float below = 67.18756f;
        below = Math.fma(below, r, 78.75776f);
        below = Math.fma(below, r, 17.89517f);
        below = Math.fma(below, r, 1);
        return q * above / below;
    }

    /// @param r √(−ln p), within 1.6..5
    private static float far(float r) {
        float s = r - 1.6f;
        float above = 0.17023821f;
        above = Math.fma(above, s, 1.3067285f);
        above = Math.fma(above, s, 2.7568154f);
        above = Math.fma(above, s, 1.4234372f);
        float below = 0.12021133f;
        below = Math.fma(below, s, 0.73700166f);
        below = Math.fma(below, s, 1);
        return above / below;
    }
}
