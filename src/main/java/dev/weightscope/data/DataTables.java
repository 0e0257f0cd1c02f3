package dev.weightscope.data;

import dev.weightscope.file.BoundedFile;
import dev.weightscope.file.NamedPath;
import dev.weightscope.file.ReadLimit;
import dev.weightscope.model.DataTable;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Input;
import dev.weightscope.model.Keyed;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/// Reads tables by the name a person gives them.
///
/// Safe for use by several threads.
public final class DataTables {
    private static final KeptTables KEPT = new KeptTables();

    private DataTables() {}

    /// The numeric columns of a CSV file, standardized.
    ///
    /// A first line in which anything is not a number is a header. A column is numeric if its first
    /// value is a number; other columns are left out ([DataTable#leftOut()]), and so is a label: a
    /// column named `target`, `label` or `class`, in any case. Rows beyond those that an experiment
    /// can use ([dev.weightscope.model.Sampling#MAX_SAMPLES]) are not read.
    ///
    /// A table that is still in use is not read again unless its file has changed.
    ///
    /// @param source the key of a [BundledData], or the path of a UTF-8 file with commas between
    ///   its values, compressed with gzip or not; becomes [DataTable#source()]
    /// @throws Refusal in one sentence, if there is no such file or it is not such a table
    /// @throws dev.weightscope.kernel.CancelledException if the thread is interrupted
    public static DataTable read(String source) {
        return BundledData.withKey(source)
                .map(DataTables::bundled)
                .orElseGet(() -> file(source, ReadLimit.TABLE));
    }

    /// The experiment with the absolute path of its table, so that its text means the same wherever
    /// it is read.
    public static Experiment withAbsolutePath(Experiment experiment) {
        return experiment.input() instanceof Input.Table(DataTable table)
                        && BundledData.withKey(table.source()).isEmpty()
                ? experiment.withInput(
                        new Input.Table(
                                table.withSource(
                                        Path.of(table.source()).toAbsolutePath().toString())))
                : experiment;
    }

    /// The path of a table that a file in a folder names: an absolute one as it is, a relative one
    /// from where the program was started or else from that folder.
    ///
    /// @return absolute if there is such a file; `source` itself if there is none
    public static String find(String source, Path folder) {
        if (BundledData.withKey(source).isPresent()) {
            return source;
        }
        return path(source)
                .flatMap(path ->
                        Stream.of(path, folder.resolve(path)).filter(Files::exists).findFirst())
                .map(found -> found.toAbsolutePath().toString())
                .orElse(source);
    }

    /// @param limit how much is read of the file, and of what it unpacks to
    static DataTable file(String source, ReadLimit limit) {
        Path path = NamedPath.of(source);
        if (Files.notExists(path)) {
            throw missing(source);
        }
        BoundedFile file = new BoundedFile(path, limit);
        BasicFileAttributes attributes = file.attributes();
        KeptTables.Key key =
                new KeptTables.Key(
                        path.toAbsolutePath().toString(),
                        attributes.lastModifiedTime(),
                        attributes.size());
        Optional<DataTable> kept = KEPT.find(key);
        if (kept.isPresent()) {
            return kept.get().withSource(source);
        }
        DataTable table = parse(source, file);
        KEPT.keep(key, table);
        return table;
    }

    private static DataTable parse(String source, BoundedFile file) {
        try (InputStream bytes = file.open()) {
            return CsvTable.read(source, CsvBytes.text(source, bytes, file.limit()));
        } catch (ZipException | EOFException _) {
            throw new Refusal(
                    "%s is damaged: it cannot be unpacked".formatted(Quoted.path(source)));
        } catch (IOException failed) {
            throw file.unreadable(failed);
        }
    }

    private static DataTable bundled(BundledData data) {
        KeptTables.Key key = new KeptTables.Key(data.resource(), FileTime.fromMillis(0), 0);
        Optional<DataTable> kept = KEPT.find(key);
        if (kept.isPresent()) {
            return kept.get();
        }
        try (InputStream bytes = DataTables.class.getResourceAsStream(data.resource())) {
            if (bytes == null) {
                throw new IllegalStateException(data.resource() + " is not on the class path");
            }
            DataTable table =
                    CsvTable.read(data.key(), CsvBytes.text(data.key(), bytes, ReadLimit.TABLE));
            KEPT.keep(key, table);
            return table;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<Path> path(String source) {
        try {
            return Optional.of(Path.of(source));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static Refusal missing(String source) {
        return new Refusal(
                "input \"%s\" is neither normal, uniform, %s nor a file"
                        .formatted(
                                Quoted.path(source),
                                Arrays.stream(BundledData.values())
                                        .map(Keyed::key)
                                        .collect(Collectors.joining(", "))));
    }
}
