package dev.weightscope.kernel;

/// The cut of a product in vectors into tiles.
///
/// Each tile copies its rows of a and its columns of b, so large ones copy less; small ones share
/// out better. Of all cuts that one is taken which is estimated to end first: total work by
/// threads, and a part of a tile that the last thread is late.
final class VectorTiles {
    /// The most rows of a tile, for the memory of its sums.
    private static final int ROWS = 1152;

    /// The most columns of a tile, for a block of b that the second-level cache holds.
    private static final int COLUMNS = 512;

    private static final int STEP = VectorProduct.FINISHED;

    /// Multiplications in the time that a copy of one element takes; twice as many where rows
    /// become columns.
    private static final int COPY = 16;

    /// How much of a tile the last thread is late.
    private static final double LATE = 0.25;

    private final int rows;
    private final int columns;
    private final int threads;
    private final int copyOfA;
    private final int copyOfB;

    private VectorTiles(Product product, int threads) {
        this.rows = product.out().rows();
        this.columns = product.out().columns();
        this.threads = threads;
        this.copyOfA = copy(product.aOrientation());
        this.copyOfB = copy(product.bOrientation());
    }

    private static int copy(Orientation orientation) {
        return switch (orientation) {
            case AS_STORED -> COPY;
            case TRANSPOSED -> 2 * COPY;
        };
    }

    static TileGrid of(Product product, int threads) {
        return SingleRowProduct.computes(product)
                ? SingleRowProduct.tiles(product, threads)
                : new VectorTiles(product, threads).best();
    }

    private TileGrid best() {
        TileGrid best = grid(STEP, VectorPanels.WIDTH);
        double least = time(best);
        for (int height = STEP; height <= ROWS; height += STEP) {
            for (int width = VectorPanels.WIDTH; width <= COLUMNS; width += VectorPanels.WIDTH) {
                TileGrid grid = grid(height, width);
                double time = time(grid);
                if (time < least) {
                    best = grid;
                    least = time;
                }
            }
        }
        return best;
    }

    private TileGrid grid(int height, int width) {
        return new TileGrid(rows, columns, height, width);
    }

    /// In multiplications by the length of a sum.
    private double time(TileGrid grid) {
        double down = Math.ceilDiv(rows, grid.tileRows());
        double across = Math.ceilDiv(columns, grid.tileColumns());
        double total =
                (double) rows * columns
                        + (double) copyOfA * rows * across
                        + (double) copyOfB * columns * down;
        double late = threads == 1 ? 0 : LATE * total / (down * across);
        return total / threads + late;
    }
}
