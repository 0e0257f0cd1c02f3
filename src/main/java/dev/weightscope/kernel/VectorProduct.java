package dev.weightscope.kernel;

import dev.weightscope.kernel.TileGrid.Tile;
import java.lang.invoke.MethodHandle;
import java.util.function.Consumer;

/// A tile of a product in vectors, cut as by Goto & van de Geijn (2008): some rows of a, copied
/// into the first-level cache, times one panel after the other of a block of b, copied into the
/// second-level cache.
///
/// The sums of some rows by two vectors are kept in registers, and from block to block in an array
/// of their own, each such part contiguous: in a matrix whose rows lie a multiple of 4096 bytes
/// apart, they would share a set of the cache. A lane is a column, so each sum has the terms of
/// [ScalarProduct] in the same order.
final class VectorProduct {
    /// The most rows of b in a block.
    static final int DEPTH = 512;

    /// Rows that are finished at a time: a multiple of [MomentsBlock#ROWS] and of
    /// [VectorRows#HEIGHT].
    static final int FINISHED = 192;

    private static final int WIDTH = VectorPanels.WIDTH;
    private static final int HEIGHT = VectorRows.HEIGHT;

    /// The innermost loop: rows of a by a panel of b.
    private static final MethodHandle[] ROWS_BY_PANEL =
            OutOfLine.handle(
                    HEIGHT == 6 ? SixRowProduct.class : TwelveRowProduct.class,
                    "add",
                    float[].class,
                    int.class,
                    float[].class,
                    int.class,
                    int.class,
                    float[].class,
                    int.class,
                    int.class,
                    float[].class,
                    int.class,
                    int.class);

    /// What the sums of the first block start from.
    private static final float[] ZEROS = new float[WIDTH];

    private final Product product;
    private final Tile tile;
    private final Cancellation cancellation;
    private final Consumer<Tile> finish;
    private final VectorRows rows;
    private final VectorPanels panels;
    private final float[] sums;

    private VectorProduct(
            Product product,
            Tile tile,
            int depth,
            Scratch scratch,
            Cancellation cancellation,
            Consumer<Tile> finish) {
        this.product = product;
        this.tile = tile;
        this.cancellation = cancellation;
        this.finish = finish;
        this.rows = new VectorRows(product, tile, scratch);
        this.panels = new VectorPanels(product, tile, depth, scratch);
        int down = Math.ceilDiv(tile.rows(), HEIGHT);
        this.sums = scratch.floats(Scratch.Use.SUMS, down * HEIGHT * panels.count() * WIDTH);
    }

    /// @param finish as [Form#multiply]
    static void compute(
            Product product,
            Tile tile,
            Scratch scratch,
            Cancellation cancellation,
            Consumer<Tile> finish) {
        int inner = product.inner();
        if (inner == 0 || SingleRowProduct.computes(product)) {
            product.clear(tile);
            SingleRowProduct.add(product, tile, cancellation); // of no terms, nothing
            product.addBias(tile);
            tile.forEachPart(MomentsBlock.ROWS, cancellation, finish);
            return;
        }
        int depth = Math.ceilDiv(inner, Math.ceilDiv(inner, DEPTH));
        VectorProduct work = new VectorProduct(product, tile, depth, scratch, cancellation, finish);
        for (int k = 0; k < inner; k += depth) {
            work.addBlock(k, Math.min(inner - k, depth));
        }
    }

    /// Adds the products with rows k..k+depth−1 of b; the last block's rows are finished.
    private void addBlock(int k, int depth) {
        panels.load(k, depth);
        boolean last = k + depth == product.inner();
        for (int i = tile.firstRow(); i < tile.endRow(); i += HEIGHT) {
            cancellation.throwIfCancelled();
            int first = rows.load(i, k, depth);
            for (int panel = 0; panel < panels.count(); panel++) {
                addPart(k, depth, i, first, panel);
            }
            int end = Math.min(HEIGHT, tile.endRow() - i) + i;
            int done = end - tile.firstRow();
            if (last && (done % FINISHED == 0 || end == tile.endRow())) {
                finish((done - 1) / FINISHED * FINISHED + tile.firstRow(), end);
            }
        }
    }

    private void finish(int firstRow, int endRow) {
        Tile part = new Tile(firstRow, endRow, tile.firstColumn(), tile.endColumn());
        product.addBias(part);
        part.forEachPart(MomentsBlock.ROWS, cancellation, finish);
    }

    /// Adds to the sums of the rows from i on in the columns of a panel; the last block's go into
    /// the result.
    ///
    /// @param first where the copies of the rows begin
    private void addPart(int k, int depth, int i, int first, int panel) {
        float[] out = product.out().values();
        int columns = product.out().columns();
        int j = tile.firstColumn() + panel * WIDTH;
        int at = ((i - tile.firstRow()) * panels.count() + panel * HEIGHT) * WIDTH;
        float[] before = k == 0 ? ZEROS : sums;
        int beforeAt = k == 0 ? 0 : at;
        int beforeStride = k == 0 ? 0 : WIDTH;
        boolean last = k + depth == product.inner();
        int height = Math.min(HEIGHT, tile.endRow() - i);
        int width = Math.min(WIDTH, tile.endColumn() - j);
        boolean whole = height == HEIGHT && width == WIDTH;
        float[] to = last && whole ? out : sums;
        int toAt = last && whole ? i * columns + j : at;
        int toStride = last && whole ? columns : WIDTH;
        try {
            ROWS_BY_PANEL[0].invokeExact(
                    rows.copies,
                    first,
                    panels.values,
                    panels.start(panel),
                    depth,
                    before,
                    beforeAt,
                    beforeStride,
                    to,
                    toAt,
                    toStride);
        } catch (Throwable thrown) {
            throw OutOfLine.unchecked(thrown);
        }
        if (last && !whole) {
            for (int row = 0; row < height; row++) {
                int outAt = (i + row) * columns + j;
                System.arraycopy(sums, at + row * WIDTH, out, outAt, width);
            }
        }
    }
}
