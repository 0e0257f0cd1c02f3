package dev.weightscope.kernel;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// A tile of a product in registers: eight rows by two vectors of sums, over a panel of b two
/// vectors wide that is copied so that it lies in one piece.
///
/// A lane is a column, so each element's sum is taken as [Product] takes it.
final class VectorProduct {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();
    private static final int WIDTH = 2 * LANES;
    private static final int ROWS = 8;

    /// Rows of b in a panel: with eight rows of a it stays in the first-level cache.
    private static final int DEPTH = 256;

    private final Product product;
    private final float[] panel;
    private final float[] edge;

    private VectorProduct(Product product, Scratch scratch) {
        this.product = product;
        this.panel = scratch.panel(DEPTH * WIDTH);
        this.edge = scratch.edge(ROWS * WIDTH);
    }

    static void compute(Product product, int tile, Scratch scratch, Cancellation cancellation) {
        int firstRow = tile / product.panels() * Product.TILE_ROWS;
        int endRow = Math.min(product.rows() - firstRow, Product.TILE_ROWS) + firstRow;
        int first = tile % product.panels() * Product.TILE_COLUMNS;
        int end = Math.min(product.columns() - first, Product.TILE_COLUMNS) + first;
        VectorProduct work = new VectorProduct(product, scratch);
        for (int j = first; j < end; j += WIDTH) {
            work.columns(firstRow, endRow, j, Math.min(WIDTH, end - j), cancellation);
        }
    }

    /// One panel's columns of the tile.
    private void columns(int firstRow, int endRow, int j, int width, Cancellation cancellation) {
        int columns = product.columns();
        float[] out = product.out();
        for (int i = firstRow; i < endRow; i++) {
            Arrays.fill(out, i * columns + j, i * columns + j + width, 0);
        }
        for (int k = 0; k < product.inner(); k += DEPTH) {
            cancellation.throwIfCancelled();
            int depth = Math.min(product.inner() - k, DEPTH);
            boolean copied = width < WIDTH || endRow - firstRow > ROWS;
            if (copied) {
                copy(k, depth, j, width);
            }
            float[] b = copied ? panel : product.b();
            int bOffset = copied ? 0 : k * columns + j;
            int bStride = copied ? WIDTH : columns;
            for (int i = firstRow; i < endRow; i += ROWS) {
                int last = Math.min(ROWS, endRow - i) - 1;
                if (width == WIDTH) {
                    rows(b, bOffset, bStride, out, i * columns + j, columns, i, last, k, depth);
                } else {
                    for (int row = 0; row <= last; row++) {
                        System.arraycopy(out, (i + row) * columns + j, edge, row * WIDTH, width);
                    }
                    rows(b, bOffset, bStride, edge, 0, WIDTH, i, last, k, depth);
                    for (int row = 0; row <= last; row++) {
                        System.arraycopy(edge, row * WIDTH, out, (i + row) * columns + j, width);
                    }
                }
            }
        }
        float[] bias = product.bias();
        if (bias != null) {
            for (int i = firstRow; i < endRow; i++) {
                for (int column = j; column < j + width; column++) {
                    out[i * columns + column] += bias[column];
                }
            }
        }
    }

    private void copy(int k, int depth, int j, int width) {
        for (int d = 0; d < depth; d++) {
            int from = (k + d) * product.columns() + j;
            System.arraycopy(product.b(), from, panel, d * WIDTH, width);
        }
    }

    /// Sums of up to eight rows. Of rows past the last one the last one takes the place, computed
    /// several times.
    private void rows(
            float[] b,
            int bOffset,
            int bStride,
            float[] c,
            int cOffset,
            int cStride,
            int i,
            int last,
            int k,
            int depth) {
        float[] a = product.a();
        int inner = product.inner();
        int a0 = i * inner + k;
        if (last == 0) {
            row(a, a0, b, bOffset, bStride, c, cOffset, depth);
            return;
        }
        int a1 = a0 + Math.min(1, last) * inner;
        int a2 = a0 + Math.min(2, last) * inner;
        int a3 = a0 + Math.min(3, last) * inner;
        int a4 = a0 + Math.min(4, last) * inner;
        int a5 = a0 + Math.min(5, last) * inner;
        int a6 = a0 + Math.min(6, last) * inner;
        int a7 = a0 + Math.min(7, last) * inner;
        int c1 = cOffset + Math.min(1, last) * cStride;
        int c2 = cOffset + Math.min(2, last) * cStride;
        int c3 = cOffset + Math.min(3, last) * cStride;
        int c4 = cOffset + Math.min(4, last) * cStride;
        int c5 = cOffset + Math.min(5, last) * cStride;
        int c6 = cOffset + Math.min(6, last) * cStride;
        int c7 = cOffset + Math.min(7, last) * cStride;
        FloatVector l0 = FloatVector.fromArray(FLOATS, c, cOffset);
        FloatVector l1 = FloatVector.fromArray(FLOATS, c, c1);
        FloatVector l2 = FloatVector.fromArray(FLOATS, c, c2);
        FloatVector l3 = FloatVector.fromArray(FLOATS, c, c3);
        FloatVector l4 = FloatVector.fromArray(FLOATS, c, c4);
        FloatVector l5 = FloatVector.fromArray(FLOATS, c, c5);
        FloatVector l6 = FloatVector.fromArray(FLOATS, c, c6);
        FloatVector l7 = FloatVector.fromArray(FLOATS, c, c7);
        FloatVector r0 = FloatVector.fromArray(FLOATS, c, cOffset + LANES);
        FloatVector r1 = FloatVector.fromArray(FLOATS, c, c1 + LANES);
        FloatVector r2 = FloatVector.fromArray(FLOATS, c, c2 + LANES);
        FloatVector r3 = FloatVector.fromArray(FLOATS, c, c3 + LANES);
        FloatVector r4 = FloatVector.fromArray(FLOATS, c, c4 + LANES);
        FloatVector r5 = FloatVector.fromArray(FLOATS, c, c5 + LANES);
        FloatVector r6 = FloatVector.fromArray(FLOATS, c, c6 + LANES);
        FloatVector r7 = FloatVector.fromArray(FLOATS, c, c7 + LANES);
        for (int d = 0; d < depth; d++) {
            FloatVector left = FloatVector.fromArray(FLOATS, b, bOffset + d * bStride);
            FloatVector right = FloatVector.fromArray(FLOATS, b, bOffset + d * bStride + LANES);
            FloatVector x0 = FloatVector.broadcast(FLOATS, a[a0 + d]);
            l0 = x0.fma(left, l0);
            r0 = x0.fma(right, r0);
            FloatVector x1 = FloatVector.broadcast(FLOATS, a[a1 + d]);
            l1 = x1.fma(left, l1);
            r1 = x1.fma(right, r1);
            FloatVector x2 = FloatVector.broadcast(FLOATS, a[a2 + d]);
            l2 = x2.fma(left, l2);
            r2 = x2.fma(right, r2);
            FloatVector x3 = FloatVector.broadcast(FLOATS, a[a3 + d]);
            l3 = x3.fma(left, l3);
            r3 = x3.fma(right, r3);
            FloatVector x4 = FloatVector.broadcast(FLOATS, a[a4 + d]);
            l4 = x4.fma(left, l4);
            r4 = x4.fma(right, r4);
            FloatVector x5 = FloatVector.broadcast(FLOATS, a[a5 + d]);
            l5 = x5.fma(left, l5);
            r5 = x5.fma(right, r5);
            FloatVector x6 = FloatVector.broadcast(FLOATS, a[a6 + d]);
            l6 = x6.fma(left, l6);
            r6 = x6.fma(right, r6);
            FloatVector x7 = FloatVector.broadcast(FLOATS, a[a7 + d]);
            l7 = x7.fma(left, l7);
            r7 = x7.fma(right, r7);
        }
        store(l0, r0, c, cOffset);
        store(l1, r1, c, c1);
        store(l2, r2, c, c2);
        store(l3, r3, c, c3);
        store(l4, r4, c, c4);
        store(l5, r5, c, c5);
        store(l6, r6, c, c6);
        store(l7, r7, c, c7);
    }

    /// Sums of a single row.
    private static void row(
            float[] a,
            int aOffset,
            float[] b,
            int bOffset,
            int bStride,
            float[] c,
            int cOffset,
            int depth) {
        FloatVector left = FloatVector.fromArray(FLOATS, c, cOffset);
        FloatVector right = FloatVector.fromArray(FLOATS, c, cOffset + LANES);
        for (int d = 0; d < depth; d++) {
            int from = bOffset + d * bStride;
            FloatVector x = FloatVector.broadcast(FLOATS, a[aOffset + d]);
            left = x.fma(FloatVector.fromArray(FLOATS, b, from), left);
            right = x.fma(FloatVector.fromArray(FLOATS, b, from + LANES), right);
        }
        store(left, right, c, cOffset);
    }

    private static void store(FloatVector left, FloatVector right, float[] c, int offset) {
        left.intoArray(c, offset);
        right.intoArray(c, offset + LANES);
    }
}
