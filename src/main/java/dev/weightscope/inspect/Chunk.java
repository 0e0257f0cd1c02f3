package dev.weightscope.inspect;

import dev.weightscope.kernel.PowerSums;

/// Some values of a tensor, at most [TensorSurvey#CHUNK], that are surveyed together.
sealed interface Chunk permits DoubleChunk, FloatChunk {
    int count();

    /// The value at a place 0..count − 1.
    double at(int place);

    Range range();

    /// Of finite values.
    PowerSums powers(double center);

    /// The finite values alone.
    Chunk finite();

    /// Where values lie.
    ///
    /// @param low the smallest, unless a value is not finite
    /// @param high the largest, unless a value is not finite
    /// @param isFinite whether all values are
    /// @param hasZero whether any value is 0
    record Range(double low, double high, boolean isFinite, boolean hasZero) {}
}
