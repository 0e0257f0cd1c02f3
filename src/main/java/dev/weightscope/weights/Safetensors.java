package dev.weightscope.weights;

import dev.weightscope.model.Numbers;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Hugging Face's safetensors: 8 bytes of the header's length, the header, the values.
///
/// Checked as its specification says: the header has at most [#MOST_HEADER] bytes and begins with a
/// brace, no name stands twice, values lie without holes and without overlap from the header to the
/// file's end, and each tensor takes what its shape and its type say.
record Safetensors() implements Format {
    private static final long MOST_HEADER = 100_000_000;
    private static final int LENGTH_BYTES = 8;

    /// A length above has more bytes than any file: what begins so is of another kind.
    private static final long NO_LENGTH = 1L << 48;

    /// What elements are called, how many bits each takes, and as what they can be read.
    private record Kind(int bits, Optional<ElementType> type) {
        static Kind of(ElementType type) {
            return new Kind(8 * type.bytes(), Optional.of(type));
        }

        static Kind unreadable(int bits) {
            return new Kind(bits, Optional.empty());
        }
    }

    private static final Map<String, Kind> KINDS =
            Map.ofEntries(
                    Map.entry("F64", Kind.of(ElementType.F64)),
                    Map.entry("F32", Kind.of(ElementType.F32)),
                    Map.entry("F16", Kind.of(ElementType.F16)),
                    Map.entry("BF16", Kind.of(ElementType.BF16)),
                    Map.entry("F8_E4M3", Kind.of(ElementType.F8_E4M3)),
                    Map.entry("F8_E5M2", Kind.of(ElementType.F8_E5M2)),
                    Map.entry("F8_E4M3FNUZ", Kind.of(ElementType.F8_E4M3FNUZ)),
                    Map.entry("F8_E5M2FNUZ", Kind.of(ElementType.F8_E5M2FNUZ)),
                    Map.entry("F8_E8M0", Kind.of(ElementType.F8_E8M0)),
                    Map.entry("I64", Kind.of(ElementType.I64)),
                    Map.entry("I32", Kind.of(ElementType.I32)),
                    Map.entry("I16", Kind.of(ElementType.I16)),
                    Map.entry("I8", Kind.of(ElementType.I8)),
                    Map.entry("U64", Kind.of(ElementType.U64)),
                    Map.entry("U32", Kind.of(ElementType.U32)),
                    Map.entry("U16", Kind.of(ElementType.U16)),
                    Map.entry("U8", Kind.of(ElementType.U8)),
                    Map.entry("BOOL", Kind.of(ElementType.BOOL)),
                    Map.entry("C64", Kind.unreadable(64)),
                    Map.entry("F4", Kind.unreadable(4)),
                    Map.entry("F6_E2M3", Kind.unreadable(6)),
                    Map.entry("F6_E3M2", Kind.unreadable(6)));

    @Override
    public String name() {
        return "safetensors";
    }

    @Override
    public boolean begins(Source source) {
        return source.has(LENGTH_BYTES, "{") && source.u64(0) > 0 && source.u64(0) < NO_LENGTH;
    }

    @Override
    public Contents read(Source source) {
        long length = source.u64(0);
        if (length > MOST_HEADER) {
            throw wrong(
                    source,
                    "its header has %d bytes by its own account; %d are allowed"
                            .formatted(length, MOST_HEADER));
        }
        long start = LENGTH_BYTES + length;
        if (start > source.size()) {
            throw source.cutOff(start - source.size());
        }
        SafetensorsHeader header =
                SafetensorsHeader.read(source, source.bytes().asSlice(LENGTH_BYTES, length));
        checkPlaces(source, header.entries(), source.size() - start);
        List<Tensor> tensors = new ArrayList<>();
        for (SafetensorsHeader.Entry entry : header.entries()) {
            tensors.add(tensor(source, entry, start));
        }
        return new Contents(header.metadata(), tensors);
    }

    private static void checkPlaces(
            Source source, List<SafetensorsHeader.Entry> entries, long dataBytes) {
        long end = 0;
        List<SafetensorsHeader.Entry> byPlace =
                entries.stream()
                        .sorted(
                                Comparator.comparingLong(SafetensorsHeader.Entry::begin)
                                        .thenComparingLong(SafetensorsHeader.Entry::end))
                        .toList();
        for (SafetensorsHeader.Entry entry : byPlace) {
            if (entry.begin() != end || entry.end() < entry.begin()) {
                throw wrong(
                        source,
                        "tensor %s is said to lie at bytes %d to %d, but values go on at %d, with no"
                                        .formatted(
                                                Quoted.of(entry.name()),
                                                entry.begin(),
                                                entry.end(),
                                                end)
                                + " hole and no overlap");
            }
            end = entry.end();
        }
        if (end > dataBytes) {
            throw source.cutOff(end - dataBytes);
        }
        if (end < dataBytes) {
            throw wrong(
                    source,
                    "%d bytes follow the last tensor, which no tensor holds"
                            .formatted(dataBytes - end));
        }
    }

    private static Tensor tensor(Source source, SafetensorsHeader.Entry entry, long start) {
        Kind kind = KINDS.get(entry.dtype());
        if (kind == null) {
            throw wrong(
                    source,
                    "tensor %s is of type %s, which is none of the format's types, as F32"
                            .formatted(Quoted.of(entry.name()), Quoted.of(entry.dtype())));
        }
        OptionalLong bits = Shapes.bits(entry.shape(), kind.bits());
        long bytes = entry.end() - entry.begin();
        if (bits.isEmpty() || bits.getAsLong() % 8 != 0 || bits.getAsLong() / 8 != bytes) {
            throw wrong(
                    source,
                    "tensor %s of %s %s takes %s, but the header gives it %d bytes"
                            .formatted(
                                    Quoted.of(entry.name()),
                                    Shapes.text(entry.shape()),
                                    entry.dtype(),
                                    bits.isEmpty()
                                            ? "more bytes than can be counted"
                                            : Numbers.plain(bits.getAsLong() / 8.0) + " bytes",
                                    bytes));
        }
        return kind.type()
                .map(type ->
                        Tensor.of(
                                entry.name(),
                                entry.shape(),
                                type,
                                Elements.plain(
                                        source.bytes().asSlice(start + entry.begin(), bytes))))
                .orElseGet(() -> Tensor.unreadable(entry.name(), entry.shape(), entry.dtype()));
    }

    private static Refusal wrong(Source source, String what) {
        return source.refused("is no valid safetensors file: " + what);
    }
}
