package dev.weightscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.TileGrid.Tile;
import org.junit.jupiter.api.Test;

class VectorTilesTest {
    private static final int[] ROWS = {1, 2, 63, 64, 65, 191, 192, 193, 512, 1000, 1153};
    private static final int[] COLUMNS = {1, 31, 32, 33, 127, 129, 500, 512, 513, 1024};
    private static final int[] THREADS = {1, 2, 3, 16};

    @Test
    void everyElementIsInOneTileAndEveryTileBeginsWithABlockOfMoments() {
        int checked = 0;
        for (int rows : ROWS) {
            for (int columns : COLUMNS) {
                for (int threads : THREADS) {
                    TileGrid tiles = VectorTiles.of(product(rows, columns), threads);
                    int[] times = new int[rows * columns];
                    for (int i = 0; i < tiles.count(); i++) {
                        count(tiles.tile(i), columns, times);
                    }
                    for (int each : times) {
                        assertEquals(1, each, tiles::toString);
                    }
                    checked++;
                }
            }
        }
        assertEquals(ROWS.length * COLUMNS.length * THREADS.length, checked);
    }

    private static void count(Tile tile, int columns, int[] times) {
        assertEquals(0, tile.firstRow() % MomentsBlock.ROWS);
        for (int i = tile.firstRow(); i < tile.endRow(); i++) {
            for (int j = tile.firstColumn(); j < tile.endColumn(); j++) {
                times[i * columns + j]++;
            }
        }
    }

    @Test
    void oneThreadCopiesLittleAndManyHaveEachATile() {
        int[][] table = { // rows, columns, threads, least tiles, most tiles
            {1000, 500, 1, 1, 1},
            {512, 1024, 1, 2, 2},
            {1000, 500, 2, 2, 8},
            {512, 1024, 2, 2, 8},
            {512, 1024, 8, 8, 96},
            {1, 512, 1, 1, 1},
            {1, 512, 2, 2, 2},
            {1, 512, 16, 4, 4},
            {64, 64, 16, 1, 4}, // 2 where a vector has 16 lanes
        };
        int checked = 0;
        for (int[] row : table) {
            int count = VectorTiles.of(product(row[0], row[1]), row[2]).count();
            assertTrue(row[3] <= count && count <= row[4], row[0] + " x " + row[1] + ": " + count);
            checked++;
        }
        assertEquals(9, checked);
    }

    private static Product product(int rows, int columns) {
        return new Product(
                new Matrix(new float[rows], rows, 1),
                Orientation.AS_STORED,
                ScaledMatrix.of(new Matrix(new float[columns], 1, columns)),
                Orientation.AS_STORED,
                new float[columns],
                new Matrix(new float[rows * columns], rows, columns));
    }
}
