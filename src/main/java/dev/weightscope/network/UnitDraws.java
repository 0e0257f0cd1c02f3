package dev.weightscope.network;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.RandomStream;
import dev.weightscope.kernel.UnitDraw;
import org.ejml.data.FMatrixRMaj;

/// Draws of unit scale, made once and kept as long as there is room.
///
/// Not for use by several threads at once: it keeps its work space.
final class UnitDraws {
    private final Kernel kernel;
    private final LargeArrays arrays;
    private final OrthogonalRows orthogonalRows;
    private final FMatrixRMaj transposed = new FMatrixRMaj();
    private final KeptDraws kept = new KeptDraws();

    UnitDraws(Kernel kernel, LargeArrays arrays) {
        this.kernel = kernel;
        this.arrays = arrays;
        this.orthogonalRows = new OrthogonalRows(kernel);
    }

    /// Starts a round of [KeptDraws], and lets go of work space that only some drawings need.
    void beginRound(long budget) {
        kept.beginRound(budget);
        transposed.setData(new float[0]);
    }

    /// @param length how many values are wanted
    /// @param spare at least `length` long; overwritten where the draws cannot be kept
    /// @return the draws, row by row, in an array that may be longer: `spare`, or one that must not
    ///   be modified
    float[] get(Drawing drawing, int length, float[] spare, Cancellation cancellation) {
        KeptDraws.Kept known = kept.get(drawing, length);
        int done = known == null ? 0 : known.drawn();
        if (known != null && known.values().length >= length) {
            if (done < length) {
                draw(drawing, known.values(), done, length, cancellation);
                known.drawnUntil(length);
            }
            return known.values();
        }
        int room = kept.room(length, known); // the known ones live until the longer array is full
        float[] values = room > 0 ? arrays.allocate(room, cancellation) : spare;
        try {
            if (known != null) {
                WorkSpace.copy(known.values(), values, done, cancellation);
            }
            draw(drawing, values, done, length, cancellation);
        } catch (CancelledException cancelled) {
            if (room > 0) {
                arrays.giveBack(values);
            }
            throw cancelled;
        }
        if (room > 0) {
            kept.put(drawing, values, length);
        }
        return values;
    }

    /// Draws what is missing from `done` on; only independent draws are ever cut.
    private void draw(
            Drawing drawing, float[] out, int done, int length, Cancellation cancellation) {
        switch (drawing) {
            case Drawing.Independent(UnitDraw unit, RandomStream stream) ->
                    kernel.fill(unit, stream, done, out, done, length, cancellation);
            case Drawing.Orthogonal(RandomStream stream, int rows, int columns) ->
                    orthogonal(stream, matrix(out, rows, columns), cancellation);
            case Drawing.Sparse(RandomStream stream, int rows, int columns, int zeros) -> {
                kernel.fill(new UnitDraw.Normal(), stream, 0, out, 0, length, cancellation);
                SparseMask.apply(zeros, stream, matrix(out, rows, columns), cancellation);
            }
        }
    }

    /// The shorter side is made orthonormal as rows; a tall matrix is the transpose of a wide one.
    private void orthogonal(RandomStream stream, FMatrixRMaj out, Cancellation cancellation) {
        if (out.numRows <= out.numCols) {
            orthogonalRows.draw(stream, out, cancellation);
        } else {
            WorkSpace.shape(transposed, out.numCols, out.numRows, arrays, cancellation);
            orthogonalRows.draw(stream, transposed, cancellation);
            WorkSpace.transpose(transposed, out, cancellation);
        }
    }

    private static FMatrixRMaj matrix(float[] values, int rows, int columns) {
        FMatrixRMaj matrix = new FMatrixRMaj();
        matrix.setData(values);
        matrix.reshape(rows, columns);
        return matrix;
    }
}
