package dev.weightscope.kernel;

/// The loops of an activation function in vectors, over a whole number of them.
interface VectorLoops {
    /// Floats of scratch memory that the loops may need.
    int WORK = 5 * 512;

    /// As [ActivationLoops#values].
    ///
    /// @param end a multiple of a vector's lanes after `from`
    /// @param work of at least [#WORK] elements; overwritten
    void values(float[] in, float[] out, int from, int end, float[] work);

    /// As [ActivationLoops#slopes].
    ///
    /// @param end a multiple of a vector's lanes after `from`
    /// @param work of at least [#WORK] elements; overwritten
    void slopes(float[] preActivation, float[] cotangent, int from, int end, float[] work);
}
