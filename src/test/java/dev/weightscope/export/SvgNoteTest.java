package dev.weightscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.chart.Figure;
import dev.weightscope.chart.FigureSize;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PixelScale;
import dev.weightscope.model.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an SVG picture brings back.
class SvgNoteTest {
    private static final String LOST =
            "FILE is damaged; the experiment in it, if there was one, is lost";
    private static final String HEAD = "<svg xmlns='http://www.w3.org/2000/svg'>";
    private static final String NOTE = "<session xmlns='urn:weightscope'>--depth 3</session>";

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
                        "--input 'Müller σ 𝜎\t\r\n.csv'",
                        "&\r<".repeat(99_999),
                        "--input '\u0001\u0000.csv'",
                        "");
        Path file = directory.resolve("a.SVG");
        for (String text : texts) {
            PICTURE.write(file, PictureForm.SVG, text);
            assertEquals(Optional.of(text), PictureFile.readSessionText(file));
        }
        assertEquals(6, texts.size());
    }

    @Test
    void itIsFoundAsOtherProgramsWriteItAndNowhereElse() throws IOException {
        String[][] table = {
            {
                "<?xml version='1.0'?><!-- a --><w:svg"
                    + " xmlns:w='http://www.w3.org/2000/svg'><w:g><s:session"
                    + " xmlns:s='urn:weightscope'><![CDATA[--de]]><!-- b -->pth&#32;3</s:session>",
                "Optional[--depth 3]"
            },
            {HEAD + NOTE + "<g>cut sh", "Optional[--depth 3]"},
            {HEAD + "<session>--depth 3</session></svg>", "Optional.empty"},
            {HEAD + "</svg>", "Optional.empty"},
        };
        for (String[] row : table) {
            assertEquals(row[1], "" + PictureFile.readSessionText(file(row[0])), row[0]);
        }
        assertEquals(4, table.length);
    }

    @Test
    void aDamagedOrHostileFileIsRefusedInOneSentence() throws IOException {
        String typed =
                "FILE declares a document type, which is not read; save it as plain SVG, without"
                        + " one";
        String entity = "<session xmlns='urn:weightscope'>&e;</session></svg>";
        String[][] table = {
            {"", LOST},
            {"x", LOST},
            {"<html/>", "FILE is no SVG picture"},
            {"<svg/>", "FILE is no SVG picture"},
            {HEAD, LOST},
            {HEAD + "<g></svg>", LOST},
            {HEAD + entity, LOST},
            {HEAD + "<session xmlns='urn:weightscope'>--depth <b/></session>", LOST},
            {HEAD + "<sessionBase64 xmlns='urn:weightscope'>=</sessionBase64>", LOST},
            {"<!DOCTYPE svg>" + HEAD + NOTE, typed},
            {"<!DOCTYPE svg SYSTEM 'file:///etc/passwd'>" + HEAD + NOTE, typed},
            {"<!DOCTYPE svg [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + HEAD + entity, typed},
            {
                "<!DOCTYPE svg [<!ENTITY d '"
                        + "d".repeat(9999)
                        + "'><!ENTITY e '"
                        + "&d;".repeat(9999)
                        + "'>]>"
                        + HEAD
                        + "&e;".repeat(9999)
                        + entity,
                typed
            },
            {HEAD + "<g>".repeat(1 << 20), LOST},
            {
                HEAD
                        + "<session xmlns='urn:weightscope'>"
                        + "x".repeat((1 << 20) + 1)
                        + "</session>",
                "FILE holds a note of more than 1 MiB, which no experiment has"
            },
        };
        for (String[] row : table) {
            assertEquals(
                    row[1],
                    refusal(row[0].getBytes(StandardCharsets.UTF_8)),
                    row[0].substring(0, Math.min(99, row[0].length())));
        }
        assertEquals(15, table.length);
    }

    @Test
    void aPictureThatIsCutShortIsDamagedUnlessItsNoteIsWhole() throws IOException {
        Path file = directory.resolve("a.svg");
        PICTURE.write(file, PictureForm.SVG, "--depth 3");
        byte[] whole = Files.readAllBytes(file);
        int end = new String(whole, StandardCharsets.ISO_8859_1).indexOf("</session>") + 10;
        for (int length = 0; length < end; length++) {
            assertEquals(LOST, refusal(Arrays.copyOf(whole, length)), length + " bytes");
        }
        Files.write(file, Arrays.copyOf(whole, end));
        assertEquals(Optional.of("--depth 3"), PictureFile.readSessionText(file));
    }

    private String refusal(byte[] content) throws IOException {
        Path file = Files.write(directory.resolve("a.svg"), content);
        return String.valueOf(
                        assertThrows(Refusal.class, () -> PictureFile.readSessionText(file))
                                .getMessage())
                .replace(file.toString(), "FILE");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("a.svg"), content);
    }
}
