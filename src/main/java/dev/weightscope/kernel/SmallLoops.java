package dev.weightscope.kernel;

import dev.weightscope.model.Activation;

/// Loops for matrices that are so small that a [Kernel]'s own calls would take longer than their
/// work: on the calling thread, with no copies and no cut, and with no checks but those of the
/// language.
///
/// Both forms give the same bits, and those of a product and of an activation are the bits of
/// [Kernel#product] and [DenseLayer]. For use by several threads at once, on arrays that do not
/// overlap.
public sealed interface SmallLoops permits ScalarSmallLoops, VectorSmallLoops {
    /// What a product's columns are a multiple of: as many lanes as any vector has, or a multiple
    /// of them.
    int WIDTH = 16;

    /// The next multiple of [#WIDTH].
    static int padded(int columns) {
        return Math.ceilDiv(columns, WIDTH) * WIDTH;
    }

    /// out = a · b: each sum over ascending k from 0 with fused multiply-add.
    ///
    /// @param a rows × inner; not modified
    /// @param b inner × columns; not modified
    /// @param out rows × columns; overwritten; neither of the others
    /// @param columns a multiple of [#WIDTH]
    void product(Strided a, Strided b, Strided out, int rows, int inner, int columns);

    /// out = a · bᵀ, for so few rows that to transpose b would take longer: each sum in sixteen
    /// parts, of which part p has the terms of k = p, p + 16, p + 32, …, from 0 with fused
    /// multiply-add; then the parts are added in ascending order to 0.
    ///
    /// @param a rows × inner; not modified
    /// @param b columns × inner; not modified
    /// @param out rows × columns; overwritten; neither of the others
    /// @param columns any number
    void productTransposed(Strided a, Strided b, Strided out, int rows, int inner, int columns);

    /// out = inᵀ.
    ///
    /// @param in rows × columns; not modified
    /// @param out columns × rows; overwritten; not `in`
    void transpose(Strided in, int rows, int columns, Strided out);

    /// `out[i] = φ(in[i])` for i in from..to−1.
    ///
    /// @param out may be `in`
    void activate(Activation activation, float[] in, float[] out, int from, int to);

    /// `out[i] = φ(values[i])` and then `values[i] = φ′(values[i])` for i in from..to−1: what a
    /// forward pass leaves for the way back. The slope is within 4 ulp of the true one where that
    /// of [Kernel#slope] is.
    ///
    /// @param values the pre-activations before, their slopes after
    /// @param out overwritten; not `values`
    void activateWithSlope(Activation activation, float[] values, float[] out, int from, int to);

    /// `values[i] = e^(values[i])` for i in from..to−1, within 2 ulp.
    ///
    /// @param values modified
    void exponential(float[] values, int from, int to);

    /// The sum of the values of a matrix and that of their squares, in double: in sixteen parts, of
    /// which part p has the elements of columns p, p + 16, p + 32, …, row after row; then the parts
    /// are added in ascending order to 0.
    ///
    /// @param x rows × columns; not modified
    Sums sums(Strided x, int rows, int columns);

    /// The smallest and the largest finite value of a matrix.
    ///
    /// @param x rows × columns; not modified
    Extremes extremes(Strided x, int rows, int columns);

    /// @param sum of the values
    /// @param squares the sum of their squares
    record Sums(double sum, double squares) {
        /// Of no values.
        public static final Sums NONE = new Sums(0, 0);

        /// Of both.
        public Sums and(Sums other) {
            return new Sums(sum + other.sum, squares + other.squares);
        }

        /// The std of so many values about their mean, population form; NaN of none.
        public double std(long count) {
            double mean = sum / count;
            double variance = squares / count - mean * mean;
            return variance < 0 ? 0 : Math.sqrt(variance); // below 0 by rounding alone
        }

        /// √(mean of squares); NaN of none.
        public double rms(long count) {
            return Math.sqrt(squares / count);
        }
    }
}
