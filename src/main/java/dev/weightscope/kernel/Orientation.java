package dev.weightscope.kernel;

/// Whether a matrix is multiplied as it is stored or transposed.
public enum Orientation {
    AS_STORED,
    /// Rows for columns; no transposed copy of the whole matrix is made.
    TRANSPOSED
}
