package dev.weightscope.kernel;

import static dev.weightscope.kernel.VectorFunctions.FLOATS;
import static dev.weightscope.kernel.VectorFunctions.LANES;

import dev.weightscope.kernel.TileGrid.Tile;
import jdk.incubator.vector.FloatVector;

/// A product of a single row in vectors. Its time is that of reading b, and long streams read
/// fastest: there are as few tiles as threads, and sixteen rows of b at a time are read in the
/// order of memory and added to sums in the first-level cache.
final class SingleRowProduct {
    private static final int DEPTH = 16;

    /// The least columns of a tile.
    private static final int COLUMNS = 128;

    private SingleRowProduct() {}

    static boolean computes(Product product) {
        return product.out().rows() == 1
                && product.aOrientation() == Orientation.AS_STORED
                && product.bOrientation() == Orientation.AS_STORED;
    }

    static TileGrid tiles(Product product, int threads) {
        int share = Math.ceilDiv(product.out().columns(), threads);
        return product.tiles(1, Math.max(COLUMNS, Math.ceilDiv(share, LANES) * LANES));
    }

    /// out += a · b.
    static void add(Product product, Tile tile, Cancellation cancellation) {
        int k = 0;
        for (; k + DEPTH <= product.inner(); k += DEPTH) {
            if (k % 1024 == 0) {
                cancellation.throwIfCancelled();
            }
            addSixteen(product, tile, k);
        }
        for (; k < product.inner(); k++) {
            addOne(product, tile, k, tile.firstColumn());
        }
    }

    private static void addSixteen(Product product, Tile tile, int k) {
        float[] a = product.a().values();
        float[] b = product.b().matrix().values();
        float[] out = product.out().values();
        int columns = product.b().matrix().columns();
        int row = tile.firstRow();
        int a0 = row * product.inner() + k;
        FloatVector factor = FloatVector.broadcast(FLOATS, product.b().factor());
        FloatVector x0 = FloatVector.broadcast(FLOATS, a[a0]);
        FloatVector x1 = FloatVector.broadcast(FLOATS, a[a0 + 1]);
        FloatVector x2 = FloatVector.broadcast(FLOATS, a[a0 + 2]);
        FloatVector x3 = FloatVector.broadcast(FLOATS, a[a0 + 3]);
        FloatVector x4 = FloatVector.broadcast(FLOATS, a[a0 + 4]);
        FloatVector x5 = FloatVector.broadcast(FLOATS, a[a0 + 5]);
        FloatVector x6 = FloatVector.broadcast(FLOATS, a[a0 + 6]);
        FloatVector x7 = FloatVector.broadcast(FLOATS, a[a0 + 7]);
        FloatVector x8 = FloatVector.broadcast(FLOATS, a[a0 + 8]);
        FloatVector x9 = FloatVector.broadcast(FLOATS, a[a0 + 9]);
        FloatVector x10 = FloatVector.broadcast(FLOATS, a[a0 + 10]);
        FloatVector x11 = FloatVector.broadcast(FLOATS, a[a0 + 11]);
        FloatVector x12 = FloatVector.broadcast(FLOATS, a[a0 + 12]);
        FloatVector x13 = FloatVector.broadcast(FLOATS, a[a0 + 13]);
        FloatVector x14 = FloatVector.broadcast(FLOATS, a[a0 + 14]);
        FloatVector x15 = FloatVector.broadcast(FLOATS, a[a0 + 15]);
        int end = tile.endColumn() - tile.columns() % LANES;
        for (int j = tile.firstColumn(); j < end; j += LANES) {
            int from = k * columns + j;
            int to = row * columns + j;
            FloatVector sum = FloatVector.fromArray(FLOATS, out, to);
            sum = x0.fma(FloatVector.fromArray(FLOATS, b, from).mul(factor), sum);
            sum = x1.fma(FloatVector.fromArray(FLOATS, b, from + columns).mul(factor), sum);
            sum = x2.fma(FloatVector.fromArray(FLOATS, b, from + 2 * columns).mul(factor), sum);
            sum = x3.fma(FloatVector.fromArray(FLOATS, b, from + 3 * columns).mul(factor), sum);
            sum = x4.fma(FloatVector.fromArray(FLOATS, b, from + 4 * columns).mul(factor), sum);
            sum = x5.fma(FloatVector.fromArray(FLOATS, b, from + 5 * columns).mul(factor), sum);
            sum = x6.fma(FloatVector.fromArray(FLOATS, b, from + 6 * columns).mul(factor), sum);
            sum = x7.fma(FloatVector.fromArray(FLOATS, b, from + 7 * columns).mul(factor), sum);
            sum = x8.fma(FloatVector.fromArray(FLOATS, b, from + 8 * columns).mul(factor), sum);
            sum = x9.fma(FloatVector.fromArray(FLOATS, b, from + 9 * columns).mul(factor), sum);
            sum = x10.fma(FloatVector.fromArray(FLOATS, b, from + 10 * columns).mul(factor), sum);
            sum = x11.fma(FloatVector.fromArray(FLOATS, b, from + 11 * columns).mul(factor), sum);
            sum = x12.fma(FloatVector.fromArray(FLOATS, b, from + 12 * columns).mul(factor), sum);
            sum = x13.fma(FloatVector.fromArray(FLOATS, b, from + 13 * columns).mul(factor), sum);
            sum = x14.fma(FloatVector.fromArray(FLOATS, b, from + 14 * columns).mul(factor), sum);
            sum = x15.fma(FloatVector.fromArray(FLOATS, b, from + 15 * columns).mul(factor), sum);
            sum.intoArray(out, to);
        }
        for (int d = 0; d < DEPTH; d++) {
            addOne(product, tile, k + d, end);
        }
    }

    private static void addOne(Product product, Tile tile, int k, int firstColumn) {
        float[] b = product.b().matrix().values();
        float[] out = product.out().values();
        int columns = product.b().matrix().columns();
        float x = product.a().values()[tile.firstRow() * product.inner() + k];
        for (int j = firstColumn; j < tile.endColumn(); j++) {
            int to = tile.firstRow() * columns + j;
            out[to] = Math.fma(x, product.b().factor() * b[k * columns + j], out[to]);
        }
    }
}
