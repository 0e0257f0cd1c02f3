package dev.weightscope.network;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.RandomStream;
import dev.weightscope.kernel.RandomStream.Purpose;
import dev.weightscope.kernel.UnitDraw;
import dev.weightscope.model.DataTable;
import dev.weightscope.model.Input;
import org.ejml.data.FMatrixRMaj;

/// What the first layer sees: drawn, or rows of a table; scaled, and rounded to the number format.
final class NetworkInput {
    private final Kernel kernel;
    private final UnitDraws unitDraws;
    private final LargeArrays arrays;

    NetworkInput(Kernel kernel, UnitDraws unitDraws, LargeArrays arrays) {
        this.kernel = kernel;
        this.unitDraws = unitDraws;
        this.arrays = arrays;
    }

    /// @param signal becomes samples × width
    /// @throws CancelledException if the work is no longer wanted; the signal is unspecified then
    void fill(InputQuestion question, FMatrixRMaj signal, Cancellation cancellation) {
        WorkSpace.shape(signal, question.samples(), question.width(), arrays, cancellation);
        float[] unscaled = unscaled(question, signal, cancellation);
        kernel.scale(
                (float) question.sampling().scale(),
                unscaled,
                signal.data,
                0,
                signal.getNumElements(),
                cancellation);
        Formats.round(kernel, question.format(), Matrices.view(signal), cancellation);
    }

    /// In the signal's own array where it is not kept elsewhere.
    private float[] unscaled(
            InputQuestion question, FMatrixRMaj signal, Cancellation cancellation) {
        return switch (question.sampling().input()) {
            case Input.StandardNormal() ->
                    drawn(new UnitDraw.Normal(), question.seed(), signal, cancellation);
            case Input.Uniform() ->
                    drawn(new UnitDraw.Uniform(), question.seed(), signal, cancellation);
            case Input.Table(var data) -> {
                copy(data, signal, cancellation);
                yield signal.data;
            }
        };
    }

    private float[] drawn(UnitDraw unit, long seed, FMatrixRMaj signal, Cancellation cancellation) {
        return unitDraws.get(
                new Drawing.Independent(unit, new RandomStream(seed, 0, Purpose.INPUT)),
                signal.getNumElements(),
                signal.data,
                cancellation);
    }

    /// The first rows of a table, a fraction of a millisecond between two looks.
    private static void copy(DataTable table, FMatrixRMaj out, Cancellation cancellation) {
        int length = out.getNumElements();
        for (int start = 0; start < length; start += WorkSpace.COPIED_AT_ONCE) {
            cancellation.throwIfCancelled();
            int end = Math.min(WorkSpace.COPIED_AT_ONCE, length - start) + start;
            table.copyValues(start, end, out.data);
        }
    }
}
