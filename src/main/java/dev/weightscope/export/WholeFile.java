package dev.weightscope.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// Writes files whole or not at all: whoever looks sees the old content or the new.
public final class WholeFile {
    private WholeFile() {}

    /// Writes a text as UTF-8.
    ///
    /// @throws IOException as [#write(Path, byte[])]
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Writes beside the file, then moves it into its place; directories that are missing are made.
    ///
    /// @param content not modified
    /// @throws IOException whose message is one sentence that names the file and says why it cannot
    ///   be written; nothing is left behind then
    public static void write(Path file, byte[] content) throws IOException {
        // A link keeps pointing to what it points to, which gets the new content.
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new IOException("%s cannot be written: it is a directory".formatted(file));
        }
        Path directory = target.resolveSibling("").toAbsolutePath();
        Path part =
                directory.resolve(".%s.%s.part".formatted(target.getFileName(), UUID.randomUUID()));
        try {
            Files.createDirectories(directory);
            write(content, part, target);
        } catch (IOException failed) {
            throw new IOException(
                    "%s cannot be written: %s".formatted(file, reason(failed)), failed);
        }
    }

    private static void write(byte[] content, Path part, Path target) throws IOException {
        try {
            Files.write(part, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            move(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(
                    part,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String reason(IOException failed) {
        return switch (failed) {
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            case FileAlreadyExistsException taken -> taken.getFile() + " is not a directory";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> String.valueOf(failed.getMessage());
        };
    }
}
