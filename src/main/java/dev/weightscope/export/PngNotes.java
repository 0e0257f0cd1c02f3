package dev.weightscope.export;

import dev.weightscope.file.BoundedStream;
import dev.weightscope.file.ReadLimit;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/// The texts in a PNG file, found without decoding anything else: a picture whose pixels are
/// damaged still has its note, and no chunk is unpacked but the one that is looked for.
///
/// PNG (Third Edition), 5.3 Chunk layout and 11.3.3 Textual information.
final class PngNotes {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final Set<String> TEXTS = Set.of("iTXt", "tEXt", "zTXt");

    /// Of a note, packed or not.
    private static final int MAX_BYTES = Math.toIntExact(ReadLimit.EXPERIMENT.bytes());

    private final Path file;
    private final DataInputStream in;
    private final byte[] skipped = new byte[1 << 13];
    private final CRC32 checksum = new CRC32();

    /// @param file for messages
    /// @param in the file from its beginning; not closed
    PngNotes(Path file, DataInputStream in) {
        this.file = file;
        this.in = in;
    }

    /// The first text with a keyword whose checksum is right.
    ///
    /// @return empty if the file is whole and has none
    /// @throws Refusal in one sentence, if it is no PNG file, or damaged and without such a text
    /// @throws IOException if it cannot be read
    Optional<String> find(String keyword) throws IOException {
        if (!Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE)) {
            throw new Refusal("%s is no PNG picture".formatted(Quoted.path(file)));
        }
        try {
            return findInChunks((keyword + '\0').getBytes(StandardCharsets.ISO_8859_1));
        } catch (EOFException | ZipException | BufferUnderflowException _) {
            throw damaged();
        }
    }

    private Optional<String> findInChunks(byte[] keyword) throws IOException {
        boolean isDamaged = false;
        String type;
        do {
            int length = in.readInt();
            if (length < 0) {
                throw damaged();
            }
            checksum.reset();
            type = new String(read(Integer.BYTES), StandardCharsets.ISO_8859_1);
            byte[] head = read(Math.min(length, keyword.length));
            boolean isNote = TEXTS.contains(type) && Arrays.equals(head, keyword);
            int left = length - head.length;
            if (isNote && left > MAX_BYTES) {
                throw tooLarge();
            }
            byte[] note = read(isNote ? left : 0);
            skip(left - note.length);
            boolean isWhole = in.readInt() == (int) checksum.getValue();
            if (isNote && isWhole) {
                return Optional.of(text(type, ByteBuffer.wrap(note)));
            }
            isDamaged |= !isWhole;
        } while (!type.equals("IEND"));
        if (isDamaged) {
            throw damaged();
        }
        return Optional.empty();
    }

    private byte[] read(int count) throws IOException {
        byte[] bytes = new byte[count];
        in.readFully(bytes);
        checksum.update(bytes);
        return bytes;
    }

    private void skip(int count) throws IOException {
        for (int left = count; left > 0; left -= skipped.length) {
            int block = Math.min(left, skipped.length);
            in.readFully(skipped, 0, block);
            checksum.update(skipped, 0, block);
        }
    }

    /// @param note what follows the keyword
    private String text(String type, ByteBuffer note) throws IOException {
        return switch (type) {
            case "iTXt" -> {
                byte isPacked = note.get();
                requireDeflate(note.get());
                skipText(note); // the language
                skipText(note); // the keyword in that language
                yield isPacked == 0 ? utf8(rest(note)) : utf8(unpacked(note));
            }
            case "zTXt" -> {
                requireDeflate(note.get());
                yield new String(unpacked(note), StandardCharsets.ISO_8859_1);
            }
            default -> new String(rest(note), StandardCharsets.ISO_8859_1);
        };
    }

    private void requireDeflate(byte method) {
        if (method != 0) {
            throw damaged();
        }
    }

    private static void skipText(ByteBuffer note) {
        while (note.get() != 0) {}
    }

    private static byte[] rest(ByteBuffer note) {
        byte[] rest = new byte[note.remaining()];
        note.get(rest);
        return rest;
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private byte[] unpacked(ByteBuffer note) throws IOException {
        try (InputStream unpacked =
                new BoundedStream(
                        new InflaterInputStream(new ByteArrayInputStream(rest(note))),
                        MAX_BYTES,
                        this::tooLarge)) {
            return unpacked.readAllBytes();
        }
    }

    private Refusal tooLarge() {
        return new Refusal(
                "%s holds a note of more than %s, which no experiment has"
                        .formatted(Quoted.path(file), ReadLimit.EXPERIMENT.size()));
    }

    private Refusal damaged() {
        return new Refusal(
                "%s is damaged; the experiment in it, if there was one, is lost"
                        .formatted(Quoted.path(file)));
    }
}
