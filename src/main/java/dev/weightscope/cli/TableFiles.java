package dev.weightscope.cli;

import dev.weightscope.export.TableFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Tables as CSV files.
final class TableFiles {
    private TableFiles() {}

    /// Writes into a directory; files of the same names are replaced.
    ///
    /// @return the files, in the order in which they were written
    /// @throws IOException whose message is one sentence, if a file cannot be written
    static List<Path> write(List<TableFile> tables, Path directory) throws IOException {
        List<Path> files = new ArrayList<>();
        for (TableFile table : tables) {
            Path file = directory.resolve(table.name() + ".csv");
            table.write(file);
            files.add(file);
        }
        return files;
    }
}
