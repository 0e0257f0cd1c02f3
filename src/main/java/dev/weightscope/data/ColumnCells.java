package dev.weightscope.data;

import dev.weightscope.model.Quoted;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The values of one column, of all rows.
final class ColumnCells {
    /// Up to this share of words among its values a column is one of numbers with mistakes.
    private static final int VALUES_PER_MISTAKE = 10;

    /// More different words are names of rows, no classes.
    static final int MOST_WORDS = 10_000;

    private static final int MISSING = -1;
    private static final int NOT_KEPT = -2;

    private final int column;
    private final String name;
    private double[] numbers = new double[16];
    private int[] words;
    private final Map<String, Integer> numbersOfWords = new LinkedHashMap<>();
    private final boolean keepsWords;
    private int size;
    private int numberCount;
    private int textCount;
    private @Nullable Place firstText;
    private @Nullable Place firstMissing;
    private @Nullable Place firstBeyondFloat;
    private boolean hasMoreWords;

    /// Where a value stands.
    ///
    /// @param text `line 4, column 3 (radius): "abc"`
    record Place(long line, int column, String value, String text) {}

    /// @param keepsWords whether the column may be a target
    ColumnCells(int column, String name, boolean keepsWords) {
        this.column = column;
        this.name = name;
        this.keepsWords = keepsWords;
        this.words = new int[keepsWords ? numbers.length : 0];
    }

    void add(Line line, Cell cell) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
            words = keepsWords ? Arrays.copyOf(words, 2 * size) : words;
        }
        numbers[size] = cell.number();
        switch (cell.kind()) {
            case NUMBER, TRUTH -> {
                numberCount++;
                if (firstBeyondFloat == null && Float.isInfinite((float) cell.number())) {
                    firstBeyondFloat = place(line);
                }
            }
            case TEXT -> {
                textCount++;
                firstText = firstText == null ? place(line) : firstText;
            }
            case MISSING -> firstMissing = firstMissing == null ? place(line) : firstMissing;
        }
        if (keepsWords) {
            words[size] =
                    cell.kind() == Cell.Kind.MISSING ? MISSING : word(line.value(column).strip());
        }
        size++;
    }

    private int word(String text) {
        Integer known = numbersOfWords.get(text);
        if (known != null) {
            return known;
        }
        if (numbersOfWords.size() == MOST_WORDS) {
            hasMoreWords = true;
            return NOT_KEPT;
        }
        numbersOfWords.put(text, numbersOfWords.size());
        return numbersOfWords.size() - 1;
    }

    private Place place(Line line) {
        return new Place(line.number(), column, line.value(column), line.at(column, name));
    }

    ColumnType type() {
        if (numberCount == 0 && textCount == 0) {
            return ColumnType.EMPTY;
        }
        if (textCount == 0) {
            return ColumnType.NUMBERS;
        }
        return (long) textCount * VALUES_PER_MISTAKE <= (long) numberCount + textCount
                ? ColumnType.DAMAGED
                : ColumnType.TEXT;
    }

    /// Why it is no column of numbers: `text`, `no number in line 2: "inf"`.
    String whyNoNumbers() {
        Place text = firstText;
        if (text == null) {
            return "empty";
        }
        return numberCount == 0
                ? "text"
                : "no number in line %d: %s".formatted(text.line, Quoted.of(text.value.strip()));
    }

    @Nullable Place firstText() {
        return firstText;
    }

    @Nullable Place firstMissing() {
        return firstMissing;
    }

    /// The first number that is infinite as a float.
    @Nullable Place firstBeyondFloat() {
        return firstBeyondFloat;
    }

    /// Whether there are more different words than [#MOST_WORDS].
    boolean hasMoreWords() {
        return hasMoreWords;
    }

    /// Whether a row of a column that may be a target has no value.
    boolean isMissing(int row) {
        return words[row] == MISSING;
    }

    /// Whether they are whole numbers that differ from each other, as those of rows do.
    boolean isIndex() {
        if (numberCount != size || size == 0) {
            return false;
        }
        double[] sorted = Arrays.copyOf(numbers, size);
        Arrays.sort(sorted);
        for (int i = 0; i < size; i++) {
            if (sorted[i] < 0
                    || sorted[i] != Math.rint(sorted[i])
                    || (i > 0 && sorted[i] == sorted[i - 1])) {
                return false;
            }
        }
        return true;
    }

    int size() {
        return size;
    }

    /// NaN where there is none.
    double number(int row) {
        return numbers[row];
    }

    /// Counted from 0 in the order in which [#labels] come; negative where there is none, or where
    /// it is beyond the first [#MOST_WORDS].
    int word(int row) {
        return words[row];
    }

    /// The different words, in the order of the rows.
    List<String> labels() {
        return List.copyOf(numbersOfWords.keySet());
    }

    /// Of the numbers that are there.
    double mean() {
        double sum = 0;
        for (int row = 0; row < size; row++) {
            sum += Double.isNaN(numbers[row]) ? 0 : numbers[row] / numberCount;
        }
        return sum;
    }
}
