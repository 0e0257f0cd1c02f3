package dev.weightscope.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.model.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Numbers of a file that are wrong.
class GgufTest {
    private static final int VERSION = 4;
    private static final int TENSORS = 8;
    private static final int FIRST_KEY = 24;

    /// Of the first tensor, behind its name.
    private static final int DIMENSIONS = 0;

    private static final int SIZES = 4;
    private static final int TYPE = 28;
    private static final int OFFSET = 32;

    @TempDir Path folder;

    private record Damage(Consumer<ByteBuffer> change, String sentence) {}

    @Test
    void whatItsListSaysIsCompared() throws IOException {
        byte[] whole = Files.readAllBytes(WeightFileTest.FILES.resolve("all-types.gguf"));
        int first = indexOf(whole, "float32") + "float32".length();
        List<Damage> table =
                List.of(
                        new Damage(
                                each -> each.putInt(VERSION, 1),
                                "is a GGUF file of version 1, or big-endian; versions 2 and 3 are"
                                        + " known"),
                        new Damage(
                                each -> each.putLong(TENSORS, -1),
                                "is no valid GGUF file: a number of 64 bits is larger than any"
                                        + " file"),
                        new Damage(
                                each -> each.putLong(FIRST_KEY, 1 << 30),
                                "is no valid GGUF file: a text has 1073741824 bytes; 1048576 are"
                                        + " read"),
                        new Damage(
                                each -> each.putInt(first + DIMENSIONS, 5),
                                "is no valid GGUF file: tensor \"float32\" has 5 dimensions; 4 are"
                                        + " allowed"),
                        new Damage(
                                each -> each.putLong(first + SIZES, Long.MAX_VALUE),
                                "is no valid GGUF file: the shape of tensor \"float32\" has more"
                                        + " elements than can be counted"),
                        new Damage(
                                each -> each.putLong(first + OFFSET, 1),
                                "is no valid GGUF file: tensor \"float32\" lies at byte 1, which is"
                                        + " no multiple of 32"),
                        new Damage(
                                each -> each.putInt(first + TYPE, 8),
                                "is no valid GGUF file: tensor \"float32\" has rows that are no"
                                        + " whole blocks of 32 numbers"),
                        new Damage(
                                each ->
                                        each.put(
                                                indexOf(whole, "float16"),
                                                "float32".getBytes(StandardCharsets.UTF_8)),
                                "is no valid GGUF file: tensor \"float32\" stands twice"));
        for (Damage damage : table) {
            byte[] damaged = whole.clone();
            damage.change().accept(ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN));
            assertEquals(folder.resolve("model") + " " + damage.sentence(), refusal(damaged));
        }
        assertEquals(8, table.size());
    }

    @Test
    void aTypeThatIsNotKnownIsToldByItsNumber() throws IOException {
        byte[] bytes = Files.readAllBytes(WeightFileTest.FILES.resolve("all-types.gguf"));
        int first = indexOf(bytes, "float32") + "float32".length();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(first + TYPE, 99);
        try (WeightFile file = WeightFile.open(Files.write(folder.resolve("model"), bytes))) {
            assertEquals("type 99", file.tensors().getFirst().dtype());
        }
    }

    /// The last tensor with values takes 136 bytes and ends before 24 of padding; behind them, 18
    /// of a quantized one, whose size is not known.
    @Test
    void ofACutFileItIsSaidHowMuchIsMissing() throws IOException {
        byte[] whole = Files.readAllBytes(WeightFileTest.FILES.resolve("all-types.gguf"));
        assertEquals(
                folder.resolve("model")
                        + " is cut off: 10 bytes are missing at its end; copy or download it again",
                refusal(Arrays.copyOf(whole, whole.length - 18 - 24 - 10)));
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }

    private String refusal(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("model"), bytes);
        return String.valueOf(
                assertThrows(Refusal.class, () -> WeightFile.open(file).close()).getMessage());
    }
}
