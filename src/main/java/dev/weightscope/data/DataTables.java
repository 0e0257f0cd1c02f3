package dev.weightscope.data;

import dev.weightscope.model.DataTable;
import dev.weightscope.model.Keyed;
import dev.weightscope.model.Refusal;
import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/// Reads tables by the name a person gives them.
public final class DataTables {
    private DataTables() {}

    /// The numeric columns of a CSV file, standardized.
    ///
    /// A first line in which anything is not a number is a header. A column is numeric if its first
    /// value is a number; other columns are left out, and so is a label: a column named `target`,
    /// `label` or `class`, in any case. Rows beyond those that an experiment can use
    /// ([dev.weightscope.model.Sampling#MAX_SAMPLES]) are not read.
    ///
    /// @param source the key of a [BundledData], or the path of a UTF-8 file with commas between
    ///   its values, compressed if it ends in `.gz`; becomes [DataTable#source()]
    /// @throws Refusal in one sentence, if there is no such file or it is not such a table
    public static DataTable read(String source) {
        try (InputStream bytes = open(source)) {
            List<double[]> rows = CsvTable.read(source, bytes);
            return new DataTable(
                    source, rows.size(), rows.getFirst().length, Standardization.of(rows));
        } catch (IOException unreadable) {
            throw new Refusal("%s cannot be read: %s".formatted(source, unreadable.getMessage()));
        }
    }

    private static InputStream open(String source) throws IOException {
        Optional<BundledData> bundled = BundledData.withKey(source);
        if (bundled.isPresent()) {
            return bundled(bundled.get());
        }
        Path path = path(source);
        if (Files.isDirectory(path)) {
            throw new Refusal("%s is a directory; name a CSV file".formatted(source));
        }
        if (!Files.exists(path)) {
            throw missing(source);
        }
        if (!Files.isReadable(path)) {
            throw new Refusal("%s cannot be read: permission denied".formatted(source));
        }
        return decompressed(source, Files.newInputStream(path));
    }

    private static InputStream bundled(BundledData data) throws IOException {
        InputStream bytes = DataTables.class.getResourceAsStream(data.resource());
        if (bytes == null) {
            throw new FileNotFoundException(data.resource() + " is not on the class path");
        }
        return decompressed(data.resource(), bytes);
    }

    private static InputStream decompressed(String name, InputStream bytes) throws IOException {
        if (!name.endsWith(".gz")) {
            return bytes;
        }
        try {
            return new GZIPInputStream(new BufferedInputStream(bytes));
        } catch (IOException notCompressed) {
            bytes.close();
            throw notCompressed;
        }
    }

    private static Path path(String source) {
        try {
            return Path.of(source);
        } catch (InvalidPathException _) {
            throw missing(source);
        }
    }

    private static Refusal missing(String source) {
        return new Refusal(
                "input \"%s\" is neither normal, uniform, %s nor a file"
                        .formatted(
                                source,
                                Arrays.stream(BundledData.values())
                                        .map(Keyed::key)
                                        .collect(Collectors.joining(", "))));
    }
}
