package dev.weightscope.cli;

import dev.weightscope.export.WholeFile;
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
        files.add(write(directory, name, TableText.csv(answered)));
        for (var more : answered.lab().moreTables(answered.answer()).entrySet()) {
            String text = TableText.csv(answered, more.getValue());
            files.add(write(directory, more.getKey(), text));
        }
        return files;
    }

    private static Path write(Path directory, String name, String text) throws IOException {
        Path file = directory.resolve(name + ".csv");
        WholeFile.write(file, text);
        return file;
    }
}
