package dev.weightscope.lab;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Columns of text that line up.
public final class TextTable {
    private static final String BETWEEN = "  ";

    /// On which side of its column a text stands.
    public enum Alignment {
        LEFT,
        RIGHT
    }

    private TextTable() {}

    /// One line for each row, each ended by LF.
    ///
    /// @param rows of one length
    public static String format(Alignment alignment, List<List<String>> rows) {
        int[] widths =
                IntStream.range(0, rows.getFirst().size())
                        .map(column -> width(rows, column))
                        .toArray();
        return rows.stream()
                .map(row -> line(alignment, row, widths).stripTrailing() + "\n")
                .collect(Collectors.joining());
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
    }

    private static String line(Alignment alignment, List<String> row, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> {
                    String text = row.get(column);
                    String blanks = " ".repeat(widths[column] - length(text));
                    return switch (alignment) {
                        case LEFT -> text + blanks;
                        case RIGHT -> blanks + text;
                    };
                })
                .collect(Collectors.joining(BETWEEN));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
