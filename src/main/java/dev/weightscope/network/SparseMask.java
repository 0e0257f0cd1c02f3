package dev.weightscope.network;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.RandomStream;
import dev.weightscope.kernel.RandomStream.Purpose;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/// Which weights of a sparse matrix are 0: in each row the same number, at random places.
final class SparseMask {
    private SparseMask() {}

    /// Sets weights to 0.
    ///
    /// @param zeros of each row
    /// @param stream the weights' own; the places come from its sibling
    /// @param weights modified
    static void apply(
            int zeros, RandomStream stream, FMatrixRMaj weights, Cancellation cancellation) {
        int columns = weights.numCols;
        RandomGenerator random =
                new RandomStream(stream.seed(), stream.layer(), Purpose.SPARSITY).generator();
        int[] places = new int[columns];
        for (int j = 0; j < columns; j++) {
            places[j] = j;
        }
        for (int i = 0; i < weights.numRows; i++) {
            cancellation.throwIfCancelled();
            for (int picked = 0; picked < zeros; picked++) {
                swap(places, picked, random.nextInt(picked, columns));
                weights.data[i * columns + places[picked]] = 0;
            }
        }
    }

    private static void swap(int[] values, int i, int j) {
        int value = values[i];
        values[i] = values[j];
        values[j] = value;
    }
}
