package dev.weightscope.weights;

/// The values of all 256 patterns of numbers of eight bits: a sign, an exponent, a mantissa.
///
/// E4M3 and E5M2 are those of Micikevicius et al. 2022, "FP8 Formats for Deep Learning"; FNUZ those
/// of Noune et al. 2022, "8-bit Numerical Formats for Deep Neural Networks"; E8M0 is the scale of
/// the OCP Microscaling Formats specification 1.0.
final class Float8 {
    /// Finite but for NaN, which is all ones behind the sign.
    static final double[] E4M3 = table(3, 7);

    /// As IEEE 754: the highest exponent is of infinity and NaN.
    static final double[] E5M2 = table(2, 15);

    /// Finite, with no negative zero: its pattern is NaN.
    static final double[] E4M3FNUZ = table(3, 8);

    /// Finite, with no negative zero: its pattern is NaN.
    static final double[] E5M2FNUZ = table(2, 16);

    /// Powers of two alone: 2 to the pattern − 127.
    static final double[] E8M0 = powers();

    static {
        for (int sign = 0; sign < 256; sign += 128) {
            E4M3[sign + 0x7f] = Double.NaN;
            E5M2[sign + 0x7c] = sign == 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            for (int mantissa = 1; mantissa < 4; mantissa++) {
                E5M2[sign + 0x7c + mantissa] = Double.NaN;
            }
        }
        E4M3FNUZ[0x80] = Double.NaN;
        E5M2FNUZ[0x80] = Double.NaN;
    }

    private Float8() {}

    private static double[] table(int mantissaBits, int bias) {
        double[] values = new double[256];
        int ones = 1 << mantissaBits;
        for (int pattern = 0; pattern < 128; pattern++) {
            int exponent = pattern >> mantissaBits;
            int mantissa = pattern & ones - 1;
            // With exponent 0 the leading 1 is missing and the unit that of exponent 1.
            int digits = exponent == 0 ? mantissa : ones + mantissa;
            double value = Math.scalb((double) digits, Math.max(exponent, 1) - bias - mantissaBits);
            values[pattern] = value;
            values[128 + pattern] = -value;
        }
        return values;
    }

    private static double[] powers() {
        double[] values = new double[256];
        for (int pattern = 0; pattern < 255; pattern++) {
            values[pattern] = Math.scalb(1.0, pattern - 127);
        }
        values[255] = Double.NaN;
        return values;
    }
}
