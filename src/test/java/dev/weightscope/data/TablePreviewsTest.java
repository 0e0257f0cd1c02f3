package dev.weightscope.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.arguments.DataOptions;
import dev.weightscope.data.TablePreview.Outcome;
import dev.weightscope.model.ColumnChoice;
import dev.weightscope.model.DataReading;
import dev.weightscope.model.TargetChoice;
import dev.weightscope.option.SettingsText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablePreviewsTest {
    @TempDir Path folder;

    @Test
    void aPreviewSaysWhatTheReaderSaysAndEachRemedyDoesAwayWithWhatIsWrong() throws IOException {
        int read = 0;
        int remedies = 0;
        for (String[] row : FailedFilesTest.CASES) {
            String file = FailedFilesTest.copy(row[0], folder).toString();
            DataReading reading = reading(row[1]);
            switch (TablePreviews.whole(file, reading, TableUse.INPUT).outcome()) {
                case Outcome.Unknown _ -> throw new AssertionError(row[0]);
                case Outcome.Usable(var summary, var table) -> {
                    assertEquals(row[2], summary, row[0]);
                    assertEquals(DataTables.read(file, reading), table);
                    read++;
                }
                case Outcome.Refused refused -> {
                    String sentence = refused.sentence().replace(file, "FILE");
                    assertTrue(row[2].startsWith(sentence), row[2] + " begins with " + sentence);
                    for (Remedy remedy : refused.remedies()) {
                        assertNotEquals(
                                refused.sentence(),
                                sentence(preview(file, remedy.change().apply(reading))),
                                row[0] + ": " + remedy.label());
                        remedies++;
                    }
                }
            }
        }
        assertEquals(27, read);
        assertEquals(18, remedies);
    }

    @Test
    void theBeginningOfALargeFileComesBeforeWhatIsWrongBehindIt() throws IOException {
        String file =
                write("n,m,class\n" + "1000000,2,a\n1000000,2,b\n".repeat(49_000) + "1,2\n")
                        .toString();
        TablePreview soon = TablePreviews.beginning(file, DataReading.DEFAULT, TableUse.LEARNING);
        assertEquals(new Outcome.Unknown(), soon.outcome());
        assertEquals(TablePreview.MOST_ROWS, soon.rows().size());
        assertEquals(new TablePreview.Row(3, List.of("1000000", "2", "b")), soon.rows().get(1));
        assertEquals(2, soon.target());
        assertEquals(
                List.of(ColumnType.NUMBERS, ColumnType.NUMBERS, ColumnType.TEXT),
                soon.columns().stream().map(each -> each.type().orElseThrow()).toList());
        assertEquals(
                new Outcome.Refused(
                        file + " line 98002 has 2 columns, but line 1 has 3", List.of()),
                TablePreviews.whole(file, DataReading.DEFAULT, TableUse.LEARNING).outcome());
    }

    @Test
    void aTickIsWrittenAsBrieflyAsItCanBe() throws IOException {
        Path file = write(",a,word,a,-b\n7,1,x,2,3\n8,2,y,2,4\n9,5,z,7,4\n");
        String[][] table = {
            {"", "1", "-a"},
            {"", "3", "-4"},
            {"", "4", "-\\-b"},
            {"", "0", "1,a,4,\\-b"},
            {"--columns -a", "1", "all"},
            {"--columns -a", "3", "-a,-4"},
            {"--columns 1,a", "0", "-4,-\\-b"},
            {"--columns 1,a", "1", "1"},
        };
        int checked = 0;
        for (String[] row : table) {
            TablePreview preview = preview(file.toString(), reading(row[0]));
            ColumnChoice toggled = preview.toggled(Integer.parseInt(row[1]));
            assertEquals(row[2], toggled.text(), row[0] + " " + row[1]);
            assertEquals(toggled, ColumnChoice.parse(toggled.text()));
            TablePreview after = preview(file.toString(), DataReading.DEFAULT.withColumns(toggled));
            for (int column = 0; column < 5; column++) {
                boolean isOther = column == Integer.parseInt(row[1]);
                assertEquals(
                        preview.columns().get(column).isInput() != isOther,
                        after.columns().get(column).isInput(),
                        row[0] + " " + row[1] + ": " + column);
            }
            checked++;
        }
        assertEquals(8, checked);
    }

    @Test
    void anyColumnCanBeTheTargetWhateverItIsCalled() throws IOException {
        String file = write("last,3,none,,3, x\n1,2,3,4,5,6\n2,3,4,5,6,8\n").toString();
        TablePreview preview = preview(file, DataReading.DEFAULT);
        int checked = 0;
        for (int column = 0; column < 6; column++) {
            TargetChoice choice = preview.targetChoice(column);
            assertEquals(choice, TargetChoice.parse(choice.text()));
            assertEquals(
                    column,
                    preview(file, DataReading.DEFAULT.withTarget(choice)).target(),
                    choice.text());
            checked++;
        }
        assertEquals(6, checked);
    }

    /// Whatever looks at a column by the names of all others would take minutes.
    @Test
    void thousandsOfColumnsWithoutNamesAreLookedAtToo() throws IOException {
        String line = "1,".repeat(16_383) + "2\n";
        String file = write(line + line + line).toString();
        TablePreview preview =
                preview(file, DataReading.DEFAULT.withTarget(new TargetChoice.Last()));
        assertEquals("16384", preview.columns().getLast().key());
        assertEquals("the target", preview.columns().getLast().whyNot());
        assertEquals(List.of("7"), preview.toggled(6).leftOut(), "all others are inputs as usual");
    }

    private static String sentence(TablePreview preview) {
        return preview.outcome() instanceof Outcome.Refused(var sentence, _) ? sentence : "";
    }

    private static TablePreview preview(String file, DataReading reading) {
        return TablePreviews.whole(file, reading, TableUse.INPUT);
    }

    private static DataReading reading(String options) {
        return new SettingsText<>(DataOptions.ALL).parse(options);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("t.csv"), text);
    }
}
