package dev.weightscope.chart.axis;

import dev.weightscope.model.Numbers;
import java.util.Locale;

/// Numbers as charts write them: with a real minus sign, and short.
public final class NumberText {
    private NumberText() {}

    /// At most `digits` significant digits.
    public static String significant(double value, int digits) {
        return Numbers.significant(value, digits).replace('-', '−');
    }

    /// Three significant digits, zeros at the end kept, so that a number does not change its width
    /// while it changes its value: `0.290`.
    public static String steady(double value) {
        double magnitude = Math.abs(value);
        if (!(magnitude >= 0.001 && magnitude < 1000)) {
            return significant(value, 3);
        }
        int exponent = (int) Math.floor(Math.log10(magnitude));
        return fixed(value, Math.clamp(2L - exponent, 0, 3));
    }

    /// A mean, to the second digit of its std: what is worth reading beside it.
    public static String mean(double mean, double std) {
        if (!(std >= 0.001 && std < 1000 && Math.abs(mean) < 1000)) {
            boolean isNoise = Math.abs(mean) < 0.005 * std && Double.isFinite(std);
            return isNoise ? "0" : significant(mean, 2);
        }
        int exponent = (int) Math.floor(Math.log10(std));
        String text = fixed(mean, Math.clamp(1L - exponent, 0, 3));
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

    public static String fixed(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value).replace('-', '−');
    }

    /// With at most so many decimals, zeros at the end dropped.
    public static String plain(double value, int decimals) {
        String text = fixed(value, decimals);
        return text.indexOf('.') < 0 ? text : text.replaceAll("\\.?0+$", "");
    }

    /// At most `digits` significant digits in as few characters as can be: `−3e5`, not `−300000`.
    public static String shortest(double value, int digits) {
        String plain = significant(value, digits);
        if (value == 0 || !Double.isFinite(value)) {
            return plain;
        }
        String scientific = String.format(Locale.ROOT, "%." + (digits - 1) + "e", value);
        int e = scientific.indexOf('e');
        String mantissa = scientific.substring(0, e);
        String digitsOnly =
                mantissa.indexOf('.') < 0 ? mantissa : mantissa.replaceAll("\\.?0+$", "");
        String power = digitsOnly + "e" + Integer.parseInt(scientific.substring(e + 1));
        return power.length() < plain.length() ? power.replace('-', '−') : plain;
    }

    /// A mantissa times 10 to a whole power, as programs write it: `1e−7`.
    public static String scientific(int mantissa, int exponent) {
        return (mantissa + "e" + exponent).replace('-', '−');
    }
}
