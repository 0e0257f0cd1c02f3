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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each rule of the format's specification, and a file that breaks it.
class SafetensorsTest {
    @TempDir Path folder;

    @Test
    void tensorsWithoutHolesAreReadInAnyOrderOfTheList() throws IOException {
        Path file =
                write(
                        "{"
                                + tensor("b", "F32", "[1]", "8,12")
                                + ","
                                + tensor("a", "F64", "[]", "0,8")
                                + ",\"__metadata__\":{},"
                                + tensor("none", "F32", "[0,9]", "12,12")
                                + "}   ",
                        12);
        try (WeightFile opened = WeightFile.open(file)) {
            assertEquals(
                    List.of("b", "a", "none"),
                    opened.tensors().stream().map(Tensor::name).toList());
        }
        try (WeightFile opened = WeightFile.open(write("{}", 0))) {
            assertEquals(List.of(), opened.tensors());
        }
    }

    @Test
    void aFileThatBreaksARuleIsRefused() throws IOException {
        String f4 = tensor("a", "F32", "[1]", "0,4");
        Object[][] table = {
            {"{" + f4 + "}", 5, "1 bytes follow the last tensor, which no tensor holds"},
            {
                "{" + f4 + "," + tensor("b", "F32", "[1]", "0,4") + "}",
                4,
                "tensor \"b\" is said to lie at bytes 0 to 4, but values go on at 4, with no hole"
                        + " and no overlap"
            },
            {
                "{" + f4 + "," + tensor("b", "F32", "[1]", "8,12") + "}",
                12,
                "tensor \"b\" is said to lie at bytes 8 to 12, but values go on at 4, with no hole"
                        + " and no overlap"
            },
            {
                "{" + tensor("a", "F32", "[1]", "4,0") + "}",
                4,
                "tensor \"a\" is said to lie at bytes 4 to 0, but values go on at 0, with no hole"
                        + " and no overlap"
            },
            {
                "{" + tensor("a", "F32", "[2,3]", "0,4") + "}",
                4,
                "tensor \"a\" of 2 x 3 F32 takes 24 bytes, but the header gives it 4 bytes"
            },
            {
                "{" + tensor("a", "F4", "[3]", "0,1") + "}",
                1,
                "tensor \"a\" of 3 F4 takes 1.5 bytes, but the header gives it 1 bytes"
            },
            {
                "{" + tensor("a", "F32", "[4294967296,4294967296]", "0,4") + "}",
                4,
                "tensor \"a\" of 4294967296 x 4294967296 F32 takes more bytes than can be counted,"
                        + " but the header gives it 4 bytes"
            },
            {
                "{" + tensor("a", "F31", "[1]", "0,4") + "}",
                4,
                "tensor \"a\" is of type \"F31\", which is none of the format's types, as F32"
            },
            {
                "{" + tensor("a", "F32", "[-1]", "0,4") + "}",
                4,
                "in its header, a size or a place is negative or no 64-bit number, at character 30"
            },
            {
                "{" + tensor("a", "F32", "[18446744073709551616]", "0,4") + "}",
                4,
                "in its header, a size or a place is negative or no 64-bit number, at character 30"
            },
            {
                "{" + tensor("a", "F32", "[1.0]", "0,4") + "}",
                4,
                "in its header, a whole number is expected, at character 30"
            },
            {
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1]}}",
                4,
                "in its header, tensor \"a\" needs dtype, shape and two data_offsets, at character"
                        + " 32"
            },
            {
                "{" + tensor("a", "F32", "[1]", "0,4,8") + "}",
                4,
                "in its header, tensor \"a\" needs dtype, shape and two data_offsets, at character"
                        + " 55"
            },
            {"{\"a\":3}", 0, "in its header, an object for the tensor is expected, at character 6"},
            {
                "{\"__metadata__\":{\"a\":1}}",
                0,
                "in its header, a text is expected, at character 22"
            },
            {"{} {}", 0, "in its header, something follows the object, at character 4"},
            {
                "{" + f4 + "," + f4 + "}",
                4,
                "its header cannot be read: Duplicate Object property \"a\""
            },
        };
        for (Object[] row : table) {
            Path file = write((String) row[0], (int) row[1]);
            assertEquals(file + " is no valid safetensors file: " + row[2], refusal(file));
        }
        assertEquals(17, table.length);
    }

    @Test
    void aHeaderThatIsNoJsonIsRefused() throws IOException {
        String[] headers = {
            "{",
            "{\"a\"",
            "{'a':1}",
            "{\"a\":{\"x\":" + "[".repeat(100_000),
            "{\"a\":" + "{\"a\":".repeat(100_000),
            "{\"\u0000\":1}",
            "{\"a\":{\"shape\":[" + "9".repeat(1000) + "]}}",
        };
        for (String header : headers) {
            String sentence = refusal(write(header, 0));
            assertEquals(
                    folder + "/model is no valid safetensors file:",
                    sentence.replaceAll("(.*?file:) .*", "$1"));
        }
        assertEquals(7, headers.length);
    }

    /// Replaced by one character, two different names would become one.
    @Test
    void aNameThatIsNoUtf8IsRefused() throws IOException {
        for (String name :
                new String[] {"\u00ff", "\u00c3(", "\u00ed\u00a0\u0080", "\u00c0\u0080"}) {
            byte[] header =
                    ("{" + tensor(name, "F32", "[1]", "0,4") + "}")
                            .getBytes(StandardCharsets.ISO_8859_1);
            Path file = write(header.length, header, 4);
            assertEquals(
                    file + " is no valid safetensors file: its header cannot be read: Input length",
                    refusal(file).replaceAll("( Input length).*", "$1"));
        }
    }

    @Test
    void aHeaderAboveItsBoundIsRefusedWhateverTheFileHolds() throws IOException {
        byte[] header = "{}".getBytes(StandardCharsets.ISO_8859_1);
        Path file = write(100_000_001, header, 100);
        assertEquals(
                file
                        + " is no valid safetensors file: its header has 100000001 bytes by its own"
                        + " account; 100000000 are allowed",
                refusal(file));
        Path cut = write(100_000_000, header, 100);
        assertEquals(
                cut
                        + " is cut off: 99999898 bytes are missing at its end; copy or download it"
                        + " again",
                refusal(cut));
        assertEquals(
                "holds no weights in a form that is known",
                refusal(write(-1, header, 0)).replaceAll(".*/model (.*?);.*", "$1"));
    }

    private static String tensor(String name, String dtype, String shape, String offsets) {
        return "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%s]}"
                .formatted(name, dtype, shape, offsets);
    }

    private static String refusal(Path file) {
        return String.valueOf(
                assertThrows(Refusal.class, () -> WeightFile.open(file).close()).getMessage());
    }

    private Path write(String header, int dataBytes) throws IOException {
        byte[] bytes = header.getBytes(StandardCharsets.UTF_8);
        return write(bytes.length, bytes, dataBytes);
    }

    private Path write(long length, byte[] header, int dataBytes) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(8 + header.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(length).put(header);
        return Files.write(folder.resolve("model"), bytes.array());
    }
}
