package dev.weightscope.data;

import dev.weightscope.file.BoundedFile;
import dev.weightscope.file.NamedPath;
import dev.weightscope.file.ReadLimit;
import dev.weightscope.file.TextStream;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.model.DataReading;
import dev.weightscope.model.DataTable;
import dev.weightscope.model.DrawnPoints;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/// Reads tables by the name a person gives them.
///
/// Safe for use by several threads.
public final class DataTables {
    private static final KeptTables KEPT = new KeptTables();

    private DataTables() {}

    /// What names an input or a data set without being a file: the keys of [BundledData] and
    /// [DrawnData].
    public static List<String> keys() {
        return Stream.<Keyed>concat(
                        Arrays.stream(BundledData.values()), Arrays.stream(DrawnData.values()))
                .map(Keyed::key)
                .toList();
    }

    /// As [#read(String, DataReading)], all recognized.
    public static DataTable read(String source) {
        return read(source, DataReading.DEFAULT);
    }

    /// The columns of numbers of a table, scaled; of a drawn one standardized.
    ///
    /// What is not said about its form is found in its first lines; what a column is, by all rows.
    /// Columns of words, an index and a target are left out ([DataTable#leftOut()]). Rows beyond
    /// those that an experiment can use ([dev.weightscope.model.Sampling#MAX_SAMPLES]) are not
    /// read.
    ///
    /// A table that is still in use is not read again unless its file has changed.
    ///
    /// @param source one of [#keys], or the path of a text file, compressed with gzip or not;
    ///   becomes [DataTable#source()]
    /// @throws Refusal in one sentence, if there is no such file or it is not such a table
    /// @throws dev.weightscope.kernel.CancelledException if the thread is interrupted
    public static DataTable read(String source, DataReading reading) {
        Optional<DrawnData> drawn = DrawnData.withKey(source);
        if (drawn.isPresent()) {
            return drawn(drawn.get(), reading.drawn());
        }
        return BundledData.withKey(source)
                .map(data -> bundled(data, reading))
                .orElseGet(() -> file(source, reading, ReadLimit.TABLE));
    }

    /// The same with a target, to learn from.
    ///
    /// @throws Refusal as [#read], and if there is no target
    /// @throws dev.weightscope.kernel.CancelledException if it is no longer wanted
    public static Dataset dataset(String source, DataReading reading, Cancellation cancellation) {
        Optional<DrawnData> drawn = DrawnData.withKey(source);
        if (drawn.isPresent()) {
            int points = reading.drawn().points();
            return new Dataset(
                    drawn(drawn.get(), reading.drawn()),
                    List.of("x", "y"),
                    "class",
                    new Dataset.Target.Classes(
                            List.of("0", "1"),
                            IntStream.range(0, points)
                                    .map(point -> DrawnData.label(point, points))
                                    .toArray()));
        }
        return Learnable.of(parsed(source, reading, cancellation), reading, cancellation);
    }

    /// Where the numbers of [#dataset] stand.
    ///
    /// @throws Refusal as [#dataset]
    public static DataOutline outline(
            String source, DataReading reading, Cancellation cancellation) {
        return DrawnData.withKey(source).isPresent()
                ? DataOutline.drawn(source, reading)
                : DataOutline.of(parsed(source, reading, cancellation), reading, cancellation);
    }

    private static ParsedTable parsed(
            String source, DataReading reading, Cancellation cancellation) {
        Optional<BundledData> bundled = BundledData.withKey(source);
        return bundled.isPresent()
                ? parsed(bundled.get(), reading, cancellation)
                : parse(
                        source,
                        existing(source, "data", "", ReadLimit.TABLE),
                        reading,
                        cancellation);
    }

    /// What [#dataset] would read now.
    ///
    /// @throws Refusal if there is no such file
    public static DataVersion version(String source, DataReading reading) {
        return keys().contains(source)
                ? DataVersion.unchanging(source, reading)
                : version(existing(source, "data", "", ReadLimit.TABLE), reading);
    }

    private static DataTable drawn(DrawnData data, DrawnPoints points) {
        return new DataTable(
                data.key(),
                "drawn",
                points.points(),
                2,
                Standardization.of(List.of(data.coordinates(points)), Cancellation.NEVER),
                List.of());
    }

    /// The experiment with the absolute path of its table, so that its text means the same wherever
    /// it is read.
    public static Experiment withAbsolutePath(Experiment experiment) {
        return experiment.input() instanceof Input.Table(DataTable table)
                        && !keys().contains(table.source())
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
        if (keys().contains(source)) {
            return source;
        }
        return path(source)
                .flatMap(path ->
                        Stream.of(path, folder.resolve(path)).filter(Files::exists).findFirst())
                .map(found -> found.toAbsolutePath().toString())
                .orElse(source);
    }

    /// @param limit how much is read of the file, and of what it unpacks to
    static DataTable file(String source, DataReading reading, ReadLimit limit) {
        BoundedFile file = existing(source, "input", "normal, uniform, ", limit);
        DataVersion key = version(file, reading);
        Optional<DataTable> kept = KEPT.find(key);
        if (kept.isPresent()) {
            return kept.get().withSource(source);
        }
        DataTable table = parse(source, file, reading, Cancellation.NEVER).table(reading);
        KEPT.keep(key, table);
        return table;
    }

    /// @param noun what the name is given for
    /// @param others what may be named too, each with a comma behind it
    private static BoundedFile existing(
            String source, String noun, String others, ReadLimit limit) {
        Path path = NamedPath.of(source);
        if (Files.notExists(path)) {
            throw missing(source, noun, others);
        }
        return new BoundedFile(path, limit);
    }

    /// What is made of a table's text.
    interface TextReader<T> {
        /// @param text not closed
        T read(TextStream text) throws IOException;
    }

    /// Reads the text of a file, or of what comes with the program.
    ///
    /// @throws Refusal in one sentence, if there is no such file or it cannot be read
    static <T> T text(String source, TextReader<T> reader) {
        Optional<BundledData> bundled = BundledData.withKey(source);
        return bundled.isPresent()
                ? text(bundled.get(), reader)
                : text(source, existing(source, "data", "", ReadLimit.TABLE), reader);
    }

    /// Keeps a table for as long as somebody uses it.
    static void keep(String source, DataReading reading, DataTable table) {
        if (BundledData.withKey(source).isEmpty()) {
            KEPT.keep(version(existing(source, "data", "", ReadLimit.TABLE), reading), table);
        }
    }

    private static DataVersion version(BoundedFile file, DataReading reading) {
        BasicFileAttributes attributes = file.attributes();
        return new DataVersion(
                file.path().toAbsolutePath().toString(),
                attributes.lastModifiedTime(),
                attributes.size(),
                reading);
    }

    private static ParsedTable parse(
            String source, BoundedFile file, DataReading reading, Cancellation cancellation) {
        return text(source, file, text -> ParsedTable.read(source, text, reading, cancellation));
    }

    private static <T> T text(String source, BoundedFile file, TextReader<T> reader) {
        try (InputStream bytes = file.open()) {
            return reader.read(CsvBytes.text(source, bytes, file.limit()));
        } catch (ZipException | EOFException _) {
            throw new Refusal(
                    "%s is damaged: it cannot be unpacked".formatted(Quoted.path(source)));
        } catch (IOException failed) {
            throw file.unreadable(failed);
        }
    }

    private static DataTable bundled(BundledData data, DataReading reading) {
        DataVersion key = DataVersion.unchanging(data.key(), reading);
        return KEPT.find(key)
                .orElseGet(() -> {
                    DataTable table = parsed(data, reading, Cancellation.NEVER).table(reading);
                    KEPT.keep(key, table);
                    return table;
                });
    }

    private static ParsedTable parsed(
            BundledData data, DataReading reading, Cancellation cancellation) {
        return text(data, text -> ParsedTable.read(data.key(), text, reading, cancellation));
    }

    private static <T> T text(BundledData data, TextReader<T> reader) {
        try (InputStream bytes = DataTables.class.getResourceAsStream(data.resource())) {
            if (bytes == null) {
                throw new IllegalStateException(data.resource() + " is not on the class path");
            }
            return reader.read(CsvBytes.text(data.key(), bytes, ReadLimit.TABLE));
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

    private static Refusal missing(String source, String noun, String others) {
        return new Refusal(
                "%s \"%s\" is neither %s%s nor a file"
                        .formatted(noun, Quoted.path(source), others, String.join(", ", keys())));
    }
}
