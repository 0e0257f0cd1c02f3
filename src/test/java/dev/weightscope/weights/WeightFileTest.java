package dev.weightscope.weights;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that `make_files.py` wrote with NumPy, PyTorch and safetensors.
class WeightFileTest {
    static final Path FILES = Path.of("src/test/resources/weights");
    private static final List<Long> SHAPE = List.of(2L, 3L, 4L);

    @TempDir Path folder;

    @Test
    void everyTypeOfASafetensorsFileIsRead() {
        try (WeightFile file = WeightFile.open(FILES.resolve("all-types.safetensors"))) {
            assertEquals("safetensors", file.format());
            assertEquals(Map.of("format", "pt", "note", "σ = 1"), file.metadata());
            assertEquals(17, checkAll(file));
        }
    }

    @Test
    void everyTypeOfAnArchiveIsRead() {
        for (String name : List.of("all-types.npz", "compressed.npz")) {
            try (WeightFile file = WeightFile.open(FILES.resolve(name))) {
                assertEquals("npz", file.format());
                assertEquals(12, checkAll(file));
            }
        }
    }

    @Test
    void everyTypeOfACheckpointIsRead() {
        try (WeightFile file = WeightFile.open(FILES.resolve("all-types.pt"))) {
            assertEquals("PyTorch", file.format());
            assertEquals(17, checkAll(file));
        }
    }

    @Test
    void everyTypeOfAModelOfOnnxIsRead() {
        String[] names = {"raw.onnx", "outside.onnx"};
        for (String name : names) {
            try (WeightFile file = WeightFile.open(FILES.resolve(name))) {
                assertEquals("ONNX", file.format());
                assertEquals(
                        Map.of("producer_name", "make_files", "note", "σ = 1"), file.metadata());
                assertEquals(12, checkAll(file));
            }
        }
        assertEquals(2, names.length);
        try (WeightFile file = WeightFile.open(FILES.resolve("fields.onnx"))) {
            List<Tensor> numbers = file.tensors().subList(0, 13);
            numbers.forEach(WeightFileTest::assertValues);
            assertEquals("bfloat16", numbers.getLast().dtype());
            assertEquals("string", file.tensors().getLast().dtype());
            assertEquals(14, file.tensors().size());
        }
    }

    @Test
    void everyTypeOfAGgufFileIsReadButWhatHasFewerBits() {
        try (WeightFile file = WeightFile.open(FILES.resolve("all-types.gguf"))) {
            assertEquals("GGUF", file.format());
            assertEquals(Map.of("general.name", "small", "rate", "0.5"), file.metadata());
            for (Tensor tensor : file.tensors().subList(0, 8)) {
                assertEquals(tensor.name(), tensor.dtype());
                assertValues(tensor);
            }
            Tensor four = file.tensors().getLast();
            assertEquals("q4_0", four.dtype());
            assertEquals(List.of(32L), four.shape());
            assertEquals(Optional.empty(), four.type());
            assertEquals(10, file.tensors().size());
        }
    }

    /// Four blocks of 32, whose largest numbers are 1, 2, 0 and −0.5: each number is a scale, in
    /// half precision a 127th of the largest, times a whole number.
    @Test
    void quantizedBlocksOfAGgufFileAreRead() {
        try (WeightFile file = WeightFile.open(FILES.resolve("all-types.gguf"))) {
            Tensor packed = file.tensors().get(8);
            assertEquals("q8_0", packed.dtype());
            assertEquals(List.of(2L, 64L), packed.shape());
            double[] largest = {1, 2, 0, -0.5};
            double[] expected = new double[128];
            for (int i = 0; i < 128; i++) {
                double one = largest[i / 32];
                float scale =
                        Float.float16ToFloat(Float.floatToFloat16((float) Math.abs(one) / 127));
                expected[i] = scale * Math.signum(one) * Math.rint(127 * (33 - i % 32) / 33.0);
            }
            assertArrayEquals(expected, values(packed));
            double[] piece = new double[40];
            packed.read(17, piece, 40);
            assertArrayEquals(Arrays.copyOfRange(expected, 17, 57), piece);
        }
    }

    /// @return how many tensors there were
    private static int checkAll(WeightFile file) {
        for (Tensor tensor : file.tensors()) {
            assertEquals(tensor.name(), tensor.dtype());
            assertValues(tensor);
        }
        return file.tensors().size();
    }

    private static void assertValues(Tensor tensor) {
        assertEquals(SHAPE, tensor.shape());
        assertEquals(24, tensor.count());
        double[] expected =
                IntStream.range(0, 24).mapToDouble(i -> expected(tensor.dtype(), i)).toArray();
        assertArrayEquals(expected, values(tensor), tensor.name());
        for (int from = 0; from < 24; from += 5) {
            int length = Math.min(5, 24 - from);
            double[] piece = new double[length];
            tensor.read(from, piece, length);
            assertArrayEquals(
                    IntStream.range(from, from + length).mapToDouble(i -> expected[i]).toArray(),
                    piece,
                    tensor.name() + " from " + from);
        }
    }

    private static double expected(String dtype, int i) {
        if (dtype.equals("bool")) {
            return i % 3 == 0 ? 1 : 0;
        }
        return dtype.startsWith("uint") ? i % 8 : i % 8 - 3;
    }

    private static double[] values(Tensor tensor) {
        double[] values = new double[(int) tensor.count()];
        tensor.read(0, values, values.length);
        return values;
    }

    @Test
    void anArrayIsReadInCOrderWhateverItsFilesOrder() {
        String[][] table = {
            {"plain.npy", "float32"},
            {"fortran.npy", "int16"},
            {"big-endian.npy", "float64"},
            {"version-2.npy", "float32"},
            {"version-3.npy", "float32"},
        };
        for (String[] row : table) {
            try (WeightFile file = WeightFile.open(FILES.resolve(row[0]))) {
                assertEquals("npy", file.format());
                Tensor tensor = file.tensors().getFirst();
                assertEquals(row[1], tensor.dtype());
                assertValues(tensor);
            }
        }
        assertEquals(5, table.length);
    }

    @Test
    void oneNumberAndNoNumberAreTensorsToo() {
        try (WeightFile file = WeightFile.open(FILES.resolve("one-number.npy"))) {
            assertEquals(List.of(), file.tensors().getFirst().shape());
            assertArrayEquals(new double[] {2.5}, values(file.tensors().getFirst()));
        }
        try (WeightFile file = WeightFile.open(FILES.resolve("odd.safetensors"))) {
            Map<String, Tensor> byName =
                    file.tensors().stream().collect(Collectors.toMap(Tensor::name, each -> each));
            assertArrayEquals(new double[] {2.5}, values(requireNonNull(byName.get("one"))));
            assertArrayEquals(new double[0], values(requireNonNull(byName.get("empty"))));
            assertEquals(List.of(0L, 3L), requireNonNull(byName.get("empty")).shape());
        }
    }

    @Test
    void ofWhatIsNoNumberTheShapeIsTold() {
        try (WeightFile file = WeightFile.open(FILES.resolve("texts.npz"))) {
            Tensor names = file.tensors().getFirst();
            assertEquals("names", names.name());
            assertEquals("<U2", names.dtype());
            assertEquals(Optional.empty(), names.type());
            assertEquals(
                    "the values of \"names\" cannot be read: they are <U2",
                    assertThrows(Refusal.class, () -> values(names)).getMessage());
            assertValues(file.tensors().getLast());
        }
        try (WeightFile file = WeightFile.open(FILES.resolve("odd.safetensors"))) {
            Tensor complex =
                    file.tensors().stream()
                            .filter(each -> each.name().equals("complex"))
                            .findFirst()
                            .orElseThrow();
            assertEquals("C64", complex.dtype());
            assertEquals(Optional.empty(), complex.type());
        }
    }

    @Test
    void whatAFileIsFollowsFromItsBytesAndNotFromItsName() throws IOException {
        String[] names = {"all-types.safetensors", "plain.npy", "compressed.npz"};
        for (String name : names) {
            Path renamed = Files.copy(FILES.resolve(name), folder.resolve(name + ".csv"));
            try (WeightFile file = WeightFile.open(renamed)) {
                assertTrue(name.endsWith(file.format()), file.format());
            }
        }
        assertEquals(3, names.length);
    }

    @Test
    void aFileThatIsClosedIsReadNoMore() {
        WeightFile file = WeightFile.open(FILES.resolve("plain.npy"));
        file.close();
        assertThrows(IllegalStateException.class, () -> values(file.tensors().getFirst()));
    }
}
