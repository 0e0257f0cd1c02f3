package dev.weightscope.export;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/// Files that were being written when their process was killed.
final class LeftParts {
    /// Of this version, and of 0.1.0, which had the file's name in it.
    private static final Pattern NAME =
            Pattern.compile(
                    "\\.(.+\\.|weightscope-)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.part");

    /// Nothing is written for that long.
    private static final Duration AGE = Duration.ofDays(1);

    private LeftParts() {}

    /// Removes those of a directory. One that cannot be removed is no reason not to write another.
    static void remove(Path directory) {
        Instant newest = Instant.now().minus(AGE);
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(directory, ".*.part")) {
            for (Path part : parts) {
                if (isLeft(part, newest)) {
                    Files.deleteIfExists(part);
                }
            }
        } catch (IOException | DirectoryIteratorException _) {
            // The next write tries again.
        }
    }

    private static boolean isLeft(Path part, Instant newest) throws IOException {
        return NAME.matcher(part.getFileName().toString()).matches()
                && Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS)
                && Files.getLastModifiedTime(part).toInstant().isBefore(newest);
    }
}
