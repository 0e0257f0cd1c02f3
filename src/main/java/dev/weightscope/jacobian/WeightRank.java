package dev.weightscope.jacobian;

import java.nio.FloatBuffer;
import java.util.HashSet;
import java.util.Set;

/// What the rank of a weight matrix is at most, whatever the size of its singular values.
final class WeightRank {
    private WeightRank() {}

    /// How many rows differ from 0 and from each other.
    ///
    /// @param weights fanIn × fanOut; not modified
    static int atMost(float[] weights, int fanIn, int fanOut) {
        FloatBuffer zeros = FloatBuffer.wrap(new float[fanOut]);
        Set<FloatBuffer> rows = new HashSet<>();
        for (int row = 0; row < fanIn; row++) {
            FloatBuffer values = FloatBuffer.wrap(weights, row * fanOut, fanOut);
            if (!values.equals(zeros)) { // equal numbers, −0 and 0 too
                rows.add(values);
            }
        }
        return Math.min(rows.size(), fanOut);
    }
}
