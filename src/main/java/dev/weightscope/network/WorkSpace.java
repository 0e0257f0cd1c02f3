package dev.weightscope.network;

import dev.weightscope.kernel.Cancellation;
import org.ejml.data.FMatrixRMaj;

/// When a matrix is used again, and when its memory is given back; and how much of it is moved
/// before the next look at whether that is still wanted.
final class WorkSpace {
    /// Work space this many times larger than what is needed is given back.
    private static final int TOO_LARGE = 4;

    /// Values that are copied without a look at the cancellation.
    static final int COPIED_AT_ONCE = 1 << 18;

    /// Rows and columns that are transposed without one.
    static final int SQUARE = 64;

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
            release(matrix);
            matrix.setData(arrays.allocate(arrays.lengthFor(elements, room), cancellation));
        }
    }

    /// @param matrix of no elements and no room afterwards
    static void release(FMatrixRMaj matrix) {
        matrix.reshape(0, 0);
        matrix.setData(NONE);
    }

    /// How many bytes of room a matrix has that so many elements do not take.
    static long bytesBeyond(FMatrixRMaj matrix, long elements) {
        return Float.BYTES * Math.max(0, matrix.data.length - elements);
    }

    /// Gives a matrix a shape, and room where it has too little.
    ///
    /// @param matrix of any values afterwards
    /// @throws dev.weightscope.kernel.CancelledException as [#reserve]
    static void shape(
            FMatrixRMaj matrix,
            int rows,
            int columns,
            LargeArrays arrays,
            Cancellation cancellation) {
        int elements = Math.multiplyExact(rows, columns);
        if (elements > matrix.data.length) {
            reserve(matrix, elements, arrays, cancellation);
        }
        matrix.reshape(rows, columns);
    }

    /// Copies the first values of an array, a fraction of a millisecond between two looks.
    static void copy(float[] from, float[] to, int length, Cancellation cancellation) {
        for (int start = 0; start < length; start += COPIED_AT_ONCE) {
            cancellation.throwIfCancelled();
            System.arraycopy(from, start, to, start, Math.min(COPIED_AT_ONCE, length - start));
        }
    }

    /// out = inᵀ, square by square, so that rows of both stay in the cache.
    ///
    /// @param in rows × columns; not modified
    /// @param out columns × rows; overwritten
    static void transpose(FMatrixRMaj in, FMatrixRMaj out, Cancellation cancellation) {
        int rows = in.numRows;
        int columns = in.numCols;
        for (int top = 0; top < rows; top += SQUARE) {
            for (int left = 0; left < columns; left += SQUARE) {
                cancellation.throwIfCancelled();
                int bottom = Math.min(rows, top + SQUARE);
                int right = Math.min(columns, left + SQUARE);
                for (int j = left; j < right; j++) {
                    for (int i = top; i < bottom; i++) {
                        out.data[j * rows + i] = in.data[i * columns + j];
                    }
                }
            }
        }
    }
}
