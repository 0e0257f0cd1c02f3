package dev.weightscope.kernel;

/// A matrix in an array, row by row, whose rows begin a stride apart: element (i, j) is `values[at
/// + i·stride + j]`. What lies between the rows belongs to nobody, and may be of any value.
///
/// @param values not copied
/// @param at where the first row begins
/// @param stride at least the columns that are asked for
public record Strided(float[] values, int at, int stride) {
    /// The same rows from a later one on.
    public Strided fromRow(int row) {
        return new Strided(values, at + row * stride, stride);
    }

    /// The same rows from a later column on.
    public Strided fromColumn(int column) {
        return new Strided(values, at + column, stride);
    }
}
