package dev.weightscope.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.model.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Maps of tensors that `torch.save` wrote, and pickles that it never writes.
class CheckpointTest {
    private static final String CONVERT =
            "where it is trusted, convert it: from safetensors.torch import save_file;"
                    + " save_file(model.state_dict(), \"model.safetensors\")";

    /// A storage of 24 floats in entry 0, once what comes before is put behind it.
    private static final String STORAGE =
            "(X\7\0\0\0storagectorch\nFloatStorage\nX\1\0\0\0000X\3\0\0\0cpuK\u0018tQ";

    @TempDir Path folder;

    @Test
    void mapsInMapsAreTensorsWithDotsInTheirNames() {
        try (WeightFile file = WeightFile.open(WeightFileTest.FILES.resolve("views.pt"))) {
            assertEquals("PyTorch", file.format());
            assertEquals("{epoch=3, rate=0.5, note=σ = 1}", file.metadata().toString());
            assertEquals(
                    """
                    state_dict.0.weight [2, 3] float64
                    state_dict.0.bias [2] float64
                    state_dict.1.weight [2] float32
                    state_dict.1.bias [2] float32
                    state_dict.1.running_mean [2] float32
                    state_dict.1.running_var [2] float32
                    state_dict.1.num_batches_tracked [] int64
                    turned [6, 4] float32
                    part [2, 3] float32
                    same [24] float32
                    list.0 [2] float32
                    list.1.1 [] float32
                    complex [2] complex64
                    empty [0, 3] float32
                    """,
                    told(file));
        }
    }

    private static String told(WeightFile file) {
        StringBuilder told = new StringBuilder();
        file.tensors()
                .forEach(each ->
                        told.append(
                                "%s %s %s\n".formatted(each.name(), each.shape(), each.dtype())));
        return told.toString();
    }

    /// PyTorch's own words for the views of 0..23 are `base.view(4, 6).t()` and `base.view(4,
    /// 6)[1:3, ::2]`.
    @Test
    void aViewIsReadByItsStrides() {
        try (WeightFile file = WeightFile.open(WeightFileTest.FILES.resolve("views.pt"))) {
            double[] turned =
                    IntStream.range(0, 24)
                            .mapToDouble(i -> i % 4 * 6 + Math.floorDiv(i, 4))
                            .toArray();
            assertArrayEquals(turned, values(file, "turned"));
            assertArrayEquals(new double[] {6, 8, 10, 12, 14, 16}, values(file, "part"));
            assertArrayEquals(new double[] {0, 1}, values(file, "list.0"));
            assertArrayEquals(new double[] {23}, values(file, "list.1.1"));
            assertArrayEquals(new double[0], values(file, "empty"));
            // As PyTorch prints it, of torch.nn.Linear(3, 2) by torch.manual_seed(0).
            assertEquals(0.5427704542528101, values(file, "state_dict.0.weight")[0]);
        }
    }

    private static double[] values(WeightFile file, String name) {
        Tensor tensor =
                file.tensors().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        double[] values = new double[(int) tensor.count()];
        tensor.read(0, values, values.length);
        return values;
    }

    @Test
    void aLaterVersionOfThePickleIsReadToo() {
        try (WeightFile file = WeightFile.open(WeightFileTest.FILES.resolve("newer.pt"))) {
            assertEquals("tensor [2, 12] float32\n", told(file));
            assertEquals(23, values(file, "tensor")[23]);
        }
    }

    @Test
    void aModelOfCodeIsRefusedByTheNameOfItsCode() {
        Path file = WeightFileTest.FILES.resolve("module.pt");
        assertEquals(
                file + refusedCode("torch.nn.modules.linear.Linear"),
                assertThrows(Refusal.class, () -> WeightFile.open(file).close()).getMessage());
    }

    private static String refusedCode(String name) {
        return " is a checkpoint of PyTorch that asks for "
                + name
                + ", which is no map and no tensor but code, so it is not read; "
                + CONVERT;
    }

    @Test
    void whatNoCheckpointNeedsIsRefused() throws IOException {
        String invalid = " is no valid checkpoint of PyTorch: ";
        String again = "; copy or download it again";
        String outside = invalid + "tensor \"tensor\" lies outside of its numbers";
        String[][] table = {
            {"\u0080\2cos\nsystem\n(X\2\0\0\0lstR.", refusedCode("os.system")},
            {"\u0080\2cposix\n\u001b[2J\n.", refusedCode("posix.\\u001b[2J")},
            {"\u0080\4\u008c\2os\u008c\6system\u0093.", refusedCode("os.system")},
            {"\u0080\2c__builtin__\neval\n.", refusedCode("__builtin__.eval")},
            {
                "\u0080\2I1\n.",
                invalid + "its pickle has the instruction 0x49, which no checkpoint needs" + again
            },
            {"\u0080\6N.", invalid + "its pickle is of version 6" + again},
            {"\u0080\2", invalid + "its pickle ends too early" + again},
            {"\u0080\2X\377\377\377\377.", invalid + "its pickle ends too early" + again},
            {"\u0080\2.", invalid + "its pickle takes more values than it has made" + again},
            {"\u0080\2N(.", invalid + "its pickle takes more values than it has made" + again},
            {"\u0080\2h\7.", invalid + "its pickle asks for a value that it has not kept" + again},
            {"\u0080\2NNa.", invalid + "its pickle appends to what is no list" + again},
            {"\u0080\2}(Nu.", invalid + "its pickle sets entries of what is no map" + again},
            {"\u0080\2})Ns.", invalid + "a map's key is no text and no number" + again},
            {
                "\u0080\2ctorch\nSize\n)R.",
                invalid + "its pickle makes torch.Size of what none is made of" + again
            },
            {
                "\u0080\2]q\0h\0a.",
                invalid + "its lists and maps are nested too deep, or hold each other"
            },
            {"\u0080\2]].", " is a checkpoint of PyTorch without tensors"},
            {view("K\1", "K\30", "K\1"), outside},
            {view("K\0", "K\30", "K\2"), outside},
            {view("K\0", "J\377\377\377\377", "K\1"), outside},
            {view("J\377\377\377\377", "K\1", "K\1"), outside},
            {view("K\0", "\u008a\10\377\377\377\377\377\377\377\177", "K\1"), outside},
            {
                view("K\0", "M\0\1", "K\0"),
                invalid
                        + "tensor \"tensor\" has 256 elements of 24 numbers; save it as"
                        + " tensor.contiguous()"
            },
            {
                view("K\0", "K\30", "K\1").replace("K\30tQ", "K\31tQ"),
                invalid + "the numbers of tensor \"tensor\" are not all there" + again
            },
        };
        for (String[] row : table) {
            Path file = folder.resolve("model.pt");
            Files.write(file, zip(row[0]));
            assertEquals(
                    file + row[1],
                    assertThrows(Refusal.class, () -> WeightFile.open(file).close(), row[0])
                            .getMessage());
        }
        assertEquals(24, table.length);
    }

    /// A tensor of one dimension.
    private static String view(String offset, String size, String stride) {
        return "\u0080\2ctorch._utils\n_rebuild_tensor_v2\n(%s%s%s\u0085%s\u0085\u0089NtR."
                .formatted(STORAGE, offset, size, stride);
    }

    private static byte[] zip(String pickle) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("model/data.pkl"));
            zip.write(pickle.getBytes(StandardCharsets.ISO_8859_1));
            zip.putNextEntry(new ZipEntry("model/data/0"));
            zip.write(new byte[96]);
        }
        return bytes.toByteArray();
    }

    /// What is shared is one value: a list of a list of a list, each twice in the next, would be
    /// 2⁴⁰ values.
    @Test
    void whatIsSharedIsNotMultiplied() throws IOException {
        StringBuilder pickle = new StringBuilder("\u0080\2]q\0");
        for (int i = 0; i < 40; i++) {
            pickle.append("](h\0h\0eq\0");
        }
        Path file = Files.write(folder.resolve("model.pt"), zip(pickle + "."));
        assertEquals(
                file
                        + " is no valid checkpoint of PyTorch: its lists and maps are nested too"
                        + " deep, or hold each other",
                assertThrows(Refusal.class, () -> WeightFile.open(file).close()).getMessage());
    }

    @Test
    void anArchiveOfTheHighestByteFirstIsReadSo() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("data.pkl"));
            zip.write(view("K\0", "K\30", "K\1").getBytes(StandardCharsets.ISO_8859_1));
            zip.putNextEntry(new ZipEntry("byteorder"));
            zip.write("big".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("data/0"));
            zip.write(new byte[] {0x3f, (byte) 0x80});
            zip.write(new byte[94]);
        }
        Path path = Files.write(folder.resolve("model.pt"), bytes.toByteArray());
        try (WeightFile file = WeightFile.open(path)) {
            assertEquals(List.of(24L), file.tensors().getFirst().shape());
            assertEquals(1, values(file, "tensor")[0]);
        }
    }
}
