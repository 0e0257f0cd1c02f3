package dev.weightscope.kernel;

import dev.weightscope.kernel.TileGrid.Tile;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// A tile of a product in vectors. The sums of some rows by two vectors are kept in registers; the
/// panel of b that they read, two vectors wide, is copied and scaled, so that it is contiguous.
///
/// A lane is a column, so each sum has the terms of [ScalarProduct] in the same order.
final class VectorProduct {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();
    private static final int WIDTH = 2 * LANES;

    /// A multiple of 6, 12 and [MomentsBlock#ROWS]. Enough rows that the copy of a panel, which all
    /// of them share, is a small part of the work, and few enough that a batch has tiles for
    /// several threads.
    private static final int TILE_ROWS = 384;

    /// Where the rows are copied too: more of them, since the copy of the panel takes a larger
    /// part.
    private static final int TILE_ROWS_COPIED = 576;

    /// Of a transposed a: fewer, since its columns are as few as the layer has inputs.
    private static final int TILE_COLUMNS_OF_A = 192;

    /// Few, so that a layer has tiles enough for many threads.
    static final int TILE_COLUMNS = 128;

    /// Rows of b in a panel: with the rows of a it stays in the first-level cache.
    static final int DEPTH = 256;

    private final Product product;
    private final Tile tile;
    private final float[] panel;
    private final float[] edge;
    private final float[] square;

    private final VectorRows rows;

    private VectorProduct(Product product, Tile tile, Scratch scratch) {
        this.product = product;
        this.tile = tile;
        this.panel = scratch.panel(DEPTH * WIDTH);
        this.square = scratch.line(VectorTranspose.WORK);
        this.edge = scratch.edge(VectorRows.COUNT * WIDTH);
        this.rows = VectorRows.of(product, tile, scratch);
    }

    static TileGrid tiles(Product product) {
        if (product.aOrientation() == Orientation.TRANSPOSED) {
            return product.tiles(TILE_COLUMNS_OF_A, TILE_COLUMNS);
        }
        int rows = VectorRows.areReadInPlace(product) ? TILE_ROWS : TILE_ROWS_COPIED;
        return product.tiles(rows, TILE_COLUMNS);
    }

    static void compute(Product product, Tile tile, Scratch scratch, Cancellation cancellation) {
        product.clear(tile);
        if (tile.rows() == 1
                && product.aOrientation() == Orientation.AS_STORED
                && product.bOrientation() == Orientation.AS_STORED) {
            SingleRowProduct.add(product, tile, cancellation);
        } else {
            VectorProduct work = new VectorProduct(product, tile, scratch);
            for (int k = 0; k < product.inner(); k += DEPTH) {
                work.addDepth(k, Math.min(product.inner() - k, DEPTH), cancellation);
            }
        }
        product.addBias(tile);
    }

    /// Adds the products with rows k..k+depth−1 of b, panel by panel.
    private void addDepth(int k, int depth, Cancellation cancellation) {
        rows.load(k, depth);
        for (int j = tile.firstColumn(); j < tile.endColumn(); j += WIDTH) {
            cancellation.throwIfCancelled();
            int width = Math.min(WIDTH, tile.endColumn() - j);
            switch (product.bOrientation()) {
                case AS_STORED -> copy(k, depth, j, width);
                case TRANSPOSED ->
                        VectorTranspose.run(
                                product.b().matrix(),
                                j,
                                width,
                                k,
                                depth,
                                product.b().factor(),
                                panel,
                                WIDTH,
                                square);
            }
            for (int i = tile.firstRow(); i < tile.endRow(); i += VectorRows.COUNT) {
                int last = Math.min(VectorRows.COUNT, tile.endRow() - i) - 1;
                if (width == WIDTH) {
                    int at = i * product.out().columns() + j;
                    rows.multiply(
                            i - tile.firstRow(),
                            last,
                            depth,
                            panel,
                            product.out().values(),
                            at,
                            product.out().columns());
                } else {
                    addEdge(i, last, depth, j, width);
                }
            }
        }
    }

    private void addEdge(int i, int last, int depth, int j, int width) {
        float[] out = product.out().values();
        int columns = product.out().columns();
        for (int row = 0; row <= last; row++) {
            System.arraycopy(out, (i + row) * columns + j, edge, row * WIDTH, width);
        }
        rows.multiply(i - tile.firstRow(), last, depth, panel, edge, 0, WIDTH);
        for (int row = 0; row <= last; row++) {
            System.arraycopy(edge, row * WIDTH, out, (i + row) * columns + j, width);
        }
    }

    private void copy(int k, int depth, int j, int width) {
        Matrix b = product.b().matrix();
        int from = k * b.columns() + j;
        if (width == WIDTH) {
            copyWhole(b.values(), from, b.columns(), depth, product.b().factor());
        } else {
            for (int d = 0; d < depth; d++) {
                for (int column = 0; column < width; column++) {
                    panel[d * WIDTH + column] =
                            product.b().factor() * b.values()[from + d * b.columns() + column];
                }
            }
        }
    }

    private void copyWhole(float[] b, int from, int stride, int depth, float factor) {
        FloatVector factors = FloatVector.broadcast(FLOATS, factor);
        float[] to = panel;
        for (int d = 0; d < depth; d++) {
            int row = from + d * stride;
            FloatVector left = FloatVector.fromArray(FLOATS, b, row);
            FloatVector right = FloatVector.fromArray(FLOATS, b, row + LANES);
            left.mul(factors).intoArray(to, d * WIDTH);
            right.mul(factors).intoArray(to, d * WIDTH + LANES);
        }
    }
}
