package dev.weightscope.kernel;

/// Which way round a matrix takes part in a product.
public enum Orientation {
    AS_STORED,
    /// Rows for columns. Nothing is moved but what a tile copies anyway.
    TRANSPOSED
}
