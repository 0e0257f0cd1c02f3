package dev.weightscope.export;

import dev.weightscope.model.Quoted;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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

    /// What a file is to hold.
    public interface Content {
        /// @param out buffered; not to be closed
        void writeTo(OutputStream out) throws IOException;
    }

    /// Writes what is there already.
    ///
    /// @param content not modified
    /// @throws IOException as [#write(Path, Content)]
    public static void write(Path file, byte[] content) throws IOException {
        write(file, out -> out.write(content));
    }

    /// Writes beside the file, then moves it into its place; directories that are missing are made.
    /// What a killed process left there more than a day ago is removed.
    ///
    /// @param content asked once; whatever it throws leaves the file as it was
    /// @throws IOException whose message is one sentence that names the file and says why it cannot
    ///   be written; nothing is left behind then
    public static void write(Path file, Content content) throws IOException {
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

    private static void write(Content content, Path part, Path target) throws IOException {
        try {
            try (OutputStream out =
                    new BufferedOutputStream(
                            Files.newOutputStream(
                                    part,
                                    StandardOpenOption.CREATE_NEW,
                                    StandardOpenOption.WRITE))) {
                content.writeTo(out);
            }
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
