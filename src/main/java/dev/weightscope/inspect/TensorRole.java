package dev.weightscope.inspect;

/// What a tensor is in its network, which decides the laws that can be meant.
public sealed interface TensorRole {
    /// Weights, as a matrix.
    ///
    /// @param rows of the matrix as it is stored
    /// @param columns of the matrix as it is stored
    /// @param fanIn how many values each unit sees; of a convolution, channels times the area of
    ///   its kernel
    /// @param fanOut how many units see each value; of a convolution, channels times area
    record Weights(int rows, int columns, int fanIn, int fanOut) implements TensorRole {
        public Weights {
            if (rows < 1 || columns < 1 || fanIn < 1 || fanOut < 1) {
                throw new IllegalArgumentException(
                        "weights %d x %d, fans %d and %d".formatted(rows, columns, fanIn, fanOut));
            }
        }

        /// A dense layer's weights with a row for each input.
        public static Weights inByOut(int fanIn, int fanOut) {
            return new Weights(fanIn, fanOut, fanIn, fanOut);
        }

        /// A dense layer's weights with a row for each unit.
        public static Weights outByIn(int fanIn, int fanOut) {
            return new Weights(fanOut, fanIn, fanIn, fanOut);
        }
    }

    /// A bias for each unit.
    ///
    /// @param fanIn of the weights that it is added to
    record Bias(int fanIn) implements TensorRole {
        public Bias {
            if (fanIn < 1) {
                throw new IllegalArgumentException("fan-in " + fanIn);
            }
        }
    }

    /// Nothing is known: laws whose scale follows from a shape are not tried.
    record Other() implements TensorRole {}
}
