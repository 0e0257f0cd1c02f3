package dev.weightscope.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.model.DataTable;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Sampling;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
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
    void aCompressedFileIsReadToo() throws IOException {
        Path file = directory.resolve("small.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("x\n1\n3\n".getBytes(StandardCharsets.UTF_8));
        }
        assertArrayEquals(new float[] {-1, 1}, values(DataTables.read(file.toString())));
    }

    @Test
    void rowsThatNoExperimentCanUseAreNotRead() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < Sampling.MAX_SAMPLES + 5; row++) {
            text.append(row).append('\n');
        }
        assertEquals(Sampling.MAX_SAMPLES, read(text.toString()).rows());
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
                "id,size,radius\nA,1,2\n\nB,3,abc\n",
                "FILE line 4, column 3 (radius): \"abc\" is not a number");
        sentences.put("1,2\n3,\n", "FILE line 2, column 2: \"\" is not a number");
        sentences.put("1\nNaN\n", "FILE line 2, column 1: \"NaN\" is not a number");
        sentences.put("1\n1e999\n", "FILE line 2, column 1: \"1e999\" is not a number");
        sentences.put("a,b\n1,2\n3\n", "FILE line 3 has 1 columns, but line 1 has 2");
        sentences.put("a,b\n1,2,3\n", "FILE line 2 has 3 columns, but line 1 has 2");
        sentences.put("", "FILE is empty; it needs at least one line of numbers");
        sentences.put("\n\n", "FILE is empty; it needs at least one line of numbers");
        sentences.put("a,b\n", "FILE has a header and no line of numbers below it");
        sentences.put(
                "a;b\n1;2\n",
                "FILE has no column of numbers in line 2; values are separated by commas");
        sentences.put(
                "name,target\nA,1\n",
                "FILE has no column of numbers in line 2; values are separated by commas");
        sentences.put(
                "1" + ",1".repeat(16384),
                "FILE cannot be read: Record starting at line 1 has surpassed the maximum limit of"
                        + " 16384 fields");
        int checked = 0;
        for (Map.Entry<String, String> each : sentences.entrySet()) {
            Path file = file(each.getKey());
            assertEquals(
                    each.getValue().replace("FILE", file.toString()), mistake(file.toString()));
            checked++;
        }
        assertEquals(12, checked);
    }

    @Test
    void aPlaceThatIsNoFileIsOneSentence() throws IOException {
        assertEquals(
                "input \"nowhere.csv\" is neither normal, uniform, breast-cancer, digits, mnist nor"
                        + " a file",
                mistake("nowhere.csv"));
        assertEquals(directory + " is a directory; name a CSV file", mistake(directory.toString()));
        Path plain = Files.writeString(directory.resolve("plain.csv.gz"), "1,2\n3,4\n");
        assertEquals(plain + " cannot be read: Not in GZIP format", mistake(plain.toString()));
    }

    private static String mistake(String source) {
        return String.valueOf(
                assertThrows(Refusal.class, () -> DataTables.read(source)).getMessage());
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
