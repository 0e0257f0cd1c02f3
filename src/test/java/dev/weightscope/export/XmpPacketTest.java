package dev.weightscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.chart.Figure;
import dev.weightscope.chart.FigureSize;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PixelScale;
import dev.weightscope.model.Refusal;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a PDF document brings back.
class XmpPacketTest {
    private static final String LOST =
            "FILE is damaged; the experiment in it, if there was one, is lost";
    private static final String BEGIN = "<?xpacket begin='' id=''?>";
    private static final String END = "<?xpacket end='w'?>";
    private static final String NOTE =
            BEGIN + "<x><session xmlns='urn:weightscope'>--depth 3</session></x>" + END;
    private static final String EOF = "\n%%EOF\n";

    private static final PictureFile PICTURE =
            new PictureFile(
                    new Figure(new Figure.Part("A <heading>", new OneWord(), 1), "a & b"),
                    new FigureSize(300, 200),
                    Palette.DARK,
                    PixelScale.X1);

    @TempDir Path directory;

    @Test
    void everyTextComesBackWhateverIsInIt() throws IOException {
        List<String> texts =
                List.of(
                        "--depth 3",
                        "weightscope-experiment 2\n--depth 3\n\n  # <a> & ]]> \"b\" 'c'\n",
                        "--input 'Müller σ 𝜎\t\r\n.csv' <?xpacket end='w'?>",
                        "--input '\u0001\u0000.csv'",
                        "");
        Path file = directory.resolve("a.PDF");
        for (String text : texts) {
            PICTURE.write(file, PictureForm.PDF, text);
            assertEquals(Optional.of(text), PictureFile.readSessionText(file));
        }
        assertEquals(5, texts.size());
    }

    @Test
    void itComesBackFromWhatAnotherProgramHasSaved() throws IOException {
        Path file = directory.resolve("a.pdf");
        PICTURE.write(file, PictureForm.PDF, "--depth 3");
        Path again = directory.resolve("again.pdf");
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            document.save(again.toFile()); // objects packed in streams
        }
        assertEquals(Optional.of("--depth 3"), PictureFile.readSessionText(again));
    }

    @Test
    void theLastNoteCountsAndThoseOfOtherProgramsDoNot() throws IOException {
        String other = BEGIN + "<x>" + END;
        String[][] table = {
            {"%PDF-1.7 " + NOTE, "Optional[--depth 3]"}, // cut off behind it
            {"\u0000\n%PDF-1.4" + other + NOTE + other + EOF, "Optional[--depth 3]"},
            {"%PDF-1.7" + NOTE + NOTE.replace('3', '4') + other + EOF, "Optional[--depth 4]"},
            {
                "%PDF-1.7" + NOTE + BEGIN + "<y xmlns='urn:weightscope'/>" + END + EOF,
                "Optional[--depth 3]"
            },
            {"%PDF-1.7" + other + EOF, "Optional.empty"},
            {"%PDF-1.7" + EOF, "Optional.empty"},
            {"%PDF-1.7" + BEGIN.replace("?>", "") + END + EOF, "Optional.empty"},
        };
        for (String[] row : table) {
            assertEquals(row[1], "" + PictureFile.readSessionText(file(row[0])), row[0]);
        }
        assertEquals(7, table.length);
    }

    @Test
    void aDamagedOrHostileFileIsRefusedInOneSentence() throws IOException {
        String type = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>";
        String[][] table = {
            {"", "FILE is no PDF document"},
            {"<html/>", "FILE is no PDF document"},
            {" ".repeat(1024) + "%PDF-1.7" + NOTE, "FILE is no PDF document"},
            {"%PDF-1.7", LOST},
            {"%PDF-1.7" + BEGIN + EOF, LOST},
            {"%PDF-1.7" + BEGIN.repeat(1 << 16) + EOF, LOST},
            {"%PDF-1.7" + NOTE.replace("</x>", "</y>").replace("</session>", "") + EOF, LOST},
            {"%PDF-1.7" + NOTE.replace("<x>", type + "<x>") + EOF, LOST},
            {"%PDF-1.7" + NOTE.replace("3", "&e;") + EOF, LOST},
            {"%PDF-1.7" + NOTE.replace("<x>", "<x>".repeat(1 << 12)) + EOF, LOST},
            {
                "%PDF-1.7" + NOTE.replace("3", "x".repeat(1 << 20)) + EOF,
                "FILE holds a note of more than 1 MiB, which no experiment has"
            },
            {
                "%PDF-1.7 trailer << /Encrypt 3 0 R >>" + EOF,
                "FILE is encrypted, and so is the experiment in it, if there is one; save it"
                        + " without a password"
            },
            {"%PDF-1.7" + (BEGIN + END).repeat(1 << 16) + "<?xpacket begin" + EOF, LOST},
        };
        for (String[] row : table) {
            assertEquals(
                    row[1],
                    refusal(row[0].getBytes(StandardCharsets.UTF_8)),
                    row[0].substring(0, Math.min(99, row[0].length())));
        }
        assertEquals(13, table.length);
    }

    @Test
    void aFileOfMoreThanIsReadIsRefusedByItsSize() throws IOException {
        Path file = directory.resolve("a.pdf");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength((64L << 20) + 1);
        }
        assertEquals("FILE is too large: of a picture, 64 MiB are read at most", refusalOf(file));
    }

    @Test
    void aDocumentThatIsCutShortIsDamagedUnlessItsNoteIsWhole() throws IOException {
        Path file = directory.resolve("a.pdf");
        PICTURE.write(file, PictureForm.PDF, "--depth 3");
        byte[] whole = Files.readAllBytes(file);
        int end = new String(whole, StandardCharsets.ISO_8859_1).indexOf("<?xpacket end") + 13;
        int checked = 0;
        for (int length = 0; length < end; length += 7) {
            String sentence = length < 5 ? "FILE is no PDF document" : LOST;
            assertEquals(sentence, refusal(Arrays.copyOf(whole, length)), length + " bytes");
            checked++;
        }
        assertEquals((end + 6) / 7, checked);
        Files.write(file, Arrays.copyOf(whole, end));
        assertEquals(Optional.of("--depth 3"), PictureFile.readSessionText(file));
    }

    private String refusal(byte[] content) throws IOException {
        return refusalOf(Files.write(directory.resolve("a.pdf"), content));
    }

    private static String refusalOf(Path file) {
        return String.valueOf(
                        assertThrows(Refusal.class, () -> PictureFile.readSessionText(file))
                                .getMessage())
                .replace(file.toString(), "FILE");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("a.pdf"), content);
    }
}
