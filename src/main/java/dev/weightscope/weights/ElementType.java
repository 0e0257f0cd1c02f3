package dev.weightscope.weights;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// What the elements of a tensor are in its file.
public enum ElementType {
    F64("float64", 8),
    F32("float32", 4),
    F16("float16", 2),
    BF16("bfloat16", 2),
    F8_E4M3("float8_e4m3fn", 1),
    F8_E5M2("float8_e5m2", 1),
    F8_E4M3FNUZ("float8_e4m3fnuz", 1),
    F8_E5M2FNUZ("float8_e5m2fnuz", 1),
    F8_E8M0("float8_e8m0fnu", 1),
    I64("int64", 8),
    I32("int32", 4),
    I16("int16", 2),
    I8("int8", 1),
    U64("uint64", 8),
    U32("uint32", 4),
    U16("uint16", 2),
    U8("uint8", 1),
    BOOL("bool", 1);

    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;

    /// Elements that are copied at a time.
    private static final int PIECE = 1024;

    private final String key;
    private final int bytes;

    ElementType(String key, int bytes) {
        this.key = key;
        this.bytes = bytes;
    }

    /// As PyTorch and ml_dtypes call it: `bfloat16`.
    public String key() {
        return key;
    }

    /// How many bytes an element takes.
    public int bytes() {
        return bytes;
    }

    /// Whether each element is a number of single precision, exactly.
    boolean isFloat() {
        return switch (this) {
            case F32, F16, BF16, F8_E4M3, F8_E5M2, F8_E4M3FNUZ, F8_E5M2FNUZ, F8_E8M0 -> true;
            case I16, I8, U16, U8, BOOL -> true;
            case F64, I64, I32, U64, U32 -> false;
        };
    }

    /// The values of elements that lie one behind the other, exactly; only integers of more than 53
    /// bits are rounded, to the nearest double.
    ///
    /// @param source little-endian; [#bytes] for each element, from its beginning on
    /// @param target its first elements are set
    /// @param length how many
    void decode(MemorySegment source, double[] target, int length) {
        switch (this) {
            case F64 -> MemorySegment.copy(source, DOUBLE, 0, target, 0, length);
            case I64 -> {
                for (int i = 0; i < length; i++) {
                    target[i] = source.get(LONG, 8L * i);
                }
            }
            case I32 -> {
                for (int i = 0; i < length; i++) {
                    target[i] = source.get(INT, 4L * i);
                }
            }
            case U64 -> {
                for (int i = 0; i < length; i++) {
                    target[i] = unsigned(source.get(LONG, 8L * i));
                }
            }
            case U32 -> {
                for (int i = 0; i < length; i++) {
                    target[i] = source.get(INT, 4L * i) & 0xffff_ffffL;
                }
            }
            default -> decodeFloats(source, target, length);
        }
    }

    private void decodeFloats(MemorySegment source, double[] target, int length) {
        float[] piece = new float[Math.min(PIECE, length)];
        for (int at = 0; at < length; at += PIECE) {
            int some = Math.min(PIECE, length - at);
            decode(source.asSlice((long) at * bytes, (long) some * bytes), piece, some);
            for (int i = 0; i < some; i++) {
                target[at + i] = piece[i];
            }
        }
    }

    /// As above, of elements that are floats.
    ///
    /// @throws IllegalStateException if they are not
    void decode(MemorySegment source, float[] target, int length) {
        switch (this) {
            case F32 -> MemorySegment.copy(source, FLOAT, 0, target, 0, length);
            case F16, BF16 -> decodeShorts(source, target, length);
            case F8_E4M3 -> look(source, Float8.E4M3, target, length);
            case F8_E5M2 -> look(source, Float8.E5M2, target, length);
            case F8_E4M3FNUZ -> look(source, Float8.E4M3FNUZ, target, length);
            case F8_E5M2FNUZ -> look(source, Float8.E5M2FNUZ, target, length);
            case F8_E8M0 -> look(source, Float8.E8M0, target, length);
            case I16 -> {
                for (int i = 0; i < length; i++) {
                    target[i] = source.get(SHORT, 2L * i);
                }
            }
            case I8 -> {
                for (int i = 0; i < length; i++) {
                    target[i] = source.get(BYTE, i);
                }
            }
            case U16 -> {
                for (int i = 0; i < length; i++) {
                    target[i] = source.get(SHORT, 2L * i) & 0xffff;
                }
            }
            case U8 -> {
                for (int i = 0; i < length; i++) {
                    target[i] = source.get(BYTE, i) & 0xff;
                }
            }
            case BOOL -> {
                for (int i = 0; i < length; i++) {
                    target[i] = source.get(BYTE, i) == 0 ? 0 : 1;
                }
            }
            case F64, I64, I32, U64, U32 -> throw new IllegalStateException(key + " is wider");
        }
    }

    /// Copied first, as the JIT compiler makes vectors of loops over arrays alone.
    private void decodeShorts(MemorySegment source, float[] target, int length) {
        short[] piece = new short[Math.min(PIECE, length)];
        for (int at = 0; at < length; at += PIECE) {
            int some = Math.min(PIECE, length - at);
            MemorySegment.copy(source, SHORT, 2L * at, piece, 0, some);
            if (this == F16) {
                for (int i = 0; i < some; i++) {
                    target[at + i] = Float.float16ToFloat(piece[i]);
                }
            } else {
                for (int i = 0; i < some; i++) {
                    target[at + i] = Float.intBitsToFloat(piece[i] << 16);
                }
            }
        }
    }

    private static void look(MemorySegment source, float[] table, float[] target, int length) {
        for (int i = 0; i < length; i++) {
            target[i] = table[source.get(BYTE, i) & 0xff];
        }
    }

    /// Of the halved number, the lowest bit stays in place of the one that is lost: it decides
    /// which way half a unit is rounded.
    private static double unsigned(long bits) {
        return bits >= 0 ? bits : 2.0 * ((bits >>> 1) | (bits & 1));
    }
}
