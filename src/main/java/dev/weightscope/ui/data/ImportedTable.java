package dev.weightscope.ui.data;

import dev.weightscope.model.DataReading;
import dev.weightscope.model.DataTable;
import dev.weightscope.model.FileName;

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
        return FileName.quoted(source());
    }
}
