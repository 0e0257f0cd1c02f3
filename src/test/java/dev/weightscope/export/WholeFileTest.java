package dev.weightscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir Path directory;

    @Test
    void directoriesThatAreMissingAreMade() throws IOException {
        Path file = directory.resolve("a/b/c.txt");
        WholeFile.write(file, "σ = 1");
        assertEquals("σ = 1", Files.readString(file));
        assertEquals(List.of(file), files(file.resolveSibling("")));
    }

    @Test
    void anOldFileIsReplaced() throws IOException {
        Path file = Files.writeString(directory.resolve("c.txt"), "a longer old content");
        WholeFile.write(file, "new");
        assertEquals("new", Files.readString(file));
        assertEquals(List.of(file), files(directory));
    }

    @Test
    void aLinkKeepsPointingToItsFile() throws IOException {
        Path file = Files.writeString(directory.resolve("c.txt"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("link.txt"), file);
        WholeFile.write(link, "new");
        assertEquals("new", Files.readString(file));
        assertEquals(file, Files.readSymbolicLink(link));
    }

    @Test
    void aFailureIsOneSentenceAndLeavesNothingBehind() throws IOException {
        Path occupied = Files.createDirectory(directory.resolve("occupied"));
        Path file = Files.writeString(directory.resolve("file"), "old");

        assertEquals(occupied + " cannot be written: it is a directory", failure(occupied));
        assertEquals(
                file.resolve("below.txt") + " cannot be written: " + file + " is not a directory",
                failure(file.resolve("below.txt")));
        assertEquals(List.of(file, occupied), files(directory));
        assertEquals("old", Files.readString(file));
    }

    private static String failure(Path file) {
        return String.valueOf(
                assertThrows(IOException.class, () -> WholeFile.write(file, "new")).getMessage());
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }
}
