package dev.weightscope.weights;

import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// The file of llama.cpp, versions 2 and 3, little-endian: notes, a list of tensors, their values.
///
/// Of quantized tensors, those of eight bits (Q8_0) are read and others told without values.
record Gguf() implements Format {
    private static final String MAGIC = "GGUF";
    private static final String ALIGNMENT = "general.alignment";
    private static final int USUAL_ALIGNMENT = 32;
    private static final int MOST_DIMENSIONS = 4;

    /// By their numbers in the format; what is quantized has none.
    private static final Map<Integer, ElementType> TYPES =
            Map.of(
                    0, ElementType.F32,
                    1, ElementType.F16,
                    24, ElementType.I8,
                    25, ElementType.I16,
                    26, ElementType.I32,
                    27, ElementType.I64,
                    28, ElementType.F64,
                    30, ElementType.BF16);

    private static final int Q8 = 8;

    private static final Map<Integer, String> QUANTIZED =
            Map.ofEntries(
                    Map.entry(2, "q4_0"),
                    Map.entry(3, "q4_1"),
                    Map.entry(6, "q5_0"),
                    Map.entry(7, "q5_1"),
                    Map.entry(9, "q8_1"),
                    Map.entry(10, "q2_k"),
                    Map.entry(11, "q3_k"),
                    Map.entry(12, "q4_k"),
                    Map.entry(13, "q5_k"),
                    Map.entry(14, "q6_k"),
                    Map.entry(15, "q8_k"));

    @Override
    public String name() {
        return "GGUF";
    }

    @Override
    public boolean begins(Source source) {
        return source.has(0, MAGIC);
    }

    @Override
    public Contents read(Source source) {
        GgufReader reader = new GgufReader(source, MAGIC.length());
        long version = reader.u32();
        if (version < 2 || version > 3) {
            throw source.refused(
                    "is a GGUF file of version %d, or big-endian; versions 2 and 3 are known"
                            .formatted(version));
        }
        long tensors = reader.u64();
        long notes = reader.u64();
        Map<String, String> metadata = new LinkedHashMap<>();
        for (long i = 0; i < notes; i++) {
            String key = reader.text();
            reader.value().ifPresent(value -> metadata.put(key, value));
        }
        List<Entry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (long i = 0; i < tensors; i++) {
            Entry entry = entry(reader);
            if (!names.add(entry.name())) {
                throw wrong(source, "tensor %s stands twice".formatted(Quoted.of(entry.name())));
            }
            entries.add(entry);
        }
        long alignment = alignment(source, metadata);
        long start = Math.ceilDiv(reader.at(), alignment) * alignment;
        return new Contents(
                metadata,
                entries.stream().map(each -> tensor(source, each, start, alignment)).toList());
    }

    /// @param shape in C order; the file has the fastest dimension first
    /// @param offset behind the beginning of all values
    private record Entry(String name, List<Long> shape, int type, long offset) {}

    private static Entry entry(GgufReader reader) {
        String name = reader.text();
        long dimensions = reader.u32();
        if (dimensions > MOST_DIMENSIONS) {
            throw wrong(
                    reader.source(),
                    "tensor %s has %d dimensions; %d are allowed"
                            .formatted(Quoted.of(name), dimensions, MOST_DIMENSIONS));
        }
        List<Long> shape = new ArrayList<>();
        for (int i = 0; i < dimensions; i++) {
            shape.addFirst(reader.u64());
        }
        return new Entry(name, shape, (int) reader.u32(), reader.u64());
    }

    private static long alignment(Source source, Map<String, String> metadata) {
        String text = metadata.getOrDefault(ALIGNMENT, String.valueOf(USUAL_ALIGNMENT));
        if (!text.matches("[0-9]{1,9}") || Integer.bitCount(Integer.parseInt(text)) != 1) {
            throw wrong(
                    source,
                    "its alignment is %s, which is no power of two".formatted(Quoted.value(text)));
        }
        return Integer.parseInt(text);
    }

    private static Tensor tensor(Source source, Entry entry, long start, long alignment) {
        Optional<ElementType> type = Optional.ofNullable(TYPES.get(entry.type()));
        int width = 8 * type.map(ElementType::bytes).orElse(Q8Blocks.BYTES);
        OptionalLong bits = Shapes.bits(entry.shape(), width);
        if (bits.isEmpty()) {
            throw wrong(
                    source,
                    "the shape of tensor %s has more elements than can be counted"
                            .formatted(Quoted.of(entry.name())));
        }
        if (type.isPresent()) {
            MemorySegment values = values(source, entry, start, alignment, bits.getAsLong() / 8);
            return Tensor.of(entry.name(), entry.shape(), type.get(), Elements.plain(values));
        }
        if (entry.type() != Q8) {
            return Tensor.unreadable(
                    entry.name(),
                    entry.shape(),
                    QUANTIZED.getOrDefault(entry.type(), "type " + entry.type()));
        }
        if (entry.shape().isEmpty() || entry.shape().getLast() % Q8Blocks.NUMBERS != 0) {
            throw wrong(
                    source,
                    "tensor %s has rows that are no whole blocks of %d numbers"
                            .formatted(Quoted.of(entry.name()), Q8Blocks.NUMBERS));
        }
        long bytes = bits.getAsLong() / 8 / Q8Blocks.NUMBERS;
        return Tensor.quantized(
                entry.name(),
                entry.shape(),
                new Q8Blocks(values(source, entry, start, alignment, bytes)));
    }

    private static MemorySegment values(
            Source source, Entry entry, long start, long alignment, long bytes) {
        if (entry.offset() % alignment != 0) {
            throw wrong(
                    source,
                    "tensor %s lies at byte %d, which is no multiple of %d"
                            .formatted(Quoted.of(entry.name()), entry.offset(), alignment));
        }
        long there = source.size() - start;
        if (entry.offset() > there || bytes > there - entry.offset()) {
            throw source.cutOff(Math.max(1, entry.offset() - there + bytes));
        }
        return source.bytes().asSlice(start + entry.offset(), bytes);
    }

    private static Refusal wrong(Source source, String what) {
        return source.refused("is no valid GGUF file: " + what);
    }
}
