package dev.weightscope.weights;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Supplier;

/// Where the elements of a tensor lie in memory.
///
/// @param bytes all elements and no more, not aligned; asked for at each reading, by any thread
/// @param order of the bytes in an element
/// @param strides by how many elements the next one along each dimension is away; empty where they
///   lie in C order, the last dimension fastest
record Elements(Supplier<MemorySegment> bytes, ByteOrder order, List<Long> strides)
        implements ElementPieces {
    /// In C order, little-endian, as nearly all files have them.
    static Elements plain(MemorySegment bytes) {
        return new Elements(() -> bytes, ByteOrder.LITTLE_ENDIAN, List.of());
    }

    /// The distances of elements in Fortran's order, the first dimension fastest.
    static List<Long> fortran(List<Long> shape) {
        Long[] strides = new Long[shape.size()];
        long stride = 1;
        for (int i = 0; i < strides.length; i++) {
            strides[i] = stride;
            stride *= shape.get(i);
        }
        return List.of(strides);
    }

    @Override
    public MemorySegment get(List<Long> shape, int width, long from, int length) {
        MemorySegment found =
                strides.isEmpty()
                        ? bytes.get().asSlice(from * width, (long) length * width)
                        : gathered(shape, width, from, length);
        return order.equals(ByteOrder.LITTLE_ENDIAN) ? found : turned(found, width);
    }

    private MemorySegment gathered(List<Long> shape, int width, long from, int length) {
        MemorySegment all = bytes.get();
        MemorySegment found = MemorySegment.ofArray(new byte[length * width]);
        int dimensions = shape.size();
        long[] index = new long[dimensions];
        long rest = from;
        long at = 0;
        for (int i = dimensions - 1; i >= 0; i--) {
            index[i] = rest % shape.get(i);
            rest /= shape.get(i);
            at += index[i] * strides.get(i);
        }
        for (int i = 0; i < length; i++) {
            MemorySegment.copy(all, at * width, found, (long) i * width, width);
            for (int d = dimensions - 1; d >= 0; d--) {
                at += strides.get(d);
                index[d]++;
                if (index[d] < shape.get(d)) {
                    break;
                }
                at -= shape.get(d) * strides.get(d);
                index[d] = 0;
            }
        }
        return found;
    }

    private static MemorySegment turned(MemorySegment source, int width) {
        byte[] bytes = source.toArray(ValueLayout.JAVA_BYTE);
        for (int at = 0; at < bytes.length; at += width) {
            for (int low = at, high = at + width - 1; low < high; low++, high--) {
                byte kept = bytes[low];
                bytes[low] = bytes[high];
                bytes[high] = kept;
            }
        }
        return MemorySegment.ofArray(bytes);
    }
}
