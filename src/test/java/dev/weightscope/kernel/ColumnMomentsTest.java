package dev.weightscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.kernel.TileGrid.Tile;
import dev.weightscope.model.ActivationFunction.Saturation;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColumnMomentsTest {
    private static final int ROWS = 200;
    private static final int COLUMNS = 300;

    /// Heights and widths of tiles.
    private static final int[][] TILES = {
        {256, COLUMNS}, {64, 1}, {64, 17}, {128, 48}, {64, COLUMNS}, {192, 256}, {128, 299}
    };

    private final List<MomentsBlock> blocks = List.of(new MomentsBlock(), new VectorMomentsBlock());

    @Test
    void neitherTheTilesNorTheirOrderNorTheFormChangesABit() {
        Random random = new Random(1);
        int checked = 0;
        for (Saturation saturation : Saturation.values()) {
            for (int rareness : new int[] {0, 2, 5000}) {
                float[] values = values(random, rareness);
                Moments expected = whole(values, saturation);
                for (int[] tile : TILES) {
                    for (MomentsBlock block : blocks) {
                        assertEquals(expected, tiled(values, saturation, tile, block, random));
                        checked++;
                    }
                }
            }
        }
        assertEquals(4 * 3 * TILES.length * 2, checked);
    }

    @Test
    void nothingOfTheMatrixBeforeIsLeft() {
        ColumnMoments moments = new ColumnMoments();
        MomentsBlock block = blocks.getFirst();
        Tile all = new Tile(0, 3, 0, 2);
        float[] ones = {1, 1, 1, 1, 1, 1};
        for (int i = 0; i < 2; i++) {
            moments.reset(3, 2, Saturation.RECTIFIED, Cancellation.NEVER);
            moments.take(ones, all, block);
            assertEquals(
                    new Moments(6, 1, 0, 1, 0, 1, 1, 0, 0, 0, 0),
                    moments.combine(Cancellation.NEVER));
            moments.reset(3, 2, Saturation.RECTIFIED, Cancellation.NEVER);
            moments.take(new float[6], all, block);
            assertEquals(
                    new Moments(6, 0, 0, 0, 0, 0, 0, 6, 6, 0, 0),
                    moments.combine(Cancellation.NEVER));
        }
    }

    @Test
    void roomIsMadeAndBlocksAreCombinedWithALookForEachRowOfThem() {
        int rows = 40 * MomentsBlock.ROWS;
        int columns = 4096;
        AtomicInteger looks = new AtomicInteger();
        Cancellation counting = () -> looks.incrementAndGet() < 0;
        ColumnMoments moments = new ColumnMoments();
        moments.reset(rows, columns, Saturation.UNBOUNDED, counting);
        assertEquals(2 * 40, looks.getAndSet(0), "means and squares");
        moments.reset(rows, columns, Saturation.UNBOUNDED, counting);
        assertEquals(0, looks.get(), "there is room already");
        moments.combine(counting);
        assertEquals(40 - 1, looks.get());
    }

    private static Moments whole(float[] values, Saturation saturation) {
        try (Kernel kernel = Kernels.scalar(1)) {
            return kernel.moments(values, ROWS, COLUMNS, saturation, Cancellation.NEVER);
        }
    }

    private static Moments tiled(
            float[] values, Saturation saturation, int[] tile, MomentsBlock block, Random random) {
        ColumnMoments moments = new ColumnMoments();
        moments.reset(ROWS, COLUMNS, saturation, Cancellation.NEVER);
        TileGrid grid = new TileGrid(ROWS, COLUMNS, tile[0], tile[1]);
        List<Integer> order = IntStream.range(0, grid.count()).boxed().collect(Collectors.toList());
        Collections.shuffle(order, random);
        for (int number : order) {
            moments.take(values, grid.tile(number), block);
        }
        return moments.combine(Cancellation.NEVER);
    }

    /// Rectified normal draws in every third column, as many zeros there, and a dead one.
    ///
    /// @param rareness one value in so many is infinite or NaN; 0 for none
    private static float[] values(Random random, int rareness) {
        float[] values = new float[ROWS * COLUMNS];
        for (int i = 0; i < values.length; i++) {
            int column = i % COLUMNS;
            float value = column == 7 ? -0f : (float) random.nextGaussian();
            values[i] = column % 3 == 0 ? Math.max(0, value) : value;
            if (rareness > 0 && random.nextInt(rareness) == 0) {
                values[i] = random.nextBoolean() ? Float.NaN : Float.NEGATIVE_INFINITY;
            }
        }
        return values;
    }
}
