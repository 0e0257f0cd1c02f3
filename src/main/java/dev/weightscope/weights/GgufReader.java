package dev.weightscope.weights;

import dev.weightscope.model.Numbers;
import dev.weightscope.model.Refusal;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Goes through what stands before the values of a GGUF file.
final class GgufReader {
    private static final int MOST_TEXT = 1 << 20;
    private static final int MOST_NESTING = 4;
    private static final int ARRAY = 9;

    private final Source source;
    private long at;

    /// @param at where it begins
    GgufReader(Source source, long at) {
        this.source = source;
        this.at = at;
    }

    Source source() {
        return source;
    }

    /// Where it is.
    long at() {
        return at;
    }

    long u32() {
        return source.u32(passed(4));
    }

    /// @throws Refusal if it is 2⁶³ or more
    long u64() {
        long number = source.u64(passed(8));
        if (number < 0) {
            throw wrong("a number of 64 bits is larger than any file");
        }
        return number;
    }

    String text() {
        long length = u64();
        if (length > MOST_TEXT) {
            throw wrong("a text has %d bytes; %d are read".formatted(length, MOST_TEXT));
        }
        long start = passed(length);
        return new String(
                source.bytes().asSlice(start, length).toArray(ValueLayout.JAVA_BYTE),
                StandardCharsets.UTF_8);
    }

    /// A note's type and value; a list has no text here and is passed over.
    Optional<String> value() {
        int type = (int) u32();
        if (type == ARRAY) {
            skipList(0);
            return Optional.empty();
        }
        return Optional.of(single(type));
    }

    private String single(int type) {
        return switch (type) {
            case 0 -> String.valueOf(source.u8(passed(1)));
            case 1 -> String.valueOf((byte) source.u8(passed(1)));
            case 2 -> String.valueOf(source.u16(passed(2)));
            case 3 -> String.valueOf((short) source.u16(passed(2)));
            case 4 -> String.valueOf(u32());
            case 5 -> String.valueOf((int) u32());
            case 6 -> String.valueOf(Float.intBitsToFloat((int) u32()));
            case 7 -> String.valueOf(source.u8(passed(1)) != 0);
            case 8 -> text();
            case 10 -> Long.toUnsignedString(source.u64(passed(8)));
            case 11 -> String.valueOf(source.u64(passed(8)));
            case 12 -> Numbers.plain(Double.longBitsToDouble(source.u64(passed(8))));
            default -> throw wrong("a note is of type %d, which is not known".formatted(type));
        };
    }

    private void skipList(int depth) {
        if (depth > MOST_NESTING) {
            throw wrong("lists are nested too deep");
        }
        int type = (int) u32();
        long count = u64();
        for (long i = 0; i < count; i++) {
            if (type == ARRAY) {
                skipList(depth + 1);
            } else {
                single(type);
            }
        }
    }

    /// Where the next bytes begin, which are passed.
    private long passed(long bytes) {
        long left = source.size() - at;
        if (bytes > left) {
            throw source.cutOff(bytes - left);
        }
        long start = at;
        at += bytes;
        return start;
    }

    private Refusal wrong(String what) {
        return source.refused("is no valid GGUF file: " + what);
    }
}
