package dev.weightscope.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.model.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Models that the writer of ONNX does not write.
class OnnxTest {
    /// Fields of an initializer: its name, its type, and one dimension of 2.
    private static final String NAME = field(8, "w");

    private static final String FLOAT32 = "\20\1";
    private static final String INT64 = "\20\7";
    private static final String TWO = "\10\2";
    private static final String OUTSIDE = "\160\1";

    /// A model up to its graph: IR version 10, and a producer.
    private static final String HEAD = "\10\12\22\1x";

    @TempDir Path folder;

    @Test
    void whatItSaysIsCompared() throws IOException {
        Files.write(folder.resolve("values"), new byte[12]);
        String invalid = "is no valid ONNX file: ";
        String w = invalid + "tensor \"w\" ";
        String damaged = "there is no field of a message; copy or download it again";
        String[][] table = {
            {model(NAME + FLOAT32 + TWO + field(9, "1234")), w + "takes 8 bytes as 2, but has 4"},
            {model(NAME + FLOAT32 + TWO), w + "takes 8 bytes as 2, but has 0"},
            {
                model(NAME + FLOAT32 + "\10\377\377\377\377\377\377\377\377\177"),
                w + "has a shape with more elements than can be counted"
            },
            {
                model(NAME + INT64 + TWO + field(7, "\1")),
                w + "has other than as many values as its shape says"
            },
            {outside("../values", "0"), notThere("../values")},
            {outside("/etc/passwd", "0"), notThere("/etc/passwd")},
            {outside("C:\\values", "0"), notThere("C:\\values")},
            {outside("a/../values", "0"), notThere("a/../values")},
            {outside("", "0"), notThere("")},
            {outside("missing", "0"), notThere("missing")},
            {outside("values", "x"), w + "has \"x\" as its offset, no number"},
            {outside("values", "5"), w + "takes 8 bytes, which \"values\" does not have at byte 5"},
            {
                HEAD + field(7, field(5, NAME) + field(5, NAME)),
                invalid + "tensor \"w\" stands twice"
            },
            {HEAD, "holds no graph of ONNX; name a model that onnx.save wrote"},
            {
                "\10\12\22\5x",
                "is cut off: 4 bytes are missing at its end; copy or download it again"
            },
            {HEAD + "\73", invalid + "at byte 6 " + damaged},
            {HEAD + field(7, "\52\7x") + field(2, ""), invalid + "at byte 9 " + damaged},
        };
        for (String[] row : table) {
            Path file = write(row[0]);
            assertEquals(
                    file + " " + row[1],
                    assertThrows(Refusal.class, () -> WeightFile.open(file).close(), row[1])
                            .getMessage());
        }
        assertEquals(17, table.length);
    }

    private static String notThere(String location) {
        return "keeps values in \"%s\", and in its folder there is no such file; copy it there, or save the model as one file"
                .formatted(location);
    }

    /// A link is a way out of the folder too.
    @Test
    void valuesAreReadBesideTheFileAlone() throws IOException {
        Files.write(folder.resolve("values"), new byte[12]);
        try (WeightFile file = WeightFile.open(write(outside("values", "4")))) {
            double[] values = {1, 1};
            file.tensors().getFirst().read(0, values, 2);
            assertArrayEquals(new double[2], values);
        }
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createSymbolicLink(elsewhere.resolve("link"), folder.resolve("values"));
        Path file = elsewhere.resolve("model.onnx");
        Files.write(file, outside("link", "0").getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                file + " " + notThere("link"),
                assertThrows(Refusal.class, () -> WeightFile.open(file).close()).getMessage());
    }

    /// One number too few, one too many, and one of more digits than there are.
    @Test
    void integersOfVaryingLengthAreCountedWhenTheyAreRead() throws IOException {
        String[] table = {"\200\1", "\1\2\3", "\200\200\200\200\200\200\200\200\200\200\1\1"};
        for (String varints : table) {
            Path path = write(model(NAME + INT64 + TWO + field(7, varints)));
            try (WeightFile file = WeightFile.open(path)) {
                Tensor tensor = file.tensors().getFirst();
                assertEquals(
                        path
                                + " is no valid ONNX file: tensor \"w\" has other than as many"
                                + " values as its shape says",
                        assertThrows(Refusal.class, () -> tensor.read(0, new double[2], 2))
                                .getMessage());
            }
        }
        assertEquals(3, table.length);
    }

    private Path write(String latin) throws IOException {
        return Files.write(
                folder.resolve("model.onnx"), latin.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String outside(String location, String offset) {
        return model(
                NAME
                        + FLOAT32
                        + TWO
                        + OUTSIDE
                        + field(13, field(1, "location") + field(2, location))
                        + field(13, field(1, "offset") + field(2, offset)));
    }

    private static String model(String initializer) {
        return HEAD + field(7, field(5, initializer));
    }

    /// Bytes, one for each character, of fewer than 128.
    private static String field(int number, String bytes) {
        return "" + (char) (number << 3 | 2) + (char) bytes.length() + bytes;
    }
}
