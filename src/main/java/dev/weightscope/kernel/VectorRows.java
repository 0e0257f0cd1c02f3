package dev.weightscope.kernel;

import dev.weightscope.kernel.TileGrid.Tile;
import java.lang.invoke.MethodHandle;

/// The rows of a product's first operand as the innermost loop reads them, [#COUNT] at a time.
abstract sealed class VectorRows {
    /// Vectors of 16 floats come with 32 registers, shorter ones may come with 16.
    static final int COUNT = VectorFunctions.LANES < 16 ? 6 : 12;

    /// The innermost loop: rows of a by a panel of b.
    private static final MethodHandle[] ROWS_BY_PANEL =
            OutOfLine.handle(
                    COUNT == 6 ? SixRowProduct.class : TwelveRowProduct.class,
                    "add",
                    float[].class,
                    int.class,
                    int.class,
                    int.class,
                    float[].class,
                    float[].class,
                    int.class,
                    int.class,
                    int.class);

    /// Floats in 4096 bytes, at multiples of which addresses share a set of the first-level cache.
    private static final int ALIASED = 1024;

    /// Of copies: a cache line more than a copied row is long, so that rows lie in different sets.
    private static final int COPY_STRIDE = VectorProduct.DEPTH + 16;

    private final float[] values;
    private final int stride;

    /// Of the tile's first row.
    int offset;

    private VectorRows(float[] values, int stride) {
        this.values = values;
        this.stride = stride;
    }

    static VectorRows of(Product product, Tile tile, Scratch scratch) {
        if (product.aOrientation() == Orientation.TRANSPOSED) {
            return new Transposed(product.a(), tile, scratch);
        }
        return areReadInPlace(product)
                ? new InPlace(product, tile)
                : new Copied(product, tile, scratch);
    }

    /// Whether rows of `a` are read where they lie. Twelve that are a multiple of [#ALIASED] apart
    /// share a set of the cache, which holds eight or twelve lines, and would evict each other:
    /// they are copied.
    static boolean areReadInPlace(Product product) {
        return product.inner() % ALIASED != 0;
    }

    /// Turns to the elements k..k+depth−1 of the rows.
    ///
    /// @param depth at most [VectorProduct#DEPTH]
    abstract void load(int k, int depth);

    /// c += rows · panel for [#COUNT] rows.
    ///
    /// @param row the first one, counted from the tile's
    /// @param last the index of the last row of these; rows past it are replaced by it
    final void multiply(
            int row, int last, int depth, float[] panel, float[] c, int cOffset, int cStride) {
        int at = offset + row * stride;
        try {
            ROWS_BY_PANEL[0].invokeExact(
                    values, at, stride, last, panel, c, cOffset, cStride, depth);
        } catch (Throwable thrown) {
            throw OutOfLine.unchecked(thrown);
        }
    }

    private static final class InPlace extends VectorRows {
        private final int first;

        InPlace(Product product, Tile tile) {
            super(product.a().values(), product.inner());
            first = tile.firstRow() * product.inner();
        }

        @Override
        void load(int k, int depth) {
            offset = first + k;
        }
    }

    private static final class Copied extends VectorRows {
        private final Matrix a;
        private final Tile tile;
        private final float[] copies;

        Copied(Product product, Tile tile, Scratch scratch) {
            this(product.a(), tile, scratch.copies(tile.rows() * COPY_STRIDE));
        }

        private Copied(Matrix a, Tile tile, float[] copies) {
            super(copies, COPY_STRIDE);
            this.a = a;
            this.tile = tile;
            this.copies = copies;
        }

        @Override
        void load(int k, int depth) {
            for (int i = tile.firstRow(); i < tile.endRow(); i++) {
                int to = (i - tile.firstRow()) * COPY_STRIDE;
                System.arraycopy(a.values(), i * a.columns() + k, copies, to, depth);
            }
        }
    }

    /// Columns of what is stored.
    private static final class Transposed extends VectorRows {
        private final Matrix a;
        private final Tile tile;
        private final float[] copies;
        private final float[] square;

        Transposed(Matrix a, Tile tile, Scratch scratch) {
            this(
                    a,
                    tile,
                    scratch.copies(tile.rows() * COPY_STRIDE),
                    scratch.line(VectorTranspose.WORK));
        }

        private Transposed(Matrix a, Tile tile, float[] copies, float[] square) {
            super(copies, COPY_STRIDE);
            this.a = a;
            this.tile = tile;
            this.copies = copies;
            this.square = square;
        }

        @Override
        void load(int k, int depth) {
            VectorTranspose.run(
                    a, k, depth, tile.firstRow(), tile.rows(), 1, copies, COPY_STRIDE, square);
        }
    }
}
