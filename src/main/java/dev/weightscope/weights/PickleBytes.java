package dev.weightscope.weights;

import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/// The bytes of a pickle one behind the other. Numbers are little-endian, but for real ones.
final class PickleBytes {
    /// Characters of a name that stands on a line.
    private static final int LONGEST_LINE = 1 << 10;

    private final Source source;
    private final Source pickle;
    private long at;

    /// @param source for messages
    PickleBytes(Source source, Source pickle) {
        this.source = source;
        this.pickle = pickle;
    }

    int u8() {
        return pickle.u8(passed(1));
    }

    int u16() {
        return pickle.u16(passed(2));
    }

    long u32() {
        return pickle.u32(passed(4));
    }

    double real() {
        return Double.longBitsToDouble(Long.reverseBytes(pickle.u64(passed(8))));
    }

    void skip(long count) {
        passed(count);
    }

    /// Of UTF-8; what is none is replaced.
    String text(long length) {
        long start = passed(length);
        return new String(
                pickle.bytes().asSlice(start, length).toArray(ValueLayout.JAVA_BYTE),
                StandardCharsets.UTF_8);
    }

    /// Up to the next line feed.
    String line() {
        long start = at;
        while (u8() != '\n') {
            if (at - start > LONGEST_LINE) {
                throw source.refused(
                        "is no valid checkpoint of PyTorch: its pickle has a name of more than %d"
                                        .formatted(LONGEST_LINE)
                                + " characters; copy or download it again");
            }
        }
        long end = at;
        at = start;
        String line = text(end - 1 - start);
        at = end;
        return line;
    }

    private long passed(long count) {
        if (count > pickle.size() - at) {
            throw source.refused(
                    "is no valid checkpoint of PyTorch: its pickle ends too early; copy or download"
                            + " it again");
        }
        long start = at;
        at += count;
        return start;
    }
}
