package dev.weightscope.weights;

import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// An array of numbers with a name, in a file that is open.
public final class Tensor {
    private final String name;
    private final List<Long> shape;
    private final String dtype;
    private final long count;
    private final @Nullable ElementType type;
    private final @Nullable ElementPieces elements;
    private final int levels;

    private Tensor(
            String name,
            List<Long> shape,
            String dtype,
            @Nullable ElementType type,
            @Nullable ElementPieces elements,
            int levels) {
        this.name = name;
        this.shape = List.copyOf(shape);
        this.dtype = dtype;
        this.type = type;
        this.elements = elements;
        this.levels = levels;
        this.count = this.shape.stream().reduce(1L, Math::multiplyExact);
    }

    /// @param shape whose product fits a long
    static Tensor of(String name, List<Long> shape, ElementType type, Elements elements) {
        return new Tensor(name, shape, type.key(), type, elements, 0);
    }

    /// One whose numbers are quantized, and told as floats.
    static Tensor quantized(String name, List<Long> shape, Q8Blocks blocks) {
        return new Tensor(name, shape, "q8_0", ElementType.F32, blocks, Q8Blocks.LEVELS);
    }

    /// One whose values cannot be told.
    ///
    /// @param dtype what the file calls them
    static Tensor unreadable(String name, List<Long> shape, String dtype) {
        return new Tensor(name, shape, dtype, null, null, 0);
    }

    /// The same under another name.
    Tensor named(String other) {
        return new Tensor(other, shape, dtype, type, elements, levels);
    }

    /// May be any text.
    public String name() {
        return name;
    }

    /// The sizes of its dimensions, in C order: the last is the one whose elements lie next to each
    /// other. Empty for a single number.
    public List<Long> shape() {
        return shape;
    }

    /// How many elements it has; 0 if a dimension is 0.
    public long count() {
        return count;
    }

    /// What its elements are, as [ElementType#key] calls it, or as the file does.
    public String dtype() {
        return dtype;
    }

    /// As what they are read; empty where they cannot be: complex numbers, texts, numbers of four
    /// bits.
    public Optional<ElementType> type() {
        return Optional.ofNullable(type);
    }

    /// Of quantized numbers how many steps there are from 0 to the largest of those that share a
    /// scale; empty of others.
    public OptionalInt levels() {
        return levels == 0 ? OptionalInt.empty() : OptionalInt.of(levels);
    }

    /// Whether each value is a number of single precision, exactly, so that [#read(long, float[],
    /// int)] can read it; false where values cannot be read.
    public boolean hasFloats() {
        return type != null && type.isFloat();
    }

    /// Some of its values in C order, whatever the file's own order, as the doubles that they are;
    /// NaN and infinities too. Any number of threads may read at once.
    ///
    /// @param from the first, counted from 0
    /// @param target its first `length` elements are set
    /// @throws Refusal if the tensor has no [#type], if what is compressed is damaged, or if the
    ///   file was shortened since it was opened
    /// @throws IllegalStateException if the file has been closed
    public void read(long from, double[] target, int length) {
        Objects.checkFromIndexSize(0, length, target.length);
        read(from, length, (of, source) -> of.decode(source, target, length));
    }

    /// As above, of a tensor that [#hasFloats].
    public void read(long from, float[] target, int length) {
        Objects.checkFromIndexSize(0, length, target.length);
        read(from, length, (of, source) -> of.decode(source, target, length));
    }

    private void read(long from, int length, BiConsumer<ElementType, MemorySegment> decoder) {
        Objects.checkFromIndexSize(from, length, count);
        if (type == null || elements == null) {
            throw new Refusal(
                    "the values of %s cannot be read: they are %s"
                            .formatted(Quoted.of(name), Quoted.value(dtype)));
        }
        try {
            decoder.accept(type, elements.get(shape, type.bytes(), from, length));
        } catch (InternalError _) {
            throw new Refusal(
                    "%s can no longer be read: its file was shortened; read it again"
                            .formatted(Quoted.of(name)));
        }
    }
}
