package dev.weightscope.kernel;

import dev.weightscope.kernel.TileGrid.Tile;

/// Rows of a product's first operand, copied for the innermost loop.
///
/// There they lie a constant apart, so that one register addresses all of them. What is past the
/// last row of a tile is of any value.
final class VectorRows {
    /// Rows of the innermost loop. Vectors of 16 floats come with 32 registers, shorter ones may
    /// come with 16.
    static final int HEIGHT = VectorFunctions.LANES < 16 ? 6 : 12;

    /// From row to row: a cache line more than a row is long, so that rows lie in different sets of
    /// the cache.
    static final int STRIDE = VectorProduct.DEPTH + 16;

    /// Rows that are copied at a time: a multiple of [#HEIGHT], and of 4, 8 and 16 lanes, since
    /// columns become rows in squares of as many.
    private static final int GROUP = 48;

    final float[] copies;
    private final Product product;
    private final Tile tile;
    private final float[] square;

    VectorRows(Product product, Tile tile, Scratch scratch) {
        this.product = product;
        this.tile = tile;
        this.copies = scratch.floats(Scratch.Use.COPIES, GROUP * STRIDE);
        this.square = scratch.floats(Scratch.Use.TRANSPOSITION, VectorTranspose.WORK);
    }

    /// Turns to the elements k..k+depth−1 of [#HEIGHT] rows. The calls go down the tile by so many.
    ///
    /// @param row of the product's first operand, from the tile's first on
    /// @param depth at most [VectorProduct#DEPTH]
    /// @return where the first one begins in [#copies]
    int load(int row, int k, int depth) {
        int past = (row - tile.firstRow()) % GROUP;
        if (past == 0) {
            copy(row, Math.min(GROUP, tile.endRow() - row), k, depth);
        }
        return past * STRIDE;
    }

    private void copy(int row, int count, int k, int depth) {
        Matrix a = product.a();
        switch (product.aOrientation()) {
            case AS_STORED -> {
                for (int i = 0; i < count; i++) {
                    int from = (row + i) * a.columns() + k;
                    System.arraycopy(a.values(), from, copies, i * STRIDE, depth);
                }
            }
            case TRANSPOSED ->
                    VectorTranspose.run(a, k, depth, row, count, 1, copies, 0, STRIDE, square);
        }
    }
}
