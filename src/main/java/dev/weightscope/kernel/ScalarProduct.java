package dev.weightscope.kernel;

import static java.lang.Math.fma;

import dev.weightscope.kernel.TileGrid.Tile;

/// A tile of a product in plain loops.
///
/// A tile takes [#DEPTH] rows of b at a time, copied into arrays of their own, and adds four of
/// them to four rows of the result in one pass. Only arrays that are read and written at one and
/// the same index are turned into vectors by the JIT compiler (it cannot rule out that they overlap
/// otherwise), hence the copies.
final class ScalarProduct {
    static final int TILE_ROWS = 128;

    /// Long rows, since the JIT compiler's loops do their last elements one by one.
    static final int TILE_COLUMNS = 512;

    private static final int DEPTH = 128;

    private final Product product;

    /// Rows of the first operand; copied where they are columns of what is stored.
    private final float[] a;

    private final int aStride;

    /// Of the tile's first row.
    private int aOffset;

    private final float[] out;
    private final Tile tile;
    private final float[][] panel;
    private final float[][] sums;

    private ScalarProduct(Product product, Tile tile, Scratch scratch) {
        this.product = product;
        this.out = product.out().values();
        this.tile = tile;
        boolean copied = product.aOrientation() == Orientation.TRANSPOSED;
        this.a =
                copied
                        ? scratch.floats(Scratch.Use.COPIES, tile.rows() * DEPTH)
                        : product.a().values();
        this.aStride = copied ? DEPTH : product.inner();
        this.panel = scratch.rows(DEPTH + 4, TILE_COLUMNS);
        this.sums =
                new float[][] {panel[DEPTH], panel[DEPTH + 1], panel[DEPTH + 2], panel[DEPTH + 3]};
    }

    static void compute(Product product, Tile tile, Scratch scratch, Cancellation cancellation) {
        product.clear(tile);
        ScalarProduct work = new ScalarProduct(product, tile, scratch);
        for (int k = 0; k < product.inner(); k += DEPTH) {
            int depth = Math.min(product.inner() - k, DEPTH);
            work.turnTo(k, depth);
            work.copy(k, depth);
            for (int i = tile.firstRow(); i < tile.endRow(); i += 4) {
                cancellation.throwIfCancelled();
                work.addPanel(i, depth);
            }
        }
        product.addBias(tile);
    }

    /// Turns to the elements k..k+depth−1 of the rows of a.
    private void turnTo(int k, int depth) {
        switch (product.aOrientation()) {
            case AS_STORED -> aOffset = tile.firstRow() * aStride + k;
            case TRANSPOSED -> {
                Matrix stored = product.a();
                for (int d = 0; d < depth; d++) {
                    int from = (k + d) * stored.columns() + tile.firstRow();
                    for (int i = 0; i < tile.rows(); i++) {
                        a[i * aStride + d] = stored.values()[from + i];
                    }
                }
            }
        }
    }

    /// Copies rows k..k+depth−1 of b, scaled.
    private void copy(int k, int depth) {
        Matrix b = product.b().matrix();
        float factor = product.b().factor();
        int width = tile.columns();
        for (int d = 0; d < depth; d++) {
            float[] row = panel[d];
            switch (product.bOrientation()) {
                case AS_STORED ->
                        System.arraycopy(
                                b.values(),
                                (k + d) * b.columns() + tile.firstColumn(),
                                row,
                                0,
                                width);
                case TRANSPOSED -> {
                    for (int j = 0; j < width; j++) {
                        row[j] = b.values()[(tile.firstColumn() + j) * b.columns() + k + d];
                    }
                }
            }
            for (int j = 0; j < width; j++) {
                row[j] *= factor;
            }
        }
    }

    /// Adds a panel's products to the rows i..i+3. Rows past the last are replaced by the last,
    /// which is computed several times then.
    private void addPanel(int i, int depth) {
        int columns = product.out().columns();
        int first = tile.firstColumn();
        int width = tile.columns();
        int lastRow = tile.endRow() - 1;
        int row1 = Math.min(i + 1, lastRow);
        int row2 = Math.min(i + 2, lastRow);
        int row3 = Math.min(i + 3, lastRow);
        System.arraycopy(out, i * columns + first, sums[0], 0, width);
        System.arraycopy(out, row1 * columns + first, sums[1], 0, width);
        System.arraycopy(out, row2 * columns + first, sums[2], 0, width);
        System.arraycopy(out, row3 * columns + first, sums[3], 0, width);
        int a0 = aOffset + (i - tile.firstRow()) * aStride;
        int a1 = aOffset + (row1 - tile.firstRow()) * aStride;
        int a2 = aOffset + (row2 - tile.firstRow()) * aStride;
        int a3 = aOffset + (row3 - tile.firstRow()) * aStride;
        int d = 0;
        for (; d + 3 < depth; d += 4) {
            addFour(a0 + d, a1 + d, a2 + d, a3 + d, d, width);
        }
        for (; d < depth; d++) {
            addOne(a[a0 + d], panel[d], sums[0], width);
            addOne(a[a1 + d], panel[d], sums[1], width);
            addOne(a[a2 + d], panel[d], sums[2], width);
            addOne(a[a3 + d], panel[d], sums[3], width);
        }
        System.arraycopy(sums[0], 0, out, i * columns + first, width);
        System.arraycopy(sums[1], 0, out, row1 * columns + first, width);
        System.arraycopy(sums[2], 0, out, row2 * columns + first, width);
        System.arraycopy(sums[3], 0, out, row3 * columns + first, width);
    }

    /// Four rows of the panel onto four rows of sums.
    private void addFour(int row0, int row1, int row2, int row3, int depth, int width) {
        float a00 = a[row0];
        float a01 = a[row0 + 1];
        float a02 = a[row0 + 2];
        float a03 = a[row0 + 3];
        float a10 = a[row1];
        float a11 = a[row1 + 1];
        float a12 = a[row1 + 2];
        float a13 = a[row1 + 3];
        float a20 = a[row2];
        float a21 = a[row2 + 1];
        float a22 = a[row2 + 2];
        float a23 = a[row2 + 3];
        float a30 = a[row3];
        float a31 = a[row3 + 1];
        float a32 = a[row3 + 2];
        float a33 = a[row3 + 3];
        float[] b0 = panel[depth];
        float[] b1 = panel[depth + 1];
        float[] b2 = panel[depth + 2];
        float[] b3 = panel[depth + 3];
        float[] c0 = sums[0];
        float[] c1 = sums[1];
        float[] c2 = sums[2];
        float[] c3 = sums[3];
        for (int j = 0; j < width; j++) {
            float x0 = b0[j];
            float x1 = b1[j];
            float x2 = b2[j];
            float x3 = b3[j];
            c0[j] = fma(a03, x3, fma(a02, x2, fma(a01, x1, fma(a00, x0, c0[j]))));
            c1[j] = fma(a13, x3, fma(a12, x2, fma(a11, x1, fma(a10, x0, c1[j]))));
            c2[j] = fma(a23, x3, fma(a22, x2, fma(a21, x1, fma(a20, x0, c2[j]))));
            c3[j] = fma(a33, x3, fma(a32, x2, fma(a31, x1, fma(a30, x0, c3[j]))));
        }
    }

    private static void addOne(float factor, float[] panel, float[] sums, int width) {
        for (int j = 0; j < width; j++) {
            sums[j] = fma(factor, panel[j], sums[j]);
        }
    }
}
