package dev.weightscope.weights;

import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// An entry of a zip file.
///
/// @param name may be any text
/// @param method 0 as it is, 8 deflated
/// @param crc of the unpacked bytes, by the list
/// @param size of the unpacked bytes, by the list
/// @param packed its bytes as they lie in the file
record ZipPart(String name, int method, long crc, long size, MemorySegment packed) {
    /// Of what has to be unpacked into memory.
    static final long MOST_UNPACKED = 1L << 30;

    /// Deflate packs 258 bytes into 2 bits at most (RFC 1951, 3.2.5).
    private static final long MOST_RATIO = 1032;

    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    boolean isStored() {
        return method == STORED;
    }

    /// The first bytes, as many as there are.
    ///
    /// @throws dev.weightscope.model.Refusal if they cannot be unpacked
    MemorySegment head(Source source, int most) {
        long length = Math.min(size, most);
        if (isStored()) {
            return stored(source).asSlice(0, length);
        }
        MemorySegment head = MemorySegment.ofArray(new byte[(int) length]);
        inflate(source, head);
        return head;
    }

    /// All bytes. If they lie in the file as they are, where they lie; else unpacked.
    ///
    /// @throws dev.weightscope.model.Refusal if they cannot be unpacked, or are not those that were
    ///   packed
    MemorySegment whole(Source source) {
        if (isStored()) {
            return stored(source);
        }
        if (size / MOST_RATIO > packed.byteSize()) {
            throw tooShort(source);
        }
        MemorySegment whole = source.files().allocate(size);
        inflate(source, whole);
        CRC32 found = new CRC32();
        found.update(whole.asByteBuffer());
        if (found.getValue() != crc) {
            throw source.refused(
                    "is damaged: %s does not have its checksum; copy or download it again"
                            .formatted(Quoted.of(name)));
        }
        return whole;
    }

    private MemorySegment stored(Source source) {
        if (packed.byteSize() != size) {
            throw source.refused(
                    "is a damaged zip file: %s is stored with two sizes; copy or download it again"
                            .formatted(Quoted.of(name)));
        }
        return packed;
    }

    /// @param target filled
    private void inflate(Source source, MemorySegment target) {
        if (method != DEFLATED || packed.byteSize() > MOST_UNPACKED) {
            throw source.refused(
                    "packs %s in a way that is not read; zip it stored or deflated"
                            .formatted(Quoted.of(name)));
        }
        ByteBuffer out = target.asByteBuffer();
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(packed.asByteBuffer());
            while (out.hasRemaining()) {
                if (inflater.inflate(out) == 0 && (inflater.finished() || inflater.needsInput())) {
                    throw tooShort(source);
                }
            }
        } catch (DataFormatException _) {
            throw source.refused(
                    "is damaged: %s cannot be unpacked; copy or download it again"
                            .formatted(Quoted.of(name)));
        }
    }

    private Refusal tooShort(Source source) {
        return source.refused(
                "is damaged: %s unpacks to less than its list says; copy or download it again"
                        .formatted(Quoted.of(name)));
    }
}
