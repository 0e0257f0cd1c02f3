package dev.weightscope.data;

import java.util.List;

/// Whether the first of some lines names the columns of the others, and the second their units.
final class HeaderGuess {
    private HeaderGuess() {}

    /// A header has a word above a column of numbers. A line that stands alone is one unless it has
    /// a number.
    static boolean isHeader(List<Line> lines) {
        if (lines.isEmpty()) {
            return false;
        }
        Line first = lines.getFirst();
        if (lines.size() == 1) {
            return first.values().stream().noneMatch(HeaderGuess::isNumber);
        }
        List<Line> rows = lines.subList(1, lines.size());
        return isWordAboveNumbers(first, hasUnits(rows) ? rows.subList(1, rows.size()) : rows)
                || (first.values().stream().noneMatch(HeaderGuess::isNumber)
                        && rows.stream()
                                .noneMatch(row ->
                                        row.values().stream().anyMatch(HeaderGuess::isNumber)));
    }

    /// Whether the first row below a header holds units: words alone, and one of them above a
    /// column of numbers.
    static boolean hasUnits(List<Line> rows) {
        return rows.size() > 1
                && rows.getFirst().values().stream().noneMatch(HeaderGuess::isNumber)
                && isWordAboveNumbers(rows.getFirst(), rows.subList(1, rows.size()));
    }

    private static boolean isWordAboveNumbers(Line line, List<Line> rows) {
        for (int column = 0; column < line.size(); column++) {
            if (isWord(line.value(column)) && isNumeric(column, rows)) {
                return true;
            }
        }
        return false;
    }

    /// Of some lines; the whole file decides later.
    private static boolean isNumeric(int column, List<Line> rows) {
        int numbers = 0;
        int words = 0;
        for (Line row : rows) {
            if (column < row.size()) {
                numbers += isNumber(row.value(column)) ? 1 : 0;
                words += isWord(row.value(column)) ? 1 : 0;
            }
        }
        return numbers > words;
    }

    private static boolean isNumber(String value) {
        return Cell.of(value, false).hasNumber() || Cell.of(value, true).hasNumber();
    }

    private static boolean isWord(String value) {
        return !isNumber(value) && Cell.of(value, false).kind() == Cell.Kind.TEXT;
    }
}
