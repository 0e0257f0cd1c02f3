package dev.weightscope.weights;

/// The values of all 256 patterns of numbers of eight bits: a sign, an exponent, a mantissa.
///
/// E4M3 and E5M2 are those of Micikevicius et al. 2022, "FP8 Formats for Deep Learning"; FNUZ those
/// of Noune et al. 2022, "8-bit Numerical Formats for Deep Neural Networks"; E8M0 is the scale of
/// the OCP Microscaling Formats specification 1.0.
final class Float8 {
    /// Finite but for NaN, which is all ones behind the sign.
    static final float[] E4M3 = table(3, 7);

    /// As IEEE 754: the highest exponent is of infinity and NaN.
    static final float[] E5M2 = table(2, 15);

    /// Finite, with no negative zero: its pattern is NaN.
    static final float[] E4M3FNUZ = table(3, 8);

    /// Finite, with no negative zero: its pattern is NaN.
    static final float[] E5M2FNUZ = table(2, 16);

    /// Powers of two alone: 2 to the pattern − 127.
    static final float[] E8M0 = powers();

    static {
        for (int sign = 0; sign < 256; sign += 128) {
            E4M3[sign + 0x7f] = Float.NaN;
            E5M2[sign + 0x7c] = sign == 0 ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY;
            for (int mantissa = 1; mantissa < 4; mantissa++) {
                E5M2[sign + 0x7c + mantissa] = Float.NaN;
            }
        }
        E4M3FNUZ[0x80] = Float.NaN;
        E5M2FNUZ[0x80] = Float.NaN;
    }

    private Float8() {}

    private static float[] table(int mantissaBits, int bias) {
        float[] values = new float[256];
        int ones = 1 << mantissaBits;
        for (int pattern = 0; pattern < 128; pattern++) {
            int exponent = pattern >> mantissaBits;
            int mantissa = pattern & ones - 1;
            // With exponent 0 the leading 1 is missing and the unit that of exponent 1.
            int digits = exponent == 0 ? mantissa : ones + mantissa;
            float value = Math.scalb((float) digits, Math.max(exponent, 1) - bias - mantissaBits);
            values[pattern] = value;
            values[128 + pattern] = -value;
        }
        return values;
    }

    private static float[] powers() {
        float[] values = new float[256];
        for (int pattern = 0; pattern < 255; pattern++) {
            values[pattern] = Math.scalb(1f, pattern - 127);
        }
        values[255] = Float.NaN;
        return values;
    }
}
