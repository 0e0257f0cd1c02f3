package dev.weightscope.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Keras saved, and HDF5 files as h5py writes them.
class KerasTest {
    @TempDir Path folder;

    /// A layer's place in the file is its class with a count; its variables are called by name.
    @Test
    void aModelTellsOfEachVariableWhatItWasDrawnBy() {
        try (WeightFile file = WeightFile.open(WeightFileTest.FILES.resolve("model.keras"))) {
            assertEquals("Keras", file.format());
            StringBuilder told = new StringBuilder();
            for (Tensor each : file.tensors()) {
                told.append(
                        "%s %s %s\n"
                                .formatted(
                                        each.name(),
                                        each.shape(),
                                        file.declared(each)
                                                .map(DeclaredInitializer::text)
                                                .orElse("")));
            }
            assertEquals(
                    """
                    layers/batch_normalization/gamma [12] Ones()
                    layers/batch_normalization/beta [12] Zeros()
                    layers/batch_normalization/moving_mean [12] Zeros()
                    layers/batch_normalization/moving_variance [12] Ones()
                    layers/dense/kernel [8, 12] GlorotUniform()
                    layers/dense/bias [12] Zeros()
                    layers/dense_1/kernel [12, 10] RandomNormal(mean=0, stddev=0.3)
                    layers/dense_1/bias [10] Ones()
                    layers/dense_2/kernel [10, 9] HeNormal()
                    layers/dense_2/bias [9] Zeros()
                    """,
                    told.toString());
            double[] ones = new double[12];
            file.tensors().getFirst().read(0, ones, 12);
            double[] expected = new double[12];
            Arrays.fill(expected, 1);
            assertArrayEquals(expected, ones);
        }
    }

    @Test
    void weightsAloneAreReadWithoutTheModel() {
        try (WeightFile file = WeightFile.open(WeightFileTest.FILES.resolve("small.weights.h5"))) {
            assertEquals("HDF5", file.format());
            assertEquals(10, file.tensors().size());
            assertEquals("layers/dense/kernel", file.tensors().get(4).name());
            assertTrue(file.declared(file.tensors().get(4)).isEmpty());
        }
    }

    @Test
    void everyTypeOfAnHdf5FileIsRead() {
        try (WeightFile file = WeightFile.open(WeightFileTest.FILES.resolve("all-types.h5"))) {
            List<String> names = file.tensors().stream().map(Tensor::name).toList();
            assertEquals(
                    "[big/endian, chunks, float16, float32, float64, int16, int32, int64, int8,"
                            + " text, uint16, uint32, uint64, uint8]",
                    names.toString());
            for (Tensor tensor : file.tensors()) {
                if (tensor.type().isPresent()) {
                    assertEquals(
                            tensor.name().replaceFirst("big/endian|chunks", "float32"),
                            tensor.dtype());
                    double[] values = new double[24];
                    tensor.read(0, values, 24);
                    double first = tensor.name().startsWith("u") ? 0 : -3;
                    assertEquals(first, values[0], tensor.name());
                    assertEquals(first + 7, values[23], tensor.name());
                }
            }
            assertEquals("no number", file.tensors().get(9).dtype());
            assertEquals(13, file.tensors().stream().filter(e -> e.type().isPresent()).count());
        }
    }

    @Test
    void chunksAreUnpackedWhateverTheirShapes() {
        try (WeightFile file = WeightFile.open(WeightFileTest.FILES.resolve("chunks.h5"))) {
            int read = 0;
            for (Tensor tensor : file.tensors()) {
                if (tensor.name().equals("lzf")) {
                    assertEquals("float32 packed by lzf", tensor.dtype());
                } else if (tensor.name().equals("unwritten")) {
                    assertEquals(0, sum(tensor));
                } else {
                    double[] values = new double[(int) tensor.count()];
                    tensor.read(0, values, values.length);
                    for (int i = 0; i < values.length; i++) {
                        assertEquals(i, values[i], tensor.name());
                    }
                    read++;
                }
            }
            assertEquals(List.of(6, 8), List.of(read, file.tensors().size()));
        }
    }

    private static double sum(Tensor tensor) {
        double[] values = new double[(int) tensor.count()];
        tensor.read(0, values, values.length);
        return Arrays.stream(values).sum();
    }

    @Test
    void damagedChunksAreRefusedWhenTheyAreRead() throws IOException {
        byte[] bytes = Files.readAllBytes(WeightFileTest.FILES.resolve("chunks.h5"));
        int refused = 0;
        for (int at = 4000; at < bytes.length; at += 7) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 0x55;
            Path path = Files.write(folder.resolve("w.h5"), damaged);
            try (WeightFile file = WeightFile.open(path)) {
                file.tensors().stream()
                        .filter(each -> each.type().isPresent() && each.count() < 10_000)
                        .forEach(KerasTest::sum);
            } catch (Refusal refusal) {
                String sentence = String.valueOf(refusal.getMessage());
                assertTrue(sentence.startsWith(path + " is "), sentence);
                refused++;
            }
        }
        assertTrue(refused > 100, "" + refused);
    }

    @Test
    void whatIsCutOffOrNoModelIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(WeightFileTest.FILES.resolve("small.weights.h5"));
        for (int length : new int[] {8, 100, 2000, whole.length - 1}) {
            Path file = Files.write(folder.resolve("w.h5"), Arrays.copyOf(whole, length));
            assertEquals(
                    file + " is a damaged HDF5 file; copy or download it again",
                    assertThrows(Refusal.class, () -> WeightFile.open(file).close(), "" + length)
                            .getMessage());
        }
        Path noWeights = Files.write(folder.resolve("m"), zip(new byte[8], "{}"));
        assertEquals(
                noWeights + " is no valid model of Keras: its model.weights.h5 is no HDF5 file",
                assertThrows(Refusal.class, () -> WeightFile.open(noWeights).close()).getMessage());
        Path noConfig = Files.write(folder.resolve("m"), zip(whole, "{"));
        assertEquals(
                noConfig + " is no valid model of Keras: its config.json cannot be read",
                assertThrows(Refusal.class, () -> WeightFile.open(noConfig).close()).getMessage());
    }

    private static byte[] zip(byte[] weights, String config) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("model.weights.h5"));
            zip.write(weights);
            zip.putNextEntry(new ZipEntry("config.json"));
            zip.write(config.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
