package dev.weightscope.export;

import dev.weightscope.model.Quoted;
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
    /// What a killed process left there more than a day ago is removed.
    ///
    /// @param content not modified
    /// @throws IOException whose message is one sentence that names the file and says why it cannot
    ///   be written; nothing is left behind then
    public static void write(Path file, byte[] content) throws IOException {
        // A link keeps pointing to what it points to, which gets the new content.
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new IOException(
                    "%s cannot be written: it is a directory".formatted(Quoted.path(file)));
        }
        Path directory = target.resolveSibling("").toAbsolutePath();
        // Not made of the file's name, which may be as long as a name can be.
        Path part = directory.resolve(".weightscope-%s.part".formatted(UUID.randomUUID()));
        try {
            Files.createDirectories(directory);
            LeftParts.remove(directory);
            write(content, part, target);
        } catch (IOException failed) {
            throw new IOException(
                    "%s cannot be written: %s"
                            .formatted(Quoted.path(file), reason(failed, directory)),
                    failed);
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

    /// Never names the part, which nobody knows of.
    private static String reason(IOException failed, Path directory) {
        return switch (failed) {
            case AccessDeniedException _ -> "no permission to write into " + Quoted.path(directory);
            case FileAlreadyExistsException taken ->
                    Quoted.path(taken.getFile()) + " is not a directory";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            case FileSystemException _ -> "the file system refuses it";
            default -> Quoted.value(String.valueOf(failed.getMessage()));
        };
    }
}
