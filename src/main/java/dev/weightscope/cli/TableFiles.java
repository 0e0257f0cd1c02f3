package dev.weightscope.cli;

import dev.weightscope.export.TableFile;
import dev.weightscope.lab.Answered;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// All tables of an answer as CSV files.
final class TableFiles {
    private TableFiles() {}

    /// Writes into a directory; files of the same names are replaced.
    ///
    /// @param name of the lab's own table, without its ending
    /// @return the files, in the order in which they were written
    /// @throws IOException whose message is one sentence, if a file cannot be written
    static <S, A> List<Path> write(Answered<S, A> answered, Path directory, String name)
            throws IOException {
        List<Path> files = new ArrayList<>();
        for (TableFile table : TableFile.of(name, List.of(answered))) {
            Path file = directory.resolve(table.name() + ".csv");
            table.write(file);
            files.add(file);
        }
        return files;
    }
}
