package dev.weightscope.data;

import java.util.Optional;

/// A column of a file, as far as it is known.
///
/// @param name from the file's header, or `column 3`
/// @param key what names it in a choice of columns and as a target: its name, or its number where
///   the name is none or another column's
/// @param type empty where the rows cannot be read
/// @param whyNot why it is no input: `text`, `the target`; empty if it is one
/// @param isUsual whether it is an input if nobody says so
public record PreviewColumn(
        String name, String key, Optional<ColumnType> type, String whyNot, boolean isUsual) {
    public boolean isInput() {
        return whyNot.isEmpty();
    }

    /// Whether it holds numbers.
    public boolean canBeInput() {
        return type.filter(ColumnType::hasNumbers).isPresent();
    }
}
