package dev.weightscope.export;

import dev.weightscope.file.BoundedFile;
import dev.weightscope.file.ReadLimit;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/// The session's text in a comment of a GIF file, found without decoding any frame.
///
/// CompuServe 1990, Graphics Interchange Format, Version 89a: blocks, and data in sub-blocks of at
/// most 255 bytes. A comment is 7-bit ASCII, so that the text is in Base64.
final class GifNote {
    private static final String BEGIN = "weightscope:";
    private static final int MAX_BYTES = Math.toIntExact(2 * ReadLimit.EXPERIMENT.bytes());
    private static final int EXTENSION = 0x21;
    private static final int COMMENT = 0xfe;
    private static final int IMAGE = 0x2c;
    private static final int TRAILER = 0x3b;

    private final Path file;
    private final DataInputStream in;

    private GifNote(Path file, DataInputStream in) {
        this.file = file;
        this.in = in;
    }

    /// The comment that is found again.
    static String comment(String sessionText) {
        return BEGIN
                + Base64.getEncoder().encodeToString(sessionText.getBytes(StandardCharsets.UTF_8));
    }

    /// @return empty if the file is whole and has none
    /// @throws Refusal in one sentence, if it is no GIF picture, or damaged before the text's end
    static Optional<String> read(Path file) {
        BoundedFile picture = new BoundedFile(file, ReadLimit.ANIMATION);
        try (InputStream bytes = picture.open()) {
            return new GifNote(file, new DataInputStream(new BufferedInputStream(bytes))).find();
        } catch (EOFException _) {
            throw new Refusal(
                    "%s is damaged; the experiment in it, if there was one, is lost"
                            .formatted(Quoted.path(file)));
        } catch (IOException failed) {
            throw picture.unreadable(failed);
        }
    }

    private Optional<String> find() throws IOException {
        String version = new String(in.readNBytes(6), StandardCharsets.ISO_8859_1);
        if (!version.equals("GIF89a") && !version.equals("GIF87a")) {
            throw new Refusal("%s is no GIF picture".formatted(Quoted.path(file)));
        }
        in.skipNBytes(4);
        int flags = in.readUnsignedByte();
        in.skipNBytes(2);
        skipColours(flags);
        while (true) {
            switch (in.readUnsignedByte()) {
                case EXTENSION -> {
                    boolean isComment = in.readUnsignedByte() == COMMENT;
                    String text = subBlocks(isComment);
                    if (text.startsWith(BEGIN)) {
                        return Optional.of(unpacked(text.substring(BEGIN.length())));
                    }
                }
                case IMAGE -> {
                    in.skipNBytes(8);
                    skipColours(in.readUnsignedByte());
                    in.skipNBytes(1);
                    String _ = subBlocks(false);
                }
                case TRAILER -> {
                    return Optional.empty();
                }
                default -> throw new EOFException("no block begins here");
            }
        }
    }

    private static String unpacked(String base64) throws IOException {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw new EOFException("no Base64");
        }
    }

    private void skipColours(int flags) throws IOException {
        if ((flags & 0x80) != 0) {
            in.skipNBytes(3L << ((flags & 7) + 1));
        }
    }

    /// @return empty unless it is kept
    private String subBlocks(boolean isKept) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        for (int length = in.readUnsignedByte(); length > 0; length = in.readUnsignedByte()) {
            if (isKept) {
                byte[] block = new byte[length];
                in.readFully(block);
                kept.writeBytes(block);
            } else {
                in.skipNBytes(length);
            }
            if (kept.size() > MAX_BYTES) {
                throw new Refusal(
                        "%s holds a note of more than %s, which no experiment has"
                                .formatted(Quoted.path(file), ReadLimit.EXPERIMENT.size()));
            }
        }
        return kept.toString(StandardCharsets.ISO_8859_1);
    }
}
