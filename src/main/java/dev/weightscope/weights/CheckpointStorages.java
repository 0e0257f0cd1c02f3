package dev.weightscope.weights;

import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import dev.weightscope.weights.Pickled.View;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The entries of numbers of a checkpoint, and the tensors that are views of them.
final class CheckpointStorages {
    private static final String ORDER = "byteorder";
    private static final String BIG = "big";

    private static final Map<String, ElementType> TYPES =
            Arrays.stream(ElementType.values())
                    .collect(Collectors.toMap(ElementType::key, Function.identity()));

    private final Source source;
    private final String folder;
    private final Map<String, ZipPart> parts;
    private final ByteOrder order;

    /// What has to be unpacked is so once for all its views.
    private final Map<String, Supplier<MemorySegment>> unpacked = new HashMap<>();

    /// @param folder of the pickle, with a slash behind it
    /// @param parts by their names
    CheckpointStorages(Source source, String folder, Map<String, ZipPart> parts) {
        this.source = source;
        this.folder = folder;
        this.parts = parts;
        ZipPart note = parts.get(folder + ORDER);
        boolean isBig = note != null && source.part(note.head(source, BIG.length())).has(0, BIG);
        this.order = isBig ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    /// @throws Refusal if the view reaches outside of its storage, or that is not all there
    Tensor tensor(String name, View view) {
        long count = count(name, view);
        ElementType type = TYPES.get(view.dtype());
        if (type == null) {
            return Tensor.unreadable(name, view.shape(), view.dtype());
        }
        ZipPart part = part(name, view);
        long there = view.storage().count() * width(view) / type.bytes();
        if (count > there) {
            throw wrong(
                    "tensor %s has %d elements of %d numbers; save it as tensor.contiguous()"
                            .formatted(Quoted.of(name), count, there));
        }
        long start = count == 0 ? 0 : view.offset() * type.bytes();
        long end = count == 0 ? 0 : end(name, view, there) * type.bytes();
        Supplier<MemorySegment> all =
                unpacked.computeIfAbsent(part.name(), _ -> new Once(() -> part.whole(source)));
        return Tensor.of(
                name,
                view.shape(),
                type,
                new Elements(
                        () -> all.get().asSlice(start, end - start),
                        order,
                        isInOrder(view) ? List.of() : view.strides()));
    }

    private long count(String name, View view) {
        List<Long> shape = view.shape();
        boolean areSizes =
                view.offset() >= 0
                        && shape.size() == view.strides().size()
                        && shape.stream().allMatch(each -> each >= 0)
                        && view.strides().stream().allMatch(each -> each >= 0);
        OptionalLong bits = areSizes ? Shapes.bits(shape, 8) : OptionalLong.empty();
        return bits.orElseThrow(() -> outside(name)) / 8;
    }

    /// The entry of a view's numbers, which has them all.
    private ZipPart part(String name, View view) {
        ZipPart part = parts.get(folder + "data/" + view.storage().key());
        if (part == null || view.storage().count() > part.size() / width(view)) {
            throw wrong(
                    "the numbers of tensor %s are not all there; copy or download it again"
                            .formatted(Quoted.of(name)));
        }
        return part;
    }

    /// Bytes of a number of a view's storage.
    private static long width(View view) {
        ElementType type = TYPES.get(view.storage().dtype());
        return type == null ? 1 : type.bytes();
    }

    /// One behind the last element that is looked at, of as many as there are.
    private long end(String name, View view, long there) {
        try {
            long last = view.offset();
            for (int i = 0; i < view.shape().size(); i++) {
                last =
                        Math.addExact(
                                last,
                                Math.multiplyExact(view.shape().get(i) - 1, view.strides().get(i)));
            }
            if (last < there) {
                return last + 1;
            }
        } catch (ArithmeticException _) {
            throw outside(name);
        }
        throw outside(name);
    }

    /// Whether the elements lie in C order, one behind the other.
    private static boolean isInOrder(View view) {
        long expected = 1;
        for (int i = view.shape().size() - 1; i >= 0; i--) {
            long size = view.shape().get(i);
            if (size != 1 && view.strides().get(i) != expected) {
                return false;
            }
            expected *= size;
        }
        return true;
    }

    private Refusal outside(String name) {
        return wrong("tensor %s lies outside of its numbers".formatted(Quoted.of(name)));
    }

    private Refusal wrong(String what) {
        return source.refused("is no valid checkpoint of PyTorch: " + what);
    }
}
