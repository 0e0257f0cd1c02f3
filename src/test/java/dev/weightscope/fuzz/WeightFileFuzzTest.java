package dev.weightscope.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Layouts;
import dev.weightscope.report.TensorReports;
import dev.weightscope.weights.Tensor;
import dev.weightscope.weights.WeightFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Damaged files of weights: each is inspected, or refused in one sentence, and none holds more
/// than its bytes can hold. `-Dfuzz.factor=20` tries twenty times as many.
@Tag("fuzz")
class WeightFileFuzzTest {
    private static final int FACTOR = Integer.getInteger("fuzz.factor", 1);
    private static final int INPUTS = 300 * FACTOR;
    private static final Duration HANG = Duration.ofMinutes(2L + FACTOR);
    private static final Path FILES = Path.of("src/test/resources/weights");

    /// Deflate packs no better.
    private static final long MOST_RATIO = 1032;

    private static final int PIECE = 1000;

    private final TensorReports reports = new TensorReports(Kernels.scalar(1), Cancellation.NEVER);

    @TempDir Path folder;

    private interface Damage {
        byte[] of(byte[] original, Mutations mutations, RandomGenerator random) throws IOException;
    }

    @Test
    void everySafetensorsFileIsReadOrRefused() throws IOException {
        fuzz(
                "safetensors",
                List.of("all-types.safetensors", "odd.safetensors"),
                (original, mutations, _) -> behindItsLength(original, 8, 8, mutations));
    }

    @Test
    void everyArrayIsReadOrRefused() throws IOException {
        fuzz(
                "npy",
                List.of("plain.npy", "fortran.npy", "big-endian.npy", "one-number.npy"),
                (original, mutations, _) -> behindItsLength(original, 10, 2, mutations));
    }

    @Test
    void everyGgufFileIsReadOrRefused() throws IOException {
        fuzz(
                "GGUF",
                List.of("all-types.gguf"),
                (original, _, random) -> withWrongBit(withWrongBit(original, random), random));
    }

    @Test
    void everyCheckpointIsReadOrRefused() throws IOException {
        byte[] pickle = entry("views.pt", "views/data.pkl");
        fuzz(
                "PyTorch",
                List.of("all-types.pt", "views.pt", "newer.pt", "module.pt"),
                (_, mutations, random) ->
                        zip(
                                Map.of(
                                        "data.pkl",
                                        random.nextBoolean()
                                                ? mutations.of(pickle)
                                                : withWrongBit(pickle, random),
                                        "data/0",
                                        new byte[96])));
    }

    private static byte[] entry(String file, String name) throws IOException {
        try (ZipFile zip = new ZipFile(FILES.resolve(file).toFile())) {
            return zip.getInputStream(zip.getEntry(name)).readAllBytes();
        }
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void everyModelOfOnnxIsReadOrRefused() throws IOException {
        fuzz(
                "ONNX",
                List.of("raw.onnx", "fields.onnx", "outside.onnx"),
                (original, _, random) -> withWrongBit(withWrongBit(original, random), random));
    }

    @Test
    void everyHdf5FileIsReadOrRefused() throws IOException {
        fuzz(
                "HDF5",
                List.of("small.weights.h5", "all-types.h5"),
                (original, _, random) -> withWrongBit(withWrongBit(original, random), random));
    }

    @Test
    void everyModelOfKerasIsReadOrRefused() throws IOException {
        byte[] weights = entry("model.keras", "model.weights.h5");
        byte[] config = entry("model.keras", "config.json");
        fuzz(
                "Keras",
                List.of("model.keras"),
                (_, mutations, random) ->
                        random.nextBoolean()
                                ? zip(
                                        Map.of(
                                                "model.weights.h5",
                                                withWrongBit(weights, random),
                                                "config.json",
                                                config))
                                : zip(
                                        Map.of(
                                                "model.weights.h5",
                                                weights,
                                                "config.json",
                                                mutations.of(config))));
    }

    @Test
    void everyArchiveIsReadOrRefused() throws IOException {
        byte[] array = Files.readAllBytes(FILES.resolve("fortran.npy"));
        fuzz(
                "npz",
                List.of("all-types.npz", "compressed.npz", "texts.npz"),
                (_, mutations, random) -> {
                    Map<String, byte[]> entries = new LinkedHashMap<>();
                    for (int i = 0; i < 1 + random.nextInt(3); i++) {
                        entries.put("array " + i, mutations.of(array));
                    }
                    return zip(entries);
                });
    }

    /// A third of the files are damaged anywhere; a third by `deep`, which leaves what surrounds
    /// the damage right, else what lies deep would hardly be tried; and in a third a bit is wrong.
    private void fuzz(String kind, List<String> names, Damage deep) throws IOException {
        List<byte[]> originals = new ArrayList<>();
        for (String name : names) {
            originals.add(Files.readAllBytes(FILES.resolve(name)));
        }
        Tally tally = new Tally(kind);
        Path file = folder.resolve("model");
        assertTimeoutPreemptively(
                HANG,
                () -> {
                    for (int seed = 0; seed < INPUTS; seed++) {
                        SplittableRandom random = new SplittableRandom(seed);
                        byte[] original = originals.get(seed / 3 % originals.size());
                        Mutations mutations = new Mutations(random);
                        byte[] damaged =
                                switch (seed % 3) {
                                    case 0 -> mutations.of(original);
                                    case 1 -> deep.of(original, mutations, random);
                                    default -> withWrongBit(original, random);
                                };
                        Files.write(file, damaged);
                        tally.count("seed " + seed, () -> read(file, damaged.length));
                    }
                },
                () -> kind + " hang after " + tally.total());
        assertEquals(INPUTS, tally.total());
        System.out.println("fuzz: " + tally);
    }

    private static byte[] withWrongBit(byte[] original, RandomGenerator random) {
        byte[] damaged = original.clone();
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
        return damaged;
    }

    /// Damages the header, and states its new length.
    ///
    /// @param start of the header, whose length stands before it
    /// @param width of the length, in bytes
    private static byte[] behindItsLength(
            byte[] original, int start, int width, Mutations mutations) {
        ByteBuffer bytes = ByteBuffer.wrap(original).order(ByteOrder.LITTLE_ENDIAN);
        int length =
                width == 8 ? (int) bytes.getLong(start - 8) : bytes.getShort(start - 2) & 0xffff;
        byte[] header = new byte[length];
        bytes.get(start, header);
        byte[] damaged = mutations.of(header);
        ByteBuffer whole =
                ByteBuffer.allocate(original.length - length + damaged.length)
                        .order(ByteOrder.LITTLE_ENDIAN);
        whole.put(original, 0, start).put(damaged);
        whole.put(original, start + length, original.length - start - length);
        if (width == 8) {
            whole.putLong(start - 8, damaged.length);
        } else {
            whole.putShort(start - 2, (short) damaged.length);
        }
        return whole.array();
    }

    /// @return how many tensors there are
    private int read(Path path, long size) {
        double[] values = new double[PIECE];
        try (WeightFile file = WeightFile.open(path)) {
            for (Tensor tensor : file.tensors()) {
                if (tensor.type().isPresent()) {
                    assertTrue(
                            tensor.count() * tensor.type().get().bytes() <= size * MOST_RATIO,
                            tensor.count() + " values in " + size + " bytes");
                    int length = (int) Math.min(PIECE, tensor.count());
                    tensor.read(0, values, length);
                    tensor.read(tensor.count() - length, values, length);
                }
            }
            return reports.of(file, Layouts.GUESSED, _ -> {}).size();
        }
    }
}
