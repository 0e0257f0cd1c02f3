package dev.weightscope.network;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.LargeArrays;
import org.ejml.data.FMatrixRMaj;

/// When a matrix is used again, and when its memory is given back.
final class WorkSpace {
    /// Work space this many times larger than what is needed is given back.
    private static final int TOO_LARGE = 4;

    private static final float[] NONE = {};

    private WorkSpace() {}

    /// Makes room, and gives back what is far more than is needed. The old array is let go before
    /// the new one is made, so that the two are never there together.
    ///
    /// @param matrix of any shape and values afterwards
    /// @throws dev.weightscope.kernel.CancelledException if the work is no longer wanted; the
    ///   matrix has no room then
    static void reserve(
            FMatrixRMaj matrix, int elements, LargeArrays arrays, Cancellation cancellation) {
        int room = matrix.data.length;
        if (elements > room || room / TOO_LARGE > elements) {
            matrix.reshape(0, 0);
            matrix.setData(NONE);
            matrix.setData(arrays.allocate(elements, cancellation));
        }
    }
}
