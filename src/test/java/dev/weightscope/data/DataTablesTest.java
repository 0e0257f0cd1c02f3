package dev.weightscope.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.file.ReadLimit;
import dev.weightscope.model.DataReading;
import dev.weightscope.model.DataTable;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Sampling;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class DataTablesTest {
    @TempDir Path directory;

    @Test
    void columnsAreStandardizedWithThePopulationStd() throws IOException {
        // mean 2.5, population std √1.25; the second column is the first, negated and shifted
        DataTable table = read("a,b\n1,-101\n2,-102\n3,-103\n4,-104\n");

        float far = (float) (1.5 / Math.sqrt(1.25));
        float near = (float) (0.5 / Math.sqrt(1.25));
        assertArrayEquals(
                new float[] {-far, far, -near, near, near, -near, far, -far}, values(table), 1e-6f);
    }

    @Test
    void aConstantColumnBecomesZero() throws IOException {
        assertArrayEquals(new float[] {-1, 0, 1, 0}, values(read("0,0.1\n2,0.1\n")));
    }

    @Test
    void hugeNumbersDoNotOverflow() throws IOException {
        assertArrayEquals(new float[] {-1, 1}, values(read("-1e300\n1e300\n")));
    }

    @Test
    void aFirstLineOfNumbersIsARow() throws IOException {
        assertEquals(3, read("1,2\n3,4\n5,7\n").rows());
    }

    @Test
    void aFirstLineWithAWordIsAHeader() throws IOException {
        assertEquals(2, read("1,name\n3,4\n5,7\n").rows());
    }

    @Test
    void textColumnsAndLabelsAreLeftOut() throws IOException {
        int checked = 0;
        for (String label : new String[] {"target", "Label", " CLASS "}) {
            DataTable table = read("id,x,%s,y\nfirst,1,7,3\nsecond,2,8,5\n".formatted(label));
            assertArrayEquals(new float[] {-1, -1, 1, 1}, values(table), label);
            checked++;
        }
        assertEquals(3, checked);
    }

    @Test
    void quotesBlanksEmptyLinesAndAByteOrderMarkAreUnderstood() throws IOException {
        assertArrayEquals(
                new float[] {-1, 1, 1, -1},
                values(read("\uFEFF\"x, in cm\",y\r\n\r\n\"1\", 4\r\n3 ,2\r\n")));
    }

    @Test
    void whetherAFileIsCompressedItsBytesSayAndNotItsName() throws IOException {
        int checked = 0;
        for (String name : new String[] {"small.csv.gz", "LARGE.CSV.GZ", "packed.csv"}) {
            Path file = directory.resolve(name);
            Files.write(file, packed("x\n1\n3\n"));
            assertArrayEquals(new float[] {-1, 1}, values(DataTables.read(file.toString())), name);
            checked++;
        }
        assertEquals(3, checked);
        Path plain = Files.writeString(directory.resolve("plain.csv.gz"), "x\n1\n3\n");
        assertArrayEquals(new float[] {-1, 1}, values(DataTables.read(plain.toString())));
    }

    @Test
    void compressedDataThatAreTornAreOneSentence() throws IOException {
        byte[] whole = packed("x\n1\n" + "3\n".repeat(5000));
        Path file = directory.resolve("torn.csv.gz");
        int checked = 0;
        for (int length : new int[] {2, 5, 12, whole.length - 9, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertEquals(
                    file + " is damaged: it cannot be unpacked",
                    mistake(file.toString()),
                    () -> "the first " + length + " bytes");
            checked++;
        }
        assertEquals(5, checked);
    }

    /// The limits are small here, so that a test reaches them soon.
    @Test
    void noMoreIsReadThanATableMayHave() throws IOException {
        ReadLimit limit = new ReadLimit("a CSV file", 4096);
        Path newlines = directory.resolve("newlines.csv.gz");
        Files.write(newlines, packed("\n".repeat(1 << 20)));
        assertEquals(
                newlines + " is too large: it unpacks to more than 4 KiB",
                refusal(() -> DataTables.file(newlines.toString(), DataReading.DEFAULT, limit)));
        assertEquals(newlines + " has more than 1000000 empty lines", mistake(newlines.toString()));
        Path lengthy = Files.writeString(directory.resolve("long.csv"), "1\n2\n".repeat(3000));
        assertEquals(
                lengthy + " is too large: of a CSV file, 4 KiB are read at most",
                refusal(() -> DataTables.file(lengthy.toString(), DataReading.DEFAULT, limit)));
    }

    @Test
    void aSparseFileOfTwoGigabytesIsNoText() throws IOException {
        Path file = directory.resolve("huge.csv");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(2_200_000_000L);
        }
        assertEquals(file + " is no text: it holds NUL characters", mistake(file.toString()));
    }

    @Test
    void aColumnThatDiffersInItsLastBitsAloneIsConstant() throws IOException {
        // scikit-learn 1.7: StandardScaler().fit([[0.3], [0.30000000000000004]]).scale_ is [1.]
        assertArrayEquals(
                new float[] {0, -1, 0, 1},
                values(read("0.3,0.3\n0.30000000000000004,0.3000000001\n")));
        assertArrayEquals(new float[] {-1, 1}, values(read("1e-30\n2e-30\n")));
    }

    @Test
    void aTableThatIsStillUsedIsReadAgainOnlyWhenItsFileChanges() throws IOException {
        Path file = file("1\n3\n");
        FileTime first = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        Files.setLastModifiedTime(file, first);
        DataTable table = DataTables.read(file.toString());
        Files.writeString(file, "3\n1\n");
        Files.setLastModifiedTime(file, first);
        assertArrayEquals(values(table), values(DataTables.read(file.toString())));
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:01Z")));
        assertArrayEquals(new float[] {1, -1}, values(DataTables.read(file.toString())));
        Files.writeString(file, "3\n1\n2\n");
        Files.setLastModifiedTime(file, first);
        assertEquals(3, DataTables.read(file.toString()).rows());
        assertArrayEquals(new float[] {-1, 1}, values(table));
    }

    @Test
    void whatIsLeftOutIsNamedWithItsReason() throws IOException {
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put("1,2\n3,4\n", "");
        notes.put("a,b\n1,inf\n2,3\n", "left out: b (no number in line 2: \"inf\")");
        notes.put("a,b\n,2\n,3\n", "left out: a (empty)");
        notes.put(
                "\"\",Ozone,Wind,target\n\"5\",x,14.3,1\n\"1\",y,7.4,0\n",
                "left out: column 1 (an index), Ozone (text), target (a label)");
        notes.put(
                "1,a,b,c,d,e,f,g\n".repeat(2),
                "left out: column 2 (text), column 3 (text), column 4 (text), column 5 (text),"
                        + " column 6 (text) and 2 more");
        int checked = 0;
        for (Map.Entry<String, String> each : notes.entrySet()) {
            assertEquals(each.getValue(), read(each.getKey()).leftOutNote());
            checked++;
        }
        assertEquals(5, checked);
    }

    @Test
    void aRelativePathIsFoundFromWhereTheProgramStartedOrElseBesideTheFileThatNamesIt()
            throws IOException {
        Path file = file("1,2\n3,4\n");
        assertEquals(file.toString(), DataTables.find("input.csv", directory));
        assertEquals(
                Path.of("pom.xml").toAbsolutePath().toString(),
                DataTables.find("pom.xml", directory));
        assertEquals("gone.csv", DataTables.find("gone.csv", directory));
        assertEquals("digits", DataTables.find("digits", directory));
        assertEquals("a\0b", DataTables.find("a\0b", directory));
        assertEquals(file.toString(), DataTables.find(file.toString(), Path.of("elsewhere")));
    }

    @Test
    void anExperimentForElsewhereHasTheAbsolutePathOfItsTable() {
        DataTable table = new DataTable("rel.csv", 1, 2, new float[] {1, 2});
        Experiment experiment = Experiment.DEFAULT.withTable(table);
        assertEquals(
                Path.of("rel.csv").toAbsolutePath().toString(),
                DataTables.withAbsolutePath(experiment).input().text());
        Experiment bundled = Experiment.DEFAULT.withTable(DataTables.read("digits"));
        assertEquals(bundled, DataTables.withAbsolutePath(bundled));
        assertEquals(Experiment.DEFAULT, DataTables.withAbsolutePath(Experiment.DEFAULT));
    }

    @Test
    void rowsThatNoExperimentCanUseAreNotRead() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < Sampling.MAX_SAMPLES + 5; row++) {
            text.append(row).append('\n');
        }
        DataTable cut = read(text.toString());
        assertEquals(Sampling.MAX_SAMPLES, cut.rows());
        assertEquals(
                "one column, no header, cut off after 100000 rows, 100000 rows x 1 column",
                cut.summary());
    }

    @Test
    void theBundledSetsHaveTheirPublishedShapes() {
        int checked = 0;
        for (BundledData data : BundledData.values()) {
            DataTable table = DataTables.read(data.key());
            String expected =
                    switch (data) {
                        case BREAST_CANCER -> "breast-cancer (569 x 30)";
                        case DIGITS -> "digits (1797 x 64)";
                        case MNIST -> "mnist (2000 x 784)";
                    };
            assertEquals(expected, table.toString());
            checked++;
        }
        assertEquals(3, checked);
    }

    @Test
    void theBreastCancerTableIsTheNotebooks() {
        // sklearn.preprocessing.scale(load_breast_cancer().data)[0, :3]
        float[] values = values(DataTables.read("breast-cancer"));
        assertEquals(1.097064f, values[0], 1e-6f);
        assertEquals(-2.073335f, values[1], 1e-6f);
        assertEquals(1.2699337f, values[2], 1e-6f);
    }

    @Test
    void aMistakeIsOneSentenceThatSaysWhere() throws IOException {
        Map<String, String> sentences = new LinkedHashMap<>();
        sentences.put(
                "id,size,radius\nA,1,2\n\nB,3,abc\n" + "C,1,2\n".repeat(9),
                "FILE line 4, column 3 (radius): \"abc\" is not a number; mend it, or leave the"
                        + " column out with --columns -radius");
        sentences.put(
                "1,2\n3,\n", "FILE line 2, column 2: \"\" is a missing value; " + advice("2"));
        sentences.put(
                "1\nNaN\n", "FILE line 2, column 1: \"NaN\" is a missing value; " + advice("1"));
        sentences.put(
                "1\n".repeat(9) + "1e999\n",
                "FILE line 10, column 1: \"1e999\" is not a number; mend it, or leave the column"
                        + " out with --columns -1");
        sentences.put("a,b\n1,2\n3\n", "FILE line 3 has 1 column, but line 1 has 2");
        sentences.put("a,b\n1,2,3\n", "FILE line 2 has 3 columns, but line 1 has 2");
        sentences.put("", "FILE is empty; it needs at least one line of numbers");
        sentences.put("\n\n", "FILE is empty; it needs at least one line of numbers");
        sentences.put("a,b\n", "FILE has a header and no line of numbers below it");
        sentences.put(
                "a;b\nx;y\n",
                "FILE has no column of numbers; it was read as: ; separated, header; left out: a"
                        + " (text), b (text)");
        sentences.put(
                "name,target\nA,1\n",
                "FILE has no column of numbers; it was read as: , separated, header; left out: name"
                        + " (text), target (a label)");
        sentences.put("1" + ",1".repeat(16384), "FILE line 1 has more than 16384 columns");
        sentences.put("a,b\n1,\"unclosed\n2,x\n", "FILE line 2: a quote is not closed");
        sentences.put(
                "a\n1\n\"" + "2\n".repeat(1 << 20),
                "FILE line 3: a value is longer than 1 MiB; is a quote not closed?");
        sentences.put(
                "a\n" + "1\n".repeat(9) + "9".repeat(20_000) + "x\n",
                "FILE line 11, column 1 (a): \""
                        + "9".repeat(59)
                        + "…\" is not a number; mend it, or leave the column out with --columns"
                        + " -a");
        sentences.put(
                "a\n" + "1\n".repeat(9) + "\u001b[31mred\u0007\n",
                "FILE line 11, column 1 (a): \"\\u001b[31mred\\u0007\" is not a number; mend it, or"
                        + " leave the column out with --columns -a");
        sentences.put("a\0b\n1\n", "FILE is no text: it holds NUL characters");
        sentences.put(
                "PK\3\4junk",
                "FILE is no text but an Excel file or an archive; save the table as CSV");
        int checked = 0;
        for (Map.Entry<String, String> each : sentences.entrySet()) {
            Path file = file(each.getKey());
            assertEquals(
                    each.getValue().replace("FILE", file.toString()), mistake(file.toString()));
            checked++;
        }
        assertEquals(18, checked);
    }

    @Test
    void aPlaceThatIsNoFileIsOneSentence() throws IOException {
        assertEquals(
                "input \"nowhere.csv\" is neither normal, uniform, breast-cancer, digits, mnist,"
                        + " moons, circles, spirals, blobs nor a file",
                mistake("nowhere.csv"));
        assertEquals(directory + " is a directory; name a CSV file", mistake(directory.toString()));
    }

    private static String advice(String column) {
        return "leave such rows out with --missing drop, fill in means with --missing mean, or"
                + " leave the column out with --columns -"
                + column;
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String mistake(String source) {
        return refusal(() -> DataTables.read(source));
    }

    private static String refusal(Executable reading) {
        return String.valueOf(assertThrows(Refusal.class, reading).getMessage());
    }

    private DataTable read(String text) throws IOException {
        return DataTables.read(file(text).toString());
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("input.csv"), text);
    }

    private static float[] values(DataTable table) {
        float[] values = new float[table.rows() * table.columns()];
        table.copyValues(0, values.length, values);
        return values;
    }
}
