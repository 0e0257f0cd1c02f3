package dev.weightscope.kernel;

import dev.weightscope.kernel.TileGrid.Tile;
import java.lang.invoke.MethodHandle;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Rows of a product's second operand in the columns of a tile, scaled and copied for the innermost
/// loop: in panels of two vectors' width, each of them contiguous. What is past the last column is
/// of any value.
final class VectorPanels {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();

    static final int WIDTH = 2 * LANES;

    /// Rows that are copied at a time: as many streams from memory.
    private static final int ROWS = 8;

    /// Rows of a panel that are left free, so that equal rows of panels lie in different sets of
    /// the cache.
    private static final int FREE = 5;

    private static final MethodHandle[] COPY =
            OutOfLine.handle(
                    VectorPanels.class,
                    "copy",
                    float[].class,
                    int.class,
                    int.class,
                    int.class,
                    int.class,
                    float.class,
                    float[].class,
                    int.class);

    final float[] values;
    private final Product product;
    private final Tile tile;
    private final int stride;
    private final float[] square;

    /// @param depth the most rows that there will be
    VectorPanels(Product product, Tile tile, int depth, Scratch scratch) {
        this.product = product;
        this.tile = tile;
        this.stride = (depth + FREE) * WIDTH;
        this.values = scratch.floats(Scratch.Use.PANELS, count() * stride);
        this.square = scratch.floats(Scratch.Use.TRANSPOSITION, VectorTranspose.WORK);
    }

    int count() {
        return Math.ceilDiv(tile.columns(), WIDTH);
    }

    /// Where a panel begins in [#values].
    int start(int panel) {
        return panel * stride;
    }

    /// Turns to rows k..k+depth−1.
    void load(int k, int depth) {
        Matrix b = product.b().matrix();
        float factor = product.b().factor();
        switch (product.bOrientation()) {
            case AS_STORED -> copy(b, factor, k, depth);
            case TRANSPOSED -> {
                for (int j = 0; j < tile.columns(); j += WIDTH) {
                    VectorTranspose.run(
                            b,
                            tile.firstColumn() + j,
                            Math.min(WIDTH, tile.columns() - j),
                            k,
                            depth,
                            factor,
                            values,
                            start(j / WIDTH),
                            WIDTH,
                            square);
                }
            }
        }
    }

    private void copy(Matrix b, float factor, int k, int depth) {
        float[] from = b.values();
        int at = k * b.columns() + tile.firstColumn();
        int whole = tile.columns() / WIDTH;
        try {
            COPY[0].invokeExact(from, at, b.columns(), depth, whole, factor, values, stride);
        } catch (Throwable thrown) {
            throw OutOfLine.unchecked(thrown);
        }
        for (int d = 0; d < depth; d++) {
            int row = at + d * b.columns();
            int to = start(whole) + d * WIDTH - whole * WIDTH;
            for (int j = whole * WIDTH; j < tile.columns(); j++) {
                values[to + j] = factor * from[row + j];
            }
        }
    }

    /// Whole panels, some rows at a time.
    static void copy(
            float[] b,
            int at,
            int bStride,
            int depth,
            int panels,
            float factor,
            float[] to,
            int stride) {
        FloatVector factors = FloatVector.broadcast(FLOATS, factor);
        for (int d = 0; d < depth; d += ROWS) {
            int end = Math.min(d + ROWS, depth);
            for (int panel = 0; panel < panels; panel++) {
                int from = at + panel * WIDTH;
                int start = panel * stride;
                for (int row = d; row < end; row++) {
                    int x = from + row * bStride;
                    FloatVector left = FloatVector.fromArray(FLOATS, b, x);
                    FloatVector right = FloatVector.fromArray(FLOATS, b, x + LANES);
                    left.mul(factors).intoArray(to, start + row * WIDTH);
                    right.mul(factors).intoArray(to, start + row * WIDTH + LANES);
                }
            }
        }
    }
}
