package dev.weightscope.kernel;

/// Loops of an activation whose value and slope have most of their work in common. The slopes are
/// within 4 ulp of the true ones, as those of [ActivationLoops], but need not have their bits.
interface FusedLoops {
    /// Values and slopes of i in from..to−1.
    ///
    /// @param values the inputs before, the slopes after
    /// @param out the values of the function; another array
    void valuesAndSlopes(float[] values, float[] out, int from, int to);

    /// The same in vectors.
    ///
    /// @param end a multiple of a vector's lanes after `from`
    void vectorValuesAndSlopes(float[] values, float[] out, int from, int end);
}
