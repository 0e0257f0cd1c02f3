package dev.weightscope.data;

import java.util.regex.Pattern;

/// What a value says about the mark before the decimals of its file.
enum DecimalEvidence {
    NONE,
    /// `1.5`, `1,234.5`, `1,234,567`
    POINT,
    /// `1,5`, `0,125`, `1.234,5`, `1.234.567`
    COMMA,
    /// `1,234`: 1234, or a little more than 1.
    EITHER;

    private static final int LONGEST = 64;
    private static final String REST = "(?:[eE][+-]?\\d+)?";
    private static final Pattern GROUPED =
            Pattern.compile(
                    "[+-]?[1-9]\\d{0,2}(?:,\\d{3}){2,}|[+-]?[1-9]\\d{0,2}(?:,\\d{3})+\\.\\d*");
    private static final Pattern GROUPED_BY_POINTS =
            Pattern.compile(
                    "[+-]?[1-9]\\d{0,2}(?:\\.\\d{3}){2,}|[+-]?[1-9]\\d{0,2}(?:\\.\\d{3})+,\\d*");
    private static final Pattern THREE_DECIMALS = Pattern.compile("[+-]?[1-9]\\d{0,2}[.,]\\d{3}");
    private static final Pattern WITH_POINT = Pattern.compile("[+-]?\\d*\\.\\d+" + REST);
    private static final Pattern WITH_COMMA = Pattern.compile("[+-]?\\d*,\\d+" + REST);

    /// @param text as in the file
    static DecimalEvidence of(String text) {
        if (text.length() > LONGEST || (text.indexOf(',') < 0 && text.indexOf('.') < 0)) {
            return NONE;
        }
        String bare = Cell.undressed(Cell.bare(text));
        if (THREE_DECIMALS.matcher(bare).matches()) {
            // A point before three digits is one before decimals, unless commas are.
            return bare.indexOf(',') >= 0 ? EITHER : NONE;
        }
        if (WITH_POINT.matcher(bare).matches() || GROUPED.matcher(bare).matches()) {
            return POINT;
        }
        return WITH_COMMA.matcher(bare).matches() || GROUPED_BY_POINTS.matcher(bare).matches()
                ? COMMA
                : NONE;
    }
}
