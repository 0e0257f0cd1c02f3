package dev.weightscope.weights;

import dev.weightscope.model.Refusal;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// The bytes of a file, or of one entry of it.
///
/// @param name begins every message
/// @param bytes not aligned
/// @param files that are open, of which this is one, or a part
record Source(String name, MemorySegment bytes, OpenFiles files) {
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /// A part of this file, whose messages are about all of it.
    Source part(MemorySegment part) {
        return new Source(name, part, files);
    }

    /// Where these bytes are all there is; empty for a part of a file.
    Optional<Path> file() {
        return bytes.byteSize() == files.bytes().byteSize()
                ? Optional.of(files.path())
                : Optional.empty();
    }

    long size() {
        return bytes.byteSize();
    }

    /// Whether these bytes, one for each character, stand at a place.
    boolean has(long at, String latin) {
        byte[] wanted = latin.getBytes(StandardCharsets.ISO_8859_1);
        return at >= 0
                && at <= size() - wanted.length
                && bytes.asSlice(at, wanted.length).mismatch(MemorySegment.ofArray(wanted)) < 0;
    }

    /// The unsigned byte at a place.
    int u8(long at) {
        return bytes.get(ValueLayout.JAVA_BYTE, at) & 0xff;
    }

    /// The unsigned little-endian number of two bytes at a place.
    int u16(long at) {
        return bytes.get(SHORT, at) & 0xffff;
    }

    /// The unsigned little-endian number of four bytes at a place.
    long u32(long at) {
        return bytes.get(INT, at) & 0xffff_ffffL;
    }

    /// The little-endian number of eight bytes at a place; negative where it is 2⁶³ or more.
    long u64(long at) {
        return bytes.get(LONG, at);
    }

    /// As many of its first bytes as there are.
    byte[] first(int most) {
        return bytes.asSlice(0, Math.min(most, size())).toArray(ValueLayout.JAVA_BYTE);
    }

    /// The same, one character for each.
    String head(int most) {
        return new String(first(most), StandardCharsets.ISO_8859_1);
    }

    /// @param what follows the name: `is empty`
    Refusal refused(String what) {
        return new Refusal(name + " " + what);
    }

    /// Where the file ends too early.
    Refusal cutOff(long missing) {
        return refused(
                "is cut off: %s missing at its end; copy or download it again"
                        .formatted(missing == 1 ? "1 byte is" : missing + " bytes are"));
    }
}
