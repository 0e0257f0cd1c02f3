package dev.weightscope.network;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Matrix;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/// What the way back needs of the way there: the pre-activations of each layer, from which its
/// activations can be computed again, bit for bit. Its arrays are used again from pass to pass.
public final class Tape {
    private final List<FMatrixRMaj> preActivations = new ArrayList<>();

    /// Of a layer, counted from 1: samples × fanOut.
    public Matrix preActivation(int layer) {
        return Matrices.view(preActivations.get(layer - 1));
    }

    /// Makes room for a layer's pre-activations.
    ///
    /// @param layer counted from 1
    /// @return samples × units, of any values
    /// @throws dev.weightscope.kernel.CancelledException if the work is no longer wanted; the layer
    ///   has no room then
    FMatrixRMaj room(
            int layer, int samples, int units, LargeArrays arrays, Cancellation cancellation) {
        while (preActivations.size() < layer) {
            preActivations.add(new FMatrixRMaj());
        }
        FMatrixRMaj room = preActivations.get(layer - 1);
        WorkSpace.reserve(room, Math.multiplyExact(samples, units), arrays, cancellation);
        room.reshape(samples, units);
        return room;
    }

    /// Bytes that are allocated.
    public long bytes() {
        return preActivations.stream()
                .mapToLong(each -> (long) Float.BYTES * each.data.length)
                .sum();
    }

    /// Gives back all memory.
    public void release() {
        preActivations.clear();
    }
}
