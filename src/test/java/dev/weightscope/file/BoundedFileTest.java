package dev.weightscope.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weightscope.kernel.CancelledException;
import dev.weightscope.model.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The timeouts are for hangs: each of these files is one that a plain read waits for, or fills the
/// memory with.
@Timeout(60)
class BoundedFileTest {
    private static final ReadLimit SMALL = new ReadLimit("a note", 8);

    @TempDir Path directory;

    @Test
    void aFileUpToTheLimitIsReadWhole() throws IOException {
        Path file = Files.writeString(directory.resolve("a.txt"), "12345678");
        assertEquals("12345678", new BoundedFile(file, SMALL).text());
        assertArrayEquals(
                "12345678".getBytes(StandardCharsets.UTF_8), new BoundedFile(file, SMALL).bytes());
        try (InputStream in = new BoundedFile(file, SMALL).open()) {
            for (char each : "12345678".toCharArray()) {
                assertEquals(each, in.read());
            }
            assertEquals(-1, in.read());
        }
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("utf-8", new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'h', 'i'});
        files.put("utf-16le", new byte[] {(byte) 0xFF, (byte) 0xFE, 'h', 0, 'i', 0});
        files.put("utf-16be", new byte[] {(byte) 0xFE, (byte) 0xFF, 0, 'h', 0, 'i'});
        files.put("none", new byte[] {'h', 'i'});
        int checked = 0;
        for (Map.Entry<String, byte[]> each : files.entrySet()) {
            Path file = Files.write(directory.resolve(each.getKey()), each.getValue());
            assertEquals("hi", new BoundedFile(file, SMALL).text(), each.getKey());
            checked++;
        }
        assertEquals(4, checked);
        Path half = Files.write(directory.resolve("half"), new byte[] {(byte) 0xEF, (byte) 0xBB});
        assertEquals("ï»", new BoundedFile(half, SMALL).text(), "no UTF-8, so Latin-1");
    }

    @Test
    void whatIsNoSuchFileIsOneSentence() throws IOException {
        Path large = Files.writeString(directory.resolve("large"), "123456789");
        Path binary = Files.write(directory.resolve("binary"), new byte[] {'a', 0, 'b'});
        Path below = large.resolve("below");
        Path loop = directory.resolve("loop");
        Files.createSymbolicLink(loop, loop);
        Map<Path, String> sentences = new LinkedHashMap<>();
        sentences.put(directory.resolve("gone"), "FILE does not exist");
        sentences.put(directory, "FILE is a directory; name a note");
        sentences.put(large, "FILE is too large: of a note, 8 bytes are read at most");
        sentences.put(binary, "FILE is no text: it holds NUL characters");
        sentences.put(below, "FILE does not exist");
        sentences.put(
                loop,
                "FILE cannot be read: Too many levels of symbolic links or unable to access"
                        + " attributes of symbolic link");
        int checked = 0;
        for (Map.Entry<Path, String> each : sentences.entrySet()) {
            assertEquals(
                    each.getValue().replace("FILE", each.getKey().toString()),
                    refusal(each.getKey(), SMALL));
            checked++;
        }
        assertEquals(6, checked);
    }

    @Test
    void aSparseFileOfTwoGigabytesIsRefusedByItsSize() throws IOException {
        Path file = directory.resolve("huge");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(2_200_000_000L);
        }
        assertEquals(
                file + " is too large: of a settings file, 1 MiB are read at most",
                refusal(file, ReadLimit.SETTINGS));
        assertEquals(
                file + " is too large: of a CSV file, 256 MiB are read at most",
                refusal(file, ReadLimit.TABLE));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aPipeAndADeviceAreNotOpened() throws Exception {
        Path pipe = directory.resolve("pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        Path link = Files.createSymbolicLink(directory.resolve("zero"), Path.of("/dev/zero"));
        int checked = 0;
        for (Path file : new Path[] {pipe, link, Path.of("/dev/zero")}) {
            assertEquals(
                    file
                            + " is no regular file but a pipe, a socket or a device; name a"
                            + " settings file",
                    refusal(file, ReadLimit.SETTINGS));
            checked++;
        }
        assertEquals(3, checked);
    }

    /// Files of /proc state a size of 0 and hold more.
    @Test
    @EnabledOnOs(OS.LINUX)
    void theLimitHoldsWhereTheStatedSizeIsWrong() {
        Path file = Path.of("/proc/self/status");
        assertEquals(
                "/proc/self/status is too large: of a note, 8 bytes are read at most",
                refusal(file, SMALL));
    }

    @Test
    void whatMayNotBeReadSaysWhetherItIsTheFileOrADirectoryAboveIt() throws IOException {
        Path inner = Files.createDirectory(directory.resolve("closed"));
        Path file = Files.writeString(inner.resolve("a.txt"), "hi");
        assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(file), "the administrator may read everything");
        assertEquals(file + " cannot be read: permission denied", refusal(file, SMALL));
        Files.setPosixFilePermissions(inner, PosixFilePermissions.fromString("---------"));
        try {
            assertEquals(
                    file + " cannot be read: a directory above it may not be entered",
                    refusal(file, SMALL));
        } finally {
            Files.setPosixFilePermissions(inner, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void anInterruptEndsTheReading() throws Exception {
        Path file = Files.writeString(directory.resolve("a.txt"), "hi");
        boolean[] cancelled = new boolean[1];
        Thread reader =
                new Thread(() -> {
                    Thread.currentThread().interrupt();
                    cancelled[0] =
                            assertThrows(
                                            RuntimeException.class,
                                            () -> new BoundedFile(file, SMALL).text())
                                    instanceof CancelledException;
                });
        reader.start();
        reader.join(TimeUnit.SECONDS.toMillis(30));
        assertEquals(true, cancelled[0]);
    }

    private static String refusal(Path file, ReadLimit limit) {
        return String.valueOf(
                assertThrows(Refusal.class, () -> new BoundedFile(file, limit).text())
                        .getMessage());
    }
}
