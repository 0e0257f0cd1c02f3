package dev.weightscope.chart.axis;

import dev.weightscope.model.Numbers;
import java.util.Locale;

/// Numbers as charts write them: short, with a real minus sign, and with a power of ten for what is
/// below 0.001 or from 100000 on, everywhere alike.
public final class NumberText {
    private static final double SMALLEST_PLAIN = 0.001;
    private static final double LARGE = 1e5;

    private NumberText() {}

    /// At most `digits` significant digits.
    public static String significant(double value, int digits) {
        return isPlain(value)
                ? Numbers.significant(value, digits).replace('-', '−')
                : power(value, digits);
    }

    /// Whether a number is written without a power of ten.
    private static boolean isPlain(double value) {
        double magnitude = Math.abs(value);
        return value == 0
                || !Double.isFinite(value)
                || (magnitude >= SMALLEST_PLAIN && magnitude < LARGE);
    }

    /// Three significant digits, zeros at the end kept, so that a number does not change its width
    /// while it changes its value: `0.290`, `0.00200`, `3.00e−7`.
    public static String steady(double value) {
        return steady(value, 3);
    }

    /// As [#steady(double)] with so many significant digits.
    public static String steady(double value, int digits) {
        if (value == 0 || !Double.isFinite(value)) {
            return significant(value, digits);
        }
        if (!isPlain(value)) {
            return withMinus(scientific(value, digits));
        }
        int exponent = (int) Math.floor(Math.log10(Math.abs(value)));
        return fixed(value, Math.max(0, digits - 1 - exponent));
    }

    /// A mean, to the second digit of its std: what is worth reading beside it.
    public static String mean(double mean, double std) {
        if (!(std >= 0.001 && std < 1000 && Math.abs(mean) < 1000)) {
            boolean isNoise = Math.abs(mean) < 0.005 * std && Double.isFinite(std);
            return isNoise ? "0" : significant(mean, 2);
        }
        int exponent = (int) Math.floor(Math.log10(std));
        String text = fixed(mean, Math.clamp(1L - exponent, 0, 4));
        return text.matches("−0[.0]*") ? text.substring(1) : text;
    }

    /// A share as per cent: `12 %`, `0.3 %`, `< 0.1 %`; nothing but all is 100 %.
    public static String percent(double share) {
        double percent = share * 100;
        if (percent > 0 && percent < 0.1) {
            return "< 0.1 %";
        }
        if (percent < 10) {
            return fixed(percent, percent == 0 ? 0 : 1) + " %";
        }
        return (share < 1 ? Math.min(99, Math.round(percent)) : 100) + " %";
    }

    static String fixed(double value, int decimals) {
        return withMinus(String.format(Locale.ROOT, "%." + decimals + "f", value));
    }

    /// With at most so many decimals, zeros at the end dropped.
    static String plain(double value, int decimals) {
        return withoutZeros(fixed(value, decimals));
    }

    /// At most `digits` significant digits in as few characters as can be: `−3e5`, not `−300000`.
    public static String shortest(double value, int digits) {
        String plain = significant(value, digits);
        if (value == 0 || !Double.isFinite(value)) {
            return plain;
        }
        String power = power(value, digits);
        return power.length() < plain.length() ? power : plain;
    }

    /// At most `digits` significant digits and a power of ten: `2.5e5`; 0 is `0`.
    static String power(double value, int digits) {
        if (value == 0 || !Double.isFinite(value)) {
            return Numbers.significant(value, digits);
        }
        String text = scientific(value, digits);
        int e = text.indexOf('e');
        return withMinus(withoutZeros(text.substring(0, e)) + text.substring(e));
    }

    /// A mantissa times 10 to a whole power, as programs write it: `1e−7`.
    static String scientific(int mantissa, int exponent) {
        return withMinus(mantissa + "e" + exponent);
    }

    /// `digits` significant digits, the exponent without zeros before it.
    private static String scientific(double value, int digits) {
        String text = String.format(Locale.ROOT, "%." + (digits - 1) + "e", value);
        int e = text.indexOf('e');
        return text.substring(0, e) + "e" + Integer.parseInt(text.substring(e + 1));
    }

    private static String withoutZeros(String text) {
        if (text.indexOf('.') < 0) {
            return text;
        }
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
    }

    private static String withMinus(String text) {
        return text.replace('-', '−');
    }
}
