package dev.weightscope.kernel;

/// A matrix of which each element is multiplied by a factor where it is used, and rounded to float:
/// weights are a draw of unit scale times a std or a limit, and need no array of their own.
///
/// @param matrix of unit scale; not copied
/// @param factor any number; infinities and NaN give what multiplication gives
public record ScaledMatrix(Matrix matrix, float factor) {
    /// A matrix as it is.
    public static ScaledMatrix of(Matrix matrix) {
        return new ScaledMatrix(matrix, 1);
    }
}
