package dev.weightscope.model;

import java.util.Locale;
import java.util.OptionalDouble;

/// Numbers as people read them: the same text in a slider's field, a formula, a caption and an
/// error message.
public final class Numbers {
    private Numbers() {}

    /// The shortest decimal text that reads back as the same double, without a trailing `.0`:
    /// `0.01`, `500`, `1e-9`.
    public static String plain(double value) {
        String text = Double.toString(value).replace(".0E", "e").replace('E', 'e');
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /// The finite number that a decimal text states (`-0.5`, `.5`, `1e-9`), blanks around it
    /// ignored; empty for anything else. Stricter than [Double#parseDouble]: `NaN`, `Infinity`,
    /// `0x1p3` and `1d` are not decimal texts.
    public static OptionalDouble parse(String text) {
        String number = text.strip();
        if (!number.chars().allMatch(each -> "0123456789+-.eE".indexOf(each) >= 0)) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(number);
            return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
        } catch (NumberFormatException _) {
            return OptionalDouble.empty();
        }
    }

    /// At most `digits` significant digits, trailing zeros dropped; a power of ten outside
    /// 1e-4..1e6 (`3e-7`). NaN and the infinities are `NaN`, `∞` and `−∞`.
    public static String significant(double value, int digits) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        if (value == 0) {
            return "0";
        }
        String scientific = String.format(Locale.ROOT, "%." + (digits - 1) + "e", value);
        int e = scientific.indexOf('e');
        int exponent = Integer.parseInt(scientific.substring(e + 1));
        if (exponent < -4 || exponent >= 6) {
            return withoutTrailingZeros(scientific.substring(0, e)) + "e" + exponent;
        }
        return withoutTrailingZeros(
                String.format(Locale.ROOT, "%." + Math.max(0, digits - 1 - exponent) + "f", value));
    }

    private static String withoutTrailingZeros(String text) {
        if (text.indexOf('.') < 0) {
            return text;
        }
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
    }
}
