package dev.weightscope.file;

import dev.weightscope.kernel.CancelledException;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// A regular file, of which no more is read than its kind may have.
///
/// @param path as the person named it; begins every message
public record BoundedFile(Path path, ReadLimit limit) {
    /// All its bytes.
    ///
    /// @throws Refusal in one sentence, if there is no such file, if it is none of this kind, or if
    ///   it cannot be read
    public byte[] bytes() {
        try (InputStream in = openWhole()) {
            return in.readAllBytes();
        } catch (IOException failed) {
            throw unreadable(failed);
        }
    }

    /// Its text in UTF-8, a byte order mark at the beginning left out.
    ///
    /// @throws Refusal as [#bytes], and if it holds no text
    public String text() {
        try (InputStream in = openWhole()) {
            return TextStream.of(path.toString(), in).readAllAsString();
        } catch (IOException failed) {
            throw unreadable(failed);
        }
    }

    /// Its bytes one after another, for who may not need all of them: the file may be larger than
    /// the limit, but reading beyond it is refused.
    ///
    /// @return unbuffered; ends with a [Refusal] where the limit is exceeded
    /// @throws Refusal as [#bytes]
    public InputStream open() {
        attributes();
        try {
            // Unlike a stream of Files, one over a channel ends when its thread is interrupted.
            return new BoundedStream(
                    Channels.newInputStream(Files.newByteChannel(path)),
                    limit.bytes(),
                    this::tooLarge);
        } catch (IOException failed) {
            throw unreadable(failed);
        }
    }

    /// Its size and when it was modified.
    ///
    /// @throws Refusal in one sentence, if there is no such file or it is no regular one: opening a
    ///   pipe would wait for someone to write into it
    public BasicFileAttributes attributes() {
        BasicFileAttributes attributes = anyAttributes();
        if (attributes.isDirectory()) {
            throw new Refusal(
                    "%s is a directory; name %s".formatted(Quoted.path(path), limit.kind()));
        }
        if (!attributes.isRegularFile()) {
            throw new Refusal(
                    "%s is no regular file but a pipe, a socket or a device; name %s"
                            .formatted(Quoted.path(path), limit.kind()));
        }
        return attributes;
    }

    /// What went wrong while reading, as a sentence.
    ///
    /// @throws CancelledException if the reading was interrupted
    public Refusal unreadable(IOException failed) {
        String name = Quoted.path(path);
        return switch (failed) {
            case ClosedByInterruptException _ -> throw new CancelledException();
            case NoSuchFileException _ -> new Refusal("%s does not exist".formatted(name));
            case AccessDeniedException _ ->
                    new Refusal("%s cannot be read: permission denied".formatted(name));
            case FileSystemException other when other.getReason() != null ->
                    new Refusal("%s cannot be read: %s".formatted(name, other.getReason()));
            default ->
                    new Refusal(
                            "%s cannot be read: %s"
                                    .formatted(
                                            name,
                                            Quoted.value(String.valueOf(failed.getMessage()))));
        };
    }

    /// The size is looked at first, so that a large file costs nothing.
    private InputStream openWhole() {
        if (attributes().size() > limit.bytes()) {
            throw tooLarge();
        }
        return open();
    }

    private Refusal tooLarge() {
        return limit.exceededBy(path);
    }

    private BasicFileAttributes anyAttributes() {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class);
        } catch (AccessDeniedException _) {
            // Attributes need no permission for the file itself.
            throw new Refusal(
                    "%s cannot be read: a directory above it may not be entered"
                            .formatted(Quoted.path(path)));
        } catch (IOException failed) {
            throw unreadable(failed);
        }
    }
}
