package dev.weightscope.weights;

import dev.weightscope.model.Quoted;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/// NumPy's file of one array, versions 1 to 3 (NEP 1).
record Npy() implements Format {
    private static final Map<String, ElementType> TYPES =
            Map.ofEntries(
                    Map.entry("f8", ElementType.F64),
                    Map.entry("f4", ElementType.F32),
                    Map.entry("f2", ElementType.F16),
                    Map.entry("i8", ElementType.I64),
                    Map.entry("i4", ElementType.I32),
                    Map.entry("i2", ElementType.I16),
                    Map.entry("i1", ElementType.I8),
                    Map.entry("u8", ElementType.U64),
                    Map.entry("u4", ElementType.U32),
                    Map.entry("u2", ElementType.U16),
                    Map.entry("u1", ElementType.U8),
                    Map.entry("b1", ElementType.BOOL));

    @Override
    public String name() {
        return "npy";
    }

    @Override
    public boolean begins(Source source) {
        return source.has(0, NpyHeader.MAGIC);
    }

    @Override
    public Contents read(Source source) {
        NpyHeader header = NpyHeader.read(source);
        long size = source.size();
        Tensor tensor = tensor(source, "array", header, size, source::bytes);
        return new Contents(Map.of(), List.of(tensor));
    }

    /// The array of a file, or of an entry of an archive.
    ///
    /// @param source for messages
    /// @param size of the header and the values, in bytes
    /// @param all those bytes, asked for when values are read
    static Tensor tensor(
            Source source, String name, NpyHeader header, long size, Supplier<MemorySegment> all) {
        String descr = header.descr();
        if (descr.endsWith("O")) {
            throw source.refused(
                    "holds Python objects in %s, which only running code could read; save arrays of"
                                    .formatted(Quoted.of(name))
                            + " numbers, each with .astype(\"float64\")");
        }
        Optional<ElementType> type =
                descr.matches("[<>=|].*")
                        ? Optional.ofNullable(TYPES.get(descr.substring(1)))
                        : Optional.empty();
        OptionalLong bits = Shapes.bits(header.shape(), 8 * type.map(ElementType::bytes).orElse(1));
        if (bits.isEmpty()) {
            throw source.refused(
                    "is no valid npy file: the shape of %s has more elements than can be counted"
                            .formatted(Quoted.of(name)));
        }
        if (type.isEmpty()) {
            return Tensor.unreadable(name, header.shape(), descr);
        }
        long bytes = bits.getAsLong() / 8;
        long there = size - header.end();
        if (bytes > there) {
            throw source.cutOff(bytes - there);
        }
        if (bytes < there) {
            throw source.refused(
                    "holds %d bytes behind its array; several arrays in a file are saved with"
                                    .formatted(there - bytes)
                            + " np.savez");
        }
        return Tensor.of(
                name,
                header.shape(),
                type.get(),
                new Elements(
                        () -> all.get().asSlice(header.end(), bytes),
                        descr.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                        header.isFortran() ? Elements.fortran(header.shape()) : List.of()));
    }
}
