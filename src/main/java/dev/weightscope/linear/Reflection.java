package dev.weightscope.linear;

import java.util.Arrays;

/// A Householder reflection I − τ·v·vᵀ that makes all of a vector but its first element 0.
///
/// @param value what the first element becomes
/// @param factor τ; 0 where there is nothing to reflect
record Reflection(double value, double factor) {
    /// @param vector its elements from..to−1 are replaced by those of v, of which the first is 1
    static Reflection of(double[] vector, int from, int to) {
        double first = vector[from];
        double squares = 0;
        for (int i = from + 1; i < to; i++) {
            squares = Math.fma(vector[i], vector[i], squares);
        }
        vector[from] = 1;
        if (squares == 0) {
            Arrays.fill(vector, from + 1, to, 0);
            return new Reflection(first, 0);
        }
        double length = Math.sqrt(first * first + squares);
        double value = first > 0 ? -length : length;
        double scale = 1 / (first - value);
        for (int i = from + 1; i < to; i++) {
            vector[i] *= scale;
        }
        return new Reflection(value, (value - first) / value);
    }
}
