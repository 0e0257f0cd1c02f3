package dev.weightscope.fuzz;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.weightscope.chart.DataColour;
import dev.weightscope.chart.Figure;
import dev.weightscope.chart.FigureSize;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PixelScale;
import dev.weightscope.chart.tensor.BarChart;
import dev.weightscope.chart.tensor.Bars;
import dev.weightscope.data.DataTables;
import dev.weightscope.data.TablePreview;
import dev.weightscope.data.TablePreviews;
import dev.weightscope.data.TableUse;
import dev.weightscope.export.PictureFile;
import dev.weightscope.export.PictureForm;
import dev.weightscope.export.PngFile;
import dev.weightscope.file.BoundedFile;
import dev.weightscope.file.ReadLimit;
import dev.weightscope.model.ColumnChoice;
import dev.weightscope.model.DataReading;
import dev.weightscope.model.DataTable;
import dev.weightscope.model.Histogram;
import dev.weightscope.saved.SavedSession;
import dev.weightscope.session.SessionState;
import dev.weightscope.ui.settings.Settings;
import dev.weightscope.ui.settings.SettingsFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Damaged files of every kind that the program reads: each is read, or refused in one sentence of
/// bounded length, with no other exception and without end. `-Dfuzz.factor=20`, or the profile
/// `fuzz`, tries twenty times as many.
@Tag("fuzz")
class FileFuzzTest {
    private static final int FACTOR = Integer.getInteger("fuzz.factor", 1);
    private static final int INPUTS = 500 * FACTOR;

    /// No measure of speed: only a hang takes as long.
    private static final Duration HANG = Duration.ofMinutes(2L + FACTOR);

    private static final String OPTIONS =
            "--depth 3 --width 20 --input breast-cancer --samples 30 --activation leaky-relu"
                    + " --slope 0.2 --initializer he-normal --gain 1.5 --seed 7 --range -1,1";

    private static final String PINS =
            """

            pin colour=2 name='my "pin"' hidden --depth 4 --gain 5/3
            pin colour=3 preset --depth 5
            lab toy --powers 5
            view layout=ridge 'tab=signal'
            """;

    /// Held, since the JDK forgets a logger that nobody holds, its level with it.
    private static final Logger SETTINGS_LOG = Logger.getLogger(SettingsFile.class.getName());

    @TempDir Path folder;

    /// What reads a file of one kind.
    @FunctionalInterface
    private interface Reading {
        Object read(Path file) throws IOException;
    }

    @Test
    void everyTableIsReadOrRefused() throws IOException {
        byte[] csv =
                text("id,\"x, in cm\",y,target\n1,1.5,-2e-3,0\n2,\"2.5\",7,1\n3,0.5,+8.25,0\n");
        byte[] european = text("Länge, mm;Preis\n1,5;1.234,50 €\n3,75;NA\n");
        byte[] arff = text("@relation r\n@attribute 'a b' real\n@attribute c {x,y}\n@data\n1,x\n");
        byte[] blanks = text("# a b c\n 1.5   2\t\"x y\"\n 2.5  ? \"z\"\n");
        byte[] plain = text("1,2,3\r\n4,5,6\r\n7,8,9\r\n");
        fuzz(
                "tables",
                "t.csv",
                List.of(csv, plain, packed(csv), european, arff, blanks),
                this::asIs,
                this::table);
    }

    @Test
    void everyExperimentIsReadOrRefused() throws IOException {
        DataTable kept = DataTables.read("breast-cancer"); // so that it is not parsed each time
        List<byte[]> originals =
                List.of(
                        text("weightscope-experiment 1\n" + OPTIONS.replace(" --", "\n--")),
                        text("weightscope-experiment 1\n--widths 30,20,5\n--gain=5/3\n# a note\n"),
                        text("weightscope-experiment 2\n" + OPTIONS + PINS));
        fuzz("experiments", "e.weightscope", originals, this::asIs, FileFuzzTest::experiment);
        assertEquals(30, kept.columns());
    }

    @Test
    void everyPictureIsReadOrRefused() throws IOException {
        Path file = folder.resolve("original.png");
        PngFile.write(file, new BufferedImage(9, 7, BufferedImage.TYPE_INT_RGB), 2, OPTIONS);
        byte[] latin = Files.readAllBytes(file);
        PngFile.write(
                file,
                new BufferedImage(9, 7, BufferedImage.TYPE_INT_ARGB),
                1,
                "--input 'σ.csv'" + PINS);
        List<byte[]> originals =
                List.of(
                        latin,
                        Files.readAllBytes(file),
                        resource("fuzz/p1-bkgd-index.png"),
                        resource("fuzz/p3-itxt-bomb-1k.png"));
        fuzz("pictures", "p.png", originals, this::withChecksums, FileFuzzTest::picture);
    }

    @Test
    void everyPictureOfShapesIsReadOrRefused() throws IOException {
        String picture =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <svg xmlns="http://www.w3.org/2000/svg" width="9" height="7">
                <metadata><session xmlns="urn:weightscope">%s</session></metadata>
                <g fill="#ffffff"><rect width="9"/><!-- a --><text>&amp;&#8722;</text></g>
                </svg>
                """;
        List<byte[]> originals =
                List.of(
                        text(picture.formatted(OPTIONS)),
                        text(picture.formatted("<![CDATA[" + OPTIONS + PINS + "]]>")),
                        text("<!DOCTYPE svg [<!ENTITY e 'x'>]>" + picture.formatted("&e;")));
        fuzz("pictures of shapes", "p.svg", originals, this::asIs, FileFuzzTest::picture);
    }

    @Test
    void everyDocumentIsReadOrRefused() throws IOException {
        fuzz("documents", "p.pdf", written(PictureForm.PDF), this::asIs, FileFuzzTest::picture);
    }

    @Test
    void everyAnimationIsReadOrRefused() throws IOException {
        fuzz("animations", "p.gif", written(PictureForm.GIF), this::asIs, FileFuzzTest::picture);
    }

    /// Pictures of this program, with an experiment and with a session.
    private List<byte[]> written(PictureForm form) throws IOException {
        BarChart chart =
                new BarChart(
                        "Values",
                        "weight",
                        List.of(
                                new Bars.Counted(
                                        "values",
                                        new DataColour.OfSetting(0),
                                        new Histogram(-1, 1, new long[] {1, 2}, 0, 0, 0))),
                        List.of(),
                        List.of(),
                        List.of(),
                        BarChart.Heights.DENSITIES);
        PictureFile picture =
                new PictureFile(
                        new Figure(new Figure.Part("Values", chart, 1), "of a test"),
                        new FigureSize(120, 80),
                        Palette.LIGHT,
                        PixelScale.X1);
        List<byte[]> originals = new ArrayList<>();
        for (String text : List.of(OPTIONS, "--input 'σ.csv'" + PINS)) {
            Path file = folder.resolve("original." + form.key());
            picture.write(file, form, text);
            originals.add(Files.readAllBytes(file));
        }
        return originals;
    }

    @Test
    void settingsAreAlwaysReadSomehow() throws IOException {
        SETTINGS_LOG.setLevel(Level.OFF); // it tells of each file that it puts aside
        new SettingsFile(folder).write(Settings.DEFAULTS);
        List<byte[]> originals =
                List.of(
                        Files.readAllBytes(folder.resolve("settings.json")),
                        resource("fuzz/s1-width-nan.json"),
                        resource("session_input_gone.settings.json"));
        Tally tally =
                fuzz(
                        "settings",
                        "settings.json",
                        originals,
                        this::asIs,
                        _ -> new SettingsFile(folder).read());
        SETTINGS_LOG.setLevel(null);
        assertEquals(
                INPUTS + " read, 0 refused",
                tally.toString().replaceAll(".* inputs, (.* refused),.*", "$1"));
    }

    /// The window looks at it before.
    private Object table(Path file) {
        TablePreview soon =
                TablePreviews.beginning(file.toString(), DataReading.DEFAULT, TableUse.LEARNING);
        for (int column = 0; column < Math.min(3, soon.columns().size()); column++) {
            ColumnChoice toggled = soon.toggled(column);
            assertEquals(toggled, ColumnChoice.parse(toggled.text()));
        }
        DataTable table = DataTables.read(file.toString());
        return table.leftOutNote();
    }

    private static SessionState experiment(Path file) {
        return session(file, new BoundedFile(file, ReadLimit.EXPERIMENT).text());
    }

    private static SessionState session(Path file, String text) {
        return SavedSession.parse(file.toString(), text).resolve(file.resolveSibling(""));
    }

    private static Object picture(Path file) {
        return PictureFile.readSessionText(file)
                .map(text -> (Object) session(file, text))
                .orElse("no experiment");
    }

    private interface Finish {
        byte[] apply(byte[] mutated, RandomGenerator random);
    }

    private Tally fuzz(
            String kind, String name, List<byte[]> originals, Finish finish, Reading reading) {
        Tally tally = new Tally(kind);
        Path file = folder.resolve(name);
        assertTimeoutPreemptively(
                HANG,
                () -> {
                    for (int seed = 0; seed < INPUTS; seed++) {
                        SplittableRandom random = new SplittableRandom(seed);
                        byte[] original = originals.get(seed % originals.size());
                        byte[] mutated = new Mutations(random).of(original);
                        Files.write(file, finish.apply(mutated, random));
                        tally.count("seed " + seed, () -> reading.read(file));
                    }
                },
                () -> kind + " hang after " + tally.total());
        assertEquals(INPUTS, tally.total());
        System.out.println("fuzz: " + tally);
        return tally;
    }

    private byte[] asIs(byte[] mutated, RandomGenerator random) {
        return mutated;
    }

    /// In three of four pictures every chunk gets its right checksum, as long as chunks follow each
    /// other: else nothing behind the checksum would ever be tried.
    private byte[] withChecksums(byte[] picture, RandomGenerator random) {
        if (random.nextInt(4) == 0) {
            return picture;
        }
        ByteBuffer bytes = ByteBuffer.wrap(picture);
        int at = 8;
        while (at + 12 <= picture.length) {
            long end = at + 12L + bytes.getInt(at);
            if (end > picture.length || end < at + 12) {
                break;
            }
            CRC32 crc = new CRC32();
            crc.update(picture, at + 4, (int) end - at - 8);
            bytes.putInt((int) end - 4, (int) crc.getValue());
            at = (int) end;
        }
        return picture;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream bytes = FileFuzzTest.class.getResourceAsStream("/cases/" + name)) {
            return requireNonNull(bytes, name).readAllBytes();
        }
    }
}
