package dev.weightscope.kernel;

import dev.weightscope.model.NumberFormat;

/// Rounds float32 to a shorter format, to the nearest, ties to even. The result is a float that the
/// format holds, and of a NaN the one NaN. Float32 is as it is.
final class Rounding {
    static final int SIGN = 0x8000_0000;
    private static final int NAN = 0x7fc0_0000;
    static final int EXPONENT = 0x7f80_0000;

    // A bfloat16 is the upper half of a float32.

    static final int LOWER_HALF = 16;
    static final int UPPER_HALF_MASK = 0xffff_0000;

    /// One less than half of the last place that is kept: with that place's own bit added, a tie
    /// carries from an odd last place and not from an even one.
    static final int LESS_THAN_HALF = 0x7fff;

    // A float16 of magnitude a has steps of 2^-10 of its power of two. A float32 that is 2^13 times
    // that power has these steps too: its addition rounds to them, to the nearest and ties to even,
    // and its subtraction is exact.

    static final int STEP_SHIFT = 13 << 23;

    /// The exponent of 2^-14: smaller magnitudes are subnormal and have its steps.
    static final int LOWEST_EXPONENT = (127 - 14) << 23;

    /// The exponent of 2^16, from which on all is infinite.
    static final int HIGHEST_EXPONENT = (127 + 16) << 23;

    /// Overflows from 2^16 on to infinity; exact otherwise.
    static final float LIFT = 0x1p112f;

    private Rounding() {}

    /// Rounds from..to−1.
    ///
    /// @param out may be `in`
    /// @return how many values other than 0 became 0
    static int round(NumberFormat format, float[] in, float[] out, int from, int to) {
        int flushed = 0;
        for (int i = from; i < to; i++) {
            float x = in[i];
            float rounded =
                    switch (format) {
                        case FLOAT32 -> x;
                        case BFLOAT16 -> toBfloat16(x);
                        case FLOAT16 -> toFloat16(x);
                    };
            out[i] = rounded;
            flushed += rounded == 0 && x != 0 ? 1 : 0;
        }
        return flushed;
    }

    static float toBfloat16(float x) {
        int bits = Float.floatToRawIntBits(x);
        int odd = (bits >>> LOWER_HALF) & 1;
        int rounded = (bits + odd + LESS_THAN_HALF) & UPPER_HALF_MASK;
        return Float.intBitsToFloat(Float.isNaN(x) ? NAN : rounded);
    }

    static float toFloat16(float x) {
        int bits = Float.floatToRawIntBits(x);
        int exponent = Math.clamp(bits & EXPONENT, LOWEST_EXPONENT, HIGHEST_EXPONENT);
        float steps = Float.intBitsToFloat(exponent + STEP_SHIFT);
        float magnitude = (Math.abs(x) + steps - steps) * LIFT * (1 / LIFT);
        int rounded = Float.floatToRawIntBits(magnitude) | (bits & SIGN);
        return Float.intBitsToFloat(Float.isNaN(x) ? NAN : rounded);
    }
}
