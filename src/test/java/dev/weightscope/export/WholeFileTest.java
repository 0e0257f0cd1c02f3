package dev.weightscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.model.Quoted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
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

    @Test
    void aNameAsLongAsANameMayBeIsWritten() throws IOException {
        Path file = directory.resolve("x".repeat(255));
        WholeFile.write(file, "new");
        assertEquals("new", Files.readString(file));
    }

    @Test
    void aNameThatIsTooLongIsOneSentenceWithTheReason() {
        Path file = directory.resolve("x".repeat(256));
        assertEquals(
                "%s cannot be written: File name too long".formatted(Quoted.path(file)),
                failure(file));
    }

    @Test
    void whatAKilledProcessLeftIsRemovedAfterADay() throws IOException {
        String id = "01234567-89ab-cdef-0123-456789abcdef";
        List<Path> left =
                List.of(
                        directory.resolve(".weightscope-" + id + ".part"),
                        directory.resolve(".settings.json." + id + ".part"));
        List<Path> others =
                List.of(
                        directory.resolve(".film.part"),
                        directory.resolve(".weightscope-notes.part"),
                        directory.resolve("settings.json." + id + ".part"));
        Path young =
                Files.writeString(
                        directory.resolve(".weightscope-" + id.replace('0', '1') + ".part"), "");
        FileTime twoDaysAgo = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
        for (Path each : Stream.concat(left.stream(), others.stream()).toList()) {
            Files.setLastModifiedTime(Files.writeString(each, "half"), twoDaysAgo);
        }
        Path file = directory.resolve("c.txt");
        WholeFile.write(file, "new");
        assertEquals(
                Stream.concat(others.stream(), Stream.of(young, file)).sorted().toList(),
                files(directory));
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
