package dev.weightscope.weights;

import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;

/// The values of initializers: where they lie as they are, there; integers of varying length are
/// unpacked into memory when they are first asked for.
final class OnnxValues {
    /// By their numbers in the format.
    private static final Map<Integer, ElementType> TYPES =
            Map.ofEntries(
                    Map.entry(1, ElementType.F32),
                    Map.entry(2, ElementType.U8),
                    Map.entry(3, ElementType.I8),
                    Map.entry(4, ElementType.U16),
                    Map.entry(5, ElementType.I16),
                    Map.entry(6, ElementType.I32),
                    Map.entry(7, ElementType.I64),
                    Map.entry(9, ElementType.BOOL),
                    Map.entry(10, ElementType.F16),
                    Map.entry(11, ElementType.F64),
                    Map.entry(12, ElementType.U32),
                    Map.entry(13, ElementType.U64),
                    Map.entry(16, ElementType.BF16),
                    Map.entry(17, ElementType.F8_E4M3),
                    Map.entry(18, ElementType.F8_E4M3FNUZ),
                    Map.entry(19, ElementType.F8_E5M2),
                    Map.entry(20, ElementType.F8_E5M2FNUZ),
                    Map.entry(24, ElementType.F8_E8M0));

    private static final Map<Integer, String> UNREADABLE =
            Map.of(
                    8, "string",
                    14, "complex64",
                    15, "complex128",
                    21, "uint4",
                    22, "int4",
                    23, "float4_e2m1");

    private static final int MOST_DIMENSIONS = 64;
    private static final int LONGEST_VARINT = 10;

    private final Source source;
    private long unpacked;

    OnnxValues(Source source) {
        this.source = source;
    }

    /// @throws Refusal if the values do not fit the shape, or are not there
    Tensor tensor(OnnxTensor told) {
        long count = count(told);
        ElementType type = TYPES.get(told.type());
        return type == null
                ? Tensor.unreadable(
                        told.name(),
                        told.shape(),
                        UNREADABLE.getOrDefault(told.type(), "type " + told.type()))
                : Tensor.of(
                        told.name(),
                        told.shape(),
                        type,
                        new Elements(
                                values(told, type, count), ByteOrder.LITTLE_ENDIAN, List.of()));
    }

    private long count(OnnxTensor told) {
        boolean areSizes =
                told.shape().size() <= MOST_DIMENSIONS
                        && told.shape().stream().allMatch(each -> each >= 0);
        OptionalLong bits = areSizes ? Shapes.bits(told.shape(), 64) : OptionalLong.empty();
        if (bits.isEmpty()) {
            throw wrong(told, "has a shape with more elements than can be counted");
        }
        return bits.getAsLong() / 64;
    }

    private Supplier<MemorySegment> values(OnnxTensor told, ElementType type, long count) {
        long bytes = count * type.bytes();
        if (told.isOutside()) {
            return fixed(outside(told, bytes));
        }
        MemorySegment raw = told.values().get(OnnxTensor.RAW);
        if (raw != null) {
            return fixed(checked(told, raw, bytes));
        }
        int field = field(type);
        MemorySegment found = told.values().getOrDefault(field, MemorySegment.NULL);
        if (field == OnnxTensor.FLOATS || field == OnnxTensor.DOUBLES) {
            return fixed(checked(told, found, bytes));
        }
        if (count > found.byteSize()) {
            throw otherCount(told);
        }
        unpacked += bytes;
        if (unpacked > ZipPart.MOST_UNPACKED) {
            throw source.refused(
                    "has more than %d MiB of integers of varying length; save them as raw_data"
                            .formatted(ZipPart.MOST_UNPACKED >> 20));
        }
        return new Once(() -> unpack(told, found, type, count));
    }

    private static Supplier<MemorySegment> fixed(MemorySegment values) {
        return () -> values;
    }

    /// In which field a type's values are, where they are not raw.
    private static int field(ElementType type) {
        return switch (type) {
            case F32 -> OnnxTensor.FLOATS;
            case F64 -> OnnxTensor.DOUBLES;
            case I64 -> OnnxTensor.LONGS;
            case U32, U64 -> OnnxTensor.UNSIGNED_LONGS;
            case F16, BF16, F8_E4M3, F8_E5M2, F8_E4M3FNUZ, F8_E5M2FNUZ, F8_E8M0 -> OnnxTensor.INTS;
            case I32, I16, I8, U16, U8, BOOL -> OnnxTensor.INTS;
        };
    }

    private MemorySegment checked(OnnxTensor told, MemorySegment values, long bytes) {
        if (values.byteSize() != bytes) {
            throw wrong(
                    told,
                    "takes %d bytes as %s, but has %d"
                            .formatted(bytes, Shapes.text(told.shape()), values.byteSize()));
        }
        return values;
    }

    private MemorySegment outside(OnnxTensor told, long bytes) {
        String location = told.outside().getOrDefault("location", "");
        MemorySegment all = source.files().beside(location).orElseThrow(() -> notThere(location));
        long offset = number(told, "offset", 0);
        long length = number(told, "length", bytes);
        if (length != bytes || offset > all.byteSize() || length > all.byteSize() - offset) {
            throw wrong(
                    told,
                    "takes %d bytes, which %s does not have at byte %d"
                            .formatted(bytes, Quoted.of(location), offset));
        }
        return all.asSlice(offset, length);
    }

    private Refusal notThere(String location) {
        return source.refused(
                "keeps values in %s, and in its folder there is no such file; copy it there, or save"
                                .formatted(Quoted.of(location))
                        + " the model as one file");
    }

    private long number(OnnxTensor told, String key, long usual) {
        String text = told.outside().getOrDefault(key, String.valueOf(usual));
        if (!text.matches("[0-9]{1,18}")) {
            throw wrong(told, "has %s as its %s, no number".formatted(Quoted.of(text), key));
        }
        return Long.parseLong(text);
    }

    /// Of each integer the lowest bytes.
    private MemorySegment unpack(
            OnnxTensor told, MemorySegment varints, ElementType type, long count) {
        MemorySegment target = source.files().allocate(count * type.bytes());
        long at = 0;
        for (long i = 0; i < count; i++) {
            long value = 0;
            int next = 0x80;
            for (int digit = 0; next >= 0x80; digit++, at++) {
                if (at == varints.byteSize() || digit == LONGEST_VARINT) {
                    throw otherCount(told);
                }
                next = varints.get(ValueLayout.JAVA_BYTE, at) & 0xff;
                value |= (long) (next & 0x7f) << (7 * digit);
            }
            for (int low = 0; low < type.bytes(); low++) {
                target.set(
                        ValueLayout.JAVA_BYTE, i * type.bytes() + low, (byte) (value >> (8 * low)));
            }
        }
        if (at < varints.byteSize()) {
            throw otherCount(told);
        }
        return target;
    }

    private Refusal otherCount(OnnxTensor told) {
        return wrong(told, "has other than as many values as its shape says");
    }

    private Refusal wrong(OnnxTensor told, String what) {
        return source.refused(
                "is no valid ONNX file: tensor %s %s".formatted(Quoted.of(told.name()), what));
    }
}
