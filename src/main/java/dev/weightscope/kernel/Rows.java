package dev.weightscope.kernel;

import dev.weightscope.kernel.TileGrid.Tile;

/// Sums and multiples of matrices, a tile at a time. The JIT compiler turns these loops into
/// vectors by itself.
final class Rows {
    private Rows() {}

    /// out += a.
    ///
    /// @param out modified in the tile
    static void add(Matrix a, Matrix out, Tile tile) {
        for (int i = tile.firstRow(); i < tile.endRow(); i++) {
            int row = i * out.columns();
            add(a.values(), out.values(), row + tile.firstColumn(), row + tile.endColumn());
        }
    }

    static void add(float[] a, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] += a[i];
        }
    }

    /// out = factor · a.
    ///
    /// @param out overwritten in the tile; may be `a`
    static void scale(float factor, Matrix a, Matrix out, Tile tile) {
        if (factor == 1 && a.equals(out)) {
            return;
        }
        for (int i = tile.firstRow(); i < tile.endRow(); i++) {
            int row = i * out.columns();
            scale(
                    factor,
                    a.values(),
                    out.values(),
                    row + tile.firstColumn(),
                    row + tile.endColumn());
        }
    }

    static void scale(float factor, float[] a, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = factor * a[i];
        }
    }

    /// out = a + factor · out, with fused multiply-add.
    ///
    /// @param out modified in the tile
    static void addTo(Matrix a, float factor, Matrix out, Tile tile) {
        for (int i = tile.firstRow(); i < tile.endRow(); i++) {
            int row = i * out.columns();
            addTo(
                    a.values(),
                    factor,
                    out.values(),
                    row + tile.firstColumn(),
                    row + tile.endColumn());
        }
    }

    private static void addTo(float[] a, float factor, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.fma(factor, out[i], a[i]);
        }
    }
}
