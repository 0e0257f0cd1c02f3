package dev.weightscope.weights;

import dev.weightscope.model.Refusal;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/// Goes through the fields of a message of Protocol Buffers (the wire format that
/// protobuf.dev/programming-guides/encoding describes), without groups, which nobody writes any
/// more. No field is copied unless its text is asked for.
final class ProtoReader {
    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED_32 = 5;

    private static final int LONGEST_VARINT = 10;
    private static final int MOST_TEXT = 1 << 20;

    private final Source source;
    private final long end;
    private long at;

    private int field;
    private int wire;
    private long number;
    private MemorySegment bytes = MemorySegment.NULL;

    /// @param source for messages
    ProtoReader(Source source) {
        this(source, 0, source.size());
    }

    private ProtoReader(Source source, long at, long end) {
        this.source = source;
        this.at = at;
        this.end = end;
    }

    /// Goes to the next field.
    ///
    /// @return whether there is one
    /// @throws Refusal if it reaches outside of the message
    boolean next() {
        if (at == end) {
            return false;
        }
        long tag = varint();
        field = (int) (tag >>> 3);
        wire = (int) (tag & 7);
        if (field <= 0 || tag >>> 32 != 0) {
            throw damaged();
        }
        switch (wire) {
            case VARINT -> number = varint();
            case FIXED_64 -> passed(8);
            case FIXED_32 -> passed(4);
            case BYTES -> {
                long length = varint();
                bytes = source.bytes().asSlice(passed(length), length);
            }
            default -> throw damaged();
        }
        return true;
    }

    int field() {
        return field;
    }

    long number() {
        expect(VARINT);
        return number;
    }

    /// Where they lie.
    MemorySegment bytes() {
        expect(BYTES);
        return bytes;
    }

    ProtoReader message() {
        expect(BYTES);
        return new ProtoReader(source, at - bytes.byteSize(), at);
    }

    String text() {
        expect(BYTES);
        if (bytes.byteSize() > MOST_TEXT) {
            throw damaged();
        }
        return new String(bytes.toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
    }

    private void expect(int wanted) {
        if (wire != wanted) {
            throw damaged();
        }
    }

    private long varint() {
        long value = 0;
        for (int i = 0; i < LONGEST_VARINT; i++) {
            int next = source.u8(passed(1));
            value |= (long) (next & 0x7f) << (7 * i);
            if (next < 0x80) {
                return value;
            }
        }
        throw damaged();
    }

    private long passed(long count) {
        long left = end - at;
        if (count < 0 || count > left) {
            throw end == source.size() && count >= 0 ? source.cutOff(count - left) : damaged();
        }
        long start = at;
        at += count;
        return start;
    }

    private Refusal damaged() {
        return source.refused(
                "is no valid ONNX file: at byte %d there is no field of a message; copy or download"
                                .formatted(at)
                        + " it again");
    }
}
