package dev.weightscope.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.model.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Zip files as NumPy writes none.
class NpzTest {
    /// Of an entry in the list at a zip file's end: where its fields are.
    private static final int FLAGS = 8;

    private static final int METHOD = 10;
    private static final int CRC = 16;
    private static final int PACKED = 20;
    private static final int SIZE = 24;
    private static final int PLACE = 42;

    @TempDir Path folder;

    @Test
    void aNameIsANameWhateverPathItWouldBe() throws IOException {
        Path file = Files.write(folder.resolve("model"), zip("../../etc/passwd", "/abs.npy", "x"));
        try (WeightFile opened = WeightFile.open(file)) {
            assertEquals(
                    List.of("../../etc/passwd", "/abs", "x"),
                    opened.tensors().stream().map(Tensor::name).toList());
        }
    }

    @Test
    void whatIsNoArrayIsPassedOver() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
            zip.write(new byte[] {1, 2, 3});
            zip.putNextEntry(new ZipEntry("folder/"));
            zip.putNextEntry(new ZipEntry("w.npy"));
            zip.write(Files.readAllBytes(WeightFileTest.FILES.resolve("plain.npy")));
        }
        Path file = Files.write(folder.resolve("model"), bytes.toByteArray());
        try (WeightFile opened = WeightFile.open(file)) {
            assertEquals(1, opened.tensors().size());
            double[] last = new double[1];
            opened.tensors().getFirst().read(23, last, 1);
            assertArrayEquals(new double[] {4}, last);
        }
    }

    /// A change of one field of the first entry in the list.
    private record Damage(Consumer<ByteBuffer> change, String sentence) {}

    @Test
    void aListThatLiesIsRefused() throws IOException {
        String again = "; copy or download it again";
        String damaged = "is a damaged zip file: ";
        List<Damage> table =
                List.of(
                        new Damage(
                                each -> each.putShort(FLAGS, (short) 1),
                                "is encrypted; unpack it with its password and save it without"
                                        + " one"),
                        new Damage(
                                each -> each.putShort(METHOD, (short) 14),
                                "packs \"a\" in a way that is not read; zip it stored or deflated"),
                        new Damage(
                                each -> each.putShort(METHOD, (short) 0),
                                damaged + "\"a\" is stored with two sizes" + again),
                        new Damage(
                                each -> each.putInt(PLACE, 3),
                                damaged + "there is no \"a\" where its list says" + again),
                        new Damage(
                                each -> each.putInt(PLACE, -2),
                                damaged + "its list points outside of it" + again),
                        new Damage(
                                each -> each.putInt(PACKED, 1 << 20),
                                damaged + "its list points outside of it" + again),
                        new Damage(
                                each -> each.put(0, (byte) 0),
                                damaged + "its list of entries is broken" + again),
                        new Damage(
                                each -> each.put(46, (byte) 'b'),
                                damaged + "the entry \"b\" stands twice" + again),
                        new Damage(
                                each -> each.putInt(SIZE, 0x7fff_ffff),
                                "unpacks to more than the 1024 MiB that are kept in memory; save it"
                                        + " without compression, as np.savez and torch.save do,"
                                        + " and numbers are read where they lie"));
        for (Damage damage : table) {
            Path file = write(damage.change());
            assertEquals(
                    file + " " + damage.sentence(),
                    assertThrows(Refusal.class, () -> WeightFile.open(file).close()).getMessage());
        }
        assertEquals(9, table.size());
    }

    /// Opening looks at the first bytes alone; what is behind is found to be wrong when it is read.
    @Test
    void valuesThatAreNotThosePackedAreRefusedWhenTheyAreRead() throws IOException {
        Path file = write(each -> each.putInt(CRC, 7));
        try (WeightFile opened = WeightFile.open(file)) {
            Tensor tensor = opened.tensors().getFirst();
            assertEquals(
                    file
                            + " is damaged: \"a\" does not have its checksum; copy or download it"
                            + " again",
                    assertThrows(Refusal.class, () -> tensor.read(0, new double[1], 1))
                            .getMessage());
        }
    }

    @Test
    void aZipOfNothingHoldsNoArray() throws IOException {
        Path file = Files.write(folder.resolve("model"), zip());
        assertEquals(
                file
                        + " is a zip file with no array of NumPy in it; one is written by"
                        + " np.savez(\"model.npz\", name=array)",
                assertThrows(Refusal.class, () -> WeightFile.open(file).close()).getMessage());
    }

    private Path write(Consumer<ByteBuffer> change) throws IOException {
        byte[] zip = zip("a", "b");
        int list = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        change.accept(
                ByteBuffer.wrap(zip, list, zip.length - list)
                        .slice()
                        .order(ByteOrder.LITTLE_ENDIAN));
        return Files.write(folder.resolve("model"), zip);
    }

    /// @param names each of which gets the same array
    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(Files.readAllBytes(WeightFileTest.FILES.resolve("plain.npy")));
            }
        }
        return bytes.toByteArray();
    }
}
