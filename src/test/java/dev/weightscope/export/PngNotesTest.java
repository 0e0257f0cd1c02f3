package dev.weightscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.model.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class PngNotesTest {
    private static final String TEXT = "--depth 3";
    private static final byte[] HEADER = new byte[13];
    private static final byte[] NONE = new byte[0];

    @TempDir Path directory;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void theTextIsFoundInEveryKindOfTextChunk() throws IOException {
        Map<String, byte[]> notes = new LinkedHashMap<>();
        notes.put("iTXt", latin("weightscope\0\0\0de\0Waage\0" + TEXT));
        notes.put("tEXt", latin("weightscope\0" + TEXT));
        notes.put("zTXt", join(latin("weightscope\0\0"), deflated(latin(TEXT))));
        notes.put("iTXt ", join(latin("weightscope\0\1\0\0\0"), deflated(latin(TEXT))));
        int checked = 0;
        for (Map.Entry<String, byte[]> each : notes.entrySet()) {
            begin();
            chunk("tEXt", latin("Software\0another"));
            chunk(each.getKey().strip(), each.getValue());
            chunk("IDAT", NONE);
            chunk("IEND", NONE);
            assertEquals(Optional.of(TEXT), read(), each.getKey());
            checked++;
        }
        assertEquals(4, checked);
    }

    @Test
    void theTextIsFoundThoughAnotherChunkIsDamaged() throws IOException {
        begin();
        chunk("IDAT", new byte[100]);
        bytes.write(new byte[] {0, 0, 0, 1, 'b', 'K', 'G', 'D', 7, 1, 2, 3, 4});
        chunk("tEXt", latin("weightscope\0" + TEXT));
        assertEquals(Optional.of(TEXT), read());
    }

    @Test
    void everyPictureThatIsCutShortIsDamagedUnlessItsNoteIsWhole() throws IOException {
        begin();
        chunk("tEXt", latin("weightscope\0" + TEXT));
        int noteEnd = bytes.size();
        chunk("IEND", NONE);
        byte[] whole = bytes.toByteArray();
        for (int length = 0; length < noteEnd; length++) {
            assertEquals(
                    length < 8
                            ? "FILE is no PNG picture"
                            : "FILE is damaged; the experiment in it, if there was one, is lost",
                    refusal(Arrays.copyOf(whole, length)));
        }
        assertEquals(8 + 25 + 12 + 12 + TEXT.length(), noteEnd);
    }

    @Test
    void everyNoteThatIsDamagedIsOneSentence() throws IOException {
        byte[] packed = deflated(latin(TEXT));
        Map<String, byte[]> notes = new LinkedHashMap<>();
        notes.put("iTXt", latin("weightscope\0\0\0no end of the language"));
        notes.put("iTXt ", latin("weightscope\0\0\7\0\0method 7"));
        notes.put("iTXt  ", latin("weightscope\0"));
        notes.put("zTXt", latin("weightscope\0\0not packed"));
        notes.put(
                "zTXt ", join(latin("weightscope\0\0"), Arrays.copyOf(packed, packed.length - 5)));
        int checked = 0;
        for (Map.Entry<String, byte[]> each : notes.entrySet()) {
            begin();
            chunk(each.getKey().strip(), each.getValue());
            chunk("IEND", NONE);
            assertEquals(
                    "FILE is damaged; the experiment in it, if there was one, is lost",
                    refusal(bytes.toByteArray()),
                    each.getKey());
            checked++;
        }
        assertEquals(5, checked);
        begin();
        bytes.write(new byte[] {-1, -1, -1, -1, 't', 'E', 'X', 't'});
        assertEquals(
                "FILE is damaged; the experiment in it, if there was one, is lost",
                refusal(bytes.toByteArray()));
    }

    @Test
    void aNoteIsBoundedPackedAndUnpacked() throws IOException {
        String sentence = "FILE holds a note of more than 1 MiB, which no experiment has";
        begin();
        chunk("zTXt", join(latin("weightscope\0\0"), deflated(new byte[(1 << 20) + 1])));
        assertEquals(sentence, refusal(bytes.toByteArray()));
        begin();
        chunk("tEXt", join(latin("weightscope\0"), new byte[(1 << 20) + 1]));
        assertEquals(sentence, refusal(bytes.toByteArray()));
    }

    @Test
    @Timeout(30)
    void chunksWithoutNumberAreReadOnceEach() throws IOException {
        begin();
        for (int i = 0; i < 200_000; i++) {
            chunk("iTXt", latin("k\0\0\0\0\0t"));
        }
        chunk("tEXt", latin("weightscope\0" + TEXT));
        chunk("IEND", NONE);
        assertEquals(Optional.of(TEXT), read());
    }

    private void begin() throws IOException {
        bytes.reset();
        bytes.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk("IHDR", HEADER);
    }

    private void chunk(String type, byte[] data) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(latin(type));
        crc.update(data);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(data.length);
        out.write(latin(type));
        out.write(data);
        out.writeInt((int) crc.getValue());
    }

    private Optional<String> read() throws IOException {
        return PngFile.readExperimentText(file(bytes.toByteArray()));
    }

    private String refusal(byte[] content) throws IOException {
        Path file = file(content);
        return String.valueOf(
                        assertThrows(Refusal.class, () -> PngFile.readExperimentText(file))
                                .getMessage())
                .replace(file.toString(), "FILE");
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(directory.resolve("a.png"), content);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    private static byte[] deflated(byte[] data) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(data);
        }
        return packed.toByteArray();
    }
}
