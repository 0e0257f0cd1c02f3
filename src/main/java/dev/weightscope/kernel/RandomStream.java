package dev.weightscope.kernel;

import java.util.random.RandomGenerator;

/// One of the independent sequences of random 32-bit words that a seed determines.
///
/// Philox with the seed as its key; layer and purpose are half of the counter, so that no two
/// streams of a seed share a block.
///
/// @param layer counted from 1; 0 for the input and the cotangent
public record RandomStream(long seed, int layer, Purpose purpose) {
    /// What a stream's draws are for.
    public enum Purpose {
        WEIGHTS(0),
        BIAS(1),
        INPUT(2),
        /// Which weights of a sparse matrix are 0.
        SPARSITY(3),
        /// The gradient by the last layer's output that a way back starts from.
        COTANGENT(4),
        /// In which order samples are trained on; the layer is the epoch.
        ORDER(5),
        /// Which samples are left for testing.
        SPLIT(6);

        private final int counterWord;

        Purpose(int counterWord) {
            this.counterWord = counterWord;
        }

        /// The last word of the counter of this purpose's blocks.
        int counterWord() {
            return counterWord;
        }
    }

    /// The stream as a sequential generator of its blocks, for code that asks for one; not for use
    /// by several threads at once.
    public RandomGenerator generator() {
        return new StreamGenerator(this);
    }
}
