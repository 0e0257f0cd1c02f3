package dev.weightscope.ui.data;

import dev.weightscope.model.DataReading;
import dev.weightscope.model.DataTable;
import dev.weightscope.model.Quoted;

/// A table that a person has looked at and uses.
///
/// @param table its inputs, with the name of the file
/// @param reading how it was read
/// @param summary what was read, with what is learnt of it
public record ImportedTable(DataTable table, DataReading reading, String summary) {
    /// Its file, or the key of what comes with the program.
    public String source() {
        return table.source();
    }

    /// Its file's own name.
    public String name() {
        return name(source());
    }

    /// The name of a file without its folders.
    public static String name(String source) {
        return Quoted.value(
                source.substring(1 + Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\'))));
    }
}
