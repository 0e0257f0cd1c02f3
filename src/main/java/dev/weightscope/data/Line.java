package dev.weightscope.data;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.weightscope.model.Quoted;
import java.util.List;

/// A line of values, which spans more than one of the file where a quoted value does.
///
/// @param number of its first line in the file, from 1
record Line(long number, List<String> values) {
    /// @param before how many lines of the file stand before the first that the parser sees
    static Line of(CsvRecord read, long before) {
        return new Line(before + read.getStartingLineNumber(), read.getFields());
    }

    int size() {
        return values.size();
    }

    String value(int column) {
        return values.get(column);
    }

    boolean isEmpty() {
        return values.size() == 1 && values.getFirst().isBlank();
    }

    /// Whether it looks like a note, which `#` and `%` begin.
    boolean isNote() {
        String first = values.getFirst().strip();
        return first.startsWith("#") || first.startsWith("%");
    }

    boolean endsEmpty() {
        return values.getLast().isBlank();
    }

    /// `line 4, column 3 (radius): "abc"`
    String at(int column, String name) {
        return "line %d, column %d%s: %s"
                .formatted(
                        number,
                        column + 1,
                        name.isBlank() ? "" : " (" + Quoted.value(name) + ")",
                        Quoted.of(value(column)));
    }
}
