package dev.weightscope.model;

import java.util.random.RandomGenerator;

/// An initializer of your own: two functions, as in the course notebook.
///
/// Listed under its key beside the built-in ones when its class name stands in
/// `META-INF/services/dev.weightscope.model.WeightInitializer` on the class path.
public interface WeightInitializer extends Keyed {
    /// The weights of one layer.
    ///
    /// @param random deterministic for (seed, layer); the only source of chance to use
    /// @return a new array of fanIn·fanOut floats, row by row: the weight from input i to unit j is
    ///   `[i * fanOut + j]`
    float[] weights(int fanIn, int fanOut, RandomGenerator random);

    /// The biases of one layer; zeros unless overridden.
    ///
    /// @return a new array of fanOut floats
    default float[] bias(int fanIn, int fanOut, RandomGenerator random) {
        return new float[fanOut];
    }

    @Override
    default String label() {
        return key();
    }
}
