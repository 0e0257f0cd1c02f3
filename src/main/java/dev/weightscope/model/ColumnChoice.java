package dev.weightscope.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which columns of a file are inputs.
///
/// @param chosen names, or numbers counted from 1; empty for all columns of numbers
/// @param leftOut names or numbers of those that are none
public record ColumnChoice(List<String> chosen, List<String> leftOut) {
    /// All columns of numbers.
    public static final ColumnChoice ALL = new ColumnChoice(List.of(), List.of());

    private static final String ALL_TEXT = "all";

    public ColumnChoice {
        chosen = List.copyOf(chosen);
        leftOut = List.copyOf(leftOut);
    }

    /// The choice of a text: `a,b,-c`, or `all`. A name with a comma, a backslash or a leading
    /// minus has a backslash before it.
    ///
    /// @throws Refusal in one sentence, if it is none
    public static ColumnChoice parse(String text) {
        if (text.strip().equals(ALL_TEXT)) {
            return ALL;
        }
        List<String> chosen = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean isLeftOut = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ',';
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                word.append(text.charAt(i));
            } else if (c == ',') {
                add(word.toString().strip(), isLeftOut ? leftOut : chosen);
                word.setLength(0);
                isLeftOut = false;
            } else if (c == '-' && word.toString().isBlank() && !isLeftOut) {
                isLeftOut = true;
            } else {
                word.append(c);
            }
        }
        return new ColumnChoice(chosen, leftOut);
    }

    private static void add(String name, List<String> target) {
        if (name.isEmpty()) {
            throw new Refusal(
                    "columns needs names with commas between them, such as a,b,-c, or all");
        }
        target.add(name);
    }

    /// The inverse of [#parse].
    public String text() {
        return chosen.isEmpty() && leftOut.isEmpty()
                ? ALL_TEXT
                : Stream.concat(
                                chosen.stream().map(ColumnChoice::escaped),
                                leftOut.stream().map(each -> "-" + escaped(each)))
                        .collect(Collectors.joining(","));
    }

    private static String escaped(String name) {
        String escaped = name.replace("\\", "\\\\").replace(",", "\\,");
        boolean isOdd = escaped.startsWith("-") || escaped.equals(ALL_TEXT);
        return isOdd ? "\\" + escaped : escaped;
    }
}
