package dev.weightscope.weights;

import java.lang.foreign.MemorySegment;
import java.util.List;

/// The elements of a tensor, of which some can be had.
interface ElementPieces {
    /// Some elements in C order, one behind the other and little-endian; by any thread.
    ///
    /// @param width bytes an element
    MemorySegment get(List<Long> shape, int width, long from, int length);
}
