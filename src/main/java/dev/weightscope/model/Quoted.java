package dev.weightscope.model;

/// Foreign text inside a sentence: short, on one line, and with nothing that a terminal obeys.
///
/// Values come from files and command lines and may be of any length; an escape sequence among them
/// would be carried out by the terminal that shows the sentence.
public final class Quoted {
    /// The longest value that a sentence repeats, in characters.
    public static final int MAX_LENGTH = 60;

    /// The longest path that a sentence repeats, in characters.
    private static final int MAX_PATH_LENGTH = 240;

    private Quoted() {}

    /// A value: the first [#MAX_LENGTH] characters of a longer one and an ellipsis, control
    /// characters as `\n` or `\u001b`.
    public static String value(String text) {
        if (text.codePointCount(0, text.length()) <= MAX_LENGTH) {
            return escaped(text);
        }
        return escaped(text.substring(0, text.offsetByCodePoints(0, MAX_LENGTH - 1))) + "…";
    }

    /// As [#value], in quotation marks.
    public static String of(String text) {
        return '"' + value(text) + '"';
    }

    /// A path: whole if it is no longer than 240 characters, else an ellipsis and its end, which
    /// holds the file's name.
    public static String path(Object path) {
        String text = path.toString();
        int count = text.codePointCount(0, text.length());
        if (count <= MAX_PATH_LENGTH) {
            return escaped(text);
        }
        return "…" + escaped(text.substring(text.offsetByCodePoints(0, count - MAX_PATH_LENGTH)));
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(each -> append(each, escaped));
        return escaped.toString();
    }

    private static void append(int codePoint, StringBuilder target) {
        switch (codePoint) {
            case '\n' -> target.append("\\n");
            case '\r' -> target.append("\\r");
            case '\t' -> target.append("\\t");
            default -> {
                if (isHarmless(codePoint)) {
                    target.appendCodePoint(codePoint);
                } else {
                    target.append("\\u%04x".formatted(codePoint));
                }
            }
        }
    }

    /// Control characters act on a terminal, format characters turn the direction of writing,
    /// separators break the line, and half a surrogate pair is no character.
    private static boolean isHarmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    false;
            default -> true;
        };
    }
}
