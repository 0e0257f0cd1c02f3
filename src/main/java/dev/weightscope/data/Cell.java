package dev.weightscope.data;

import dev.weightscope.model.Numbers;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/// What a value of a table stands for.
///
/// @param kind what it is
/// @param number of a number; 1 and 0 of `True` and `False`; else NaN
record Cell(Kind kind, double number) {
    enum Kind {
        NUMBER,
        /// `True` or `False`.
        TRUTH,
        /// Empty, or one of the words that stand for nothing.
        MISSING,
        TEXT
    }

    static final Cell TEXT = new Cell(Kind.TEXT, Double.NaN);
    private static final Cell MISSING = new Cell(Kind.MISSING, Double.NaN);
    private static final Cell TRUE = new Cell(Kind.TRUTH, 1);
    private static final Cell FALSE = new Cell(Kind.TRUTH, 0);

    private static final Set<String> NOTHING =
            Set.of(
                    "", "na", "n/a", "#n/a", "<na>", "nan", "null", "none", "nil", "?", "-", "--",
                    ".");

    /// Longer ones are no numbers with signs around them.
    private static final int LONGEST = 64;

    private static final String DIGITS_BY_POINT =
            "(?:\\d{1,3}(?:([,'’ \\u00a0\\u2009\\u202f])\\d{3}(?:\\1\\d{3})*)|\\d+)?(?:\\.\\d*)?";
    private static final String DIGITS_BY_COMMA =
            "(?:\\d{1,3}(?:([.'’ \\u00a0\\u2009\\u202f])\\d{3}(?:\\1\\d{3})*)|\\d+)?(?:,\\d*)?";
    private static final String EXPONENT = "(?:[eE][+-]?\\d{1,5})?";

    private static final Pattern BY_POINT = Pattern.compile("[+-]?" + DIGITS_BY_POINT + EXPONENT);
    private static final Pattern BY_COMMA = Pattern.compile("[+-]?" + DIGITS_BY_COMMA + EXPONENT);
    private static final Pattern GROUPS = Pattern.compile("['’ \\u00a0\\u2009\\u202f]");
    private static final Pattern AROUND = Pattern.compile("^([+-]?)\\p{Sc}\\s*|\\s*[\\p{Sc}%]$");

    /// @param text as in the file
    /// @param isCommaDecimal whether a comma stands before decimals, and a point groups thousands
    static Cell of(String text, boolean isCommaDecimal) {
        if (!isCommaDecimal) {
            OptionalDouble plain = Numbers.parse(text);
            if (plain.isPresent()) {
                return number(plain.getAsDouble());
            }
        }
        String bare = unquoted(bare(text));
        if (bare.length() > LONGEST) {
            return TEXT;
        }
        return switch (bare.toLowerCase(Locale.ROOT)) {
            case "true" -> TRUE;
            case "false" -> FALSE;
            case String word when NOTHING.contains(word) -> MISSING;
            default -> dressed(bare, isCommaDecimal);
        };
    }

    /// Without blanks of any kind around it, with a minus that numbers are read with.
    static String bare(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to).replace('−', '-');
    }

    /// A quotation mark behind a blank is left where it is by the parser.
    private static String unquoted(String bare) {
        boolean isQuoted = bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"");
        return isQuoted ? bare(bare.substring(1, bare.length() - 1)) : bare;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /// Without a currency's sign and a percent sign.
    static String undressed(String bare) {
        return AROUND.matcher(bare).replaceAll("$1");
    }

    private static Cell dressed(String bare, boolean isCommaDecimal) {
        String digits = undressed(bare);
        if (!(isCommaDecimal ? BY_COMMA : BY_POINT).matcher(digits).matches()) {
            return TEXT;
        }
        String plain = GROUPS.matcher(digits).replaceAll("");
        OptionalDouble value =
                Numbers.parse(
                        isCommaDecimal
                                ? plain.replace(".", "").replace(',', '.')
                                : plain.replace(",", ""));
        if (value.isEmpty()) {
            return TEXT;
        }
        return number(bare.endsWith("%") ? value.getAsDouble() / 100 : value.getAsDouble());
    }

    private static Cell number(double value) {
        return new Cell(Kind.NUMBER, value);
    }

    /// Whether it is a number, or as good as one.
    boolean hasNumber() {
        return kind == Kind.NUMBER || kind == Kind.TRUTH;
    }
}
