package dev.weightscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.Histogram;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class HistogramTest {
    private static final float INFINITY = Float.POSITIVE_INFINITY;

    @Test
    void everyValueIsCountedOnceAndTheLastBinIncludesItsUpperEdge() {
        float[] values = {
            -1, -0.51f, -0.5f, -0f, 0, 0.49f, 0.5f, 1, 1.01f, -1.01f, INFINITY, Float.NaN, -INFINITY
        };
        assertEquals(
                new Histogram(-1, 1, new long[] {2, 1, 3, 2}, 1, 1, 3),
                histogram(values, values.length, -1, 1, 4));
    }

    @Test
    void aValueLiesBetweenTheEdgesOfItsBinUpToRounding() {
        Random random = new Random(1);
        int checked = 0;
        for (int bins : new int[] {2, 3, 7, 50, 1000}) {
            double low = -random.nextDouble();
            double high = random.nextDouble();
            for (int i = 0; i < 2000; i++) {
                float value = (float) (low + (high - low) * random.nextDouble());
                Histogram histogram = histogram(new float[] {value}, 1, low, high, bins);
                int bin = 0;
                while (histogram.count(bin) == 0) {
                    bin++;
                }
                double rounding = (high - low) * 0x1p-22;
                assertTrue(value >= histogram.edge(bin) - rounding);
                assertTrue(value <= histogram.edge(bin + 1) + rounding);
                checked++;
            }
        }
        assertEquals(10_000, checked);
    }

    @Test
    void aNarrowRangeFarFromZeroIsAsFine() {
        int checked = 0;
        for (float low : new float[] {1000, -1001, 1e30f, 0.9999f}) {
            float step = Math.ulp(low);
            for (int i = 0; i <= 10; i++) {
                long[] counts = new long[10];
                counts[Math.min(i, 9)] = 1;
                assertEquals(
                        new Histogram(low, low + 10 * step, counts, 0, 0, 0),
                        histogram(new float[] {low + i * step}, 1, low, low + 10 * step, 10));
                checked++;
            }
        }
        assertEquals(44, checked);
    }

    @Test
    void whatIsBelowAndAboveIsExact() {
        double low = 0.1; // the float 0.1 lies above it, the one below it does not
        double high = 0.2;
        float[] values = {Math.nextDown(0.1f), 0.1f, Math.nextDown(0.2f), 0.2f};
        assertEquals(
                new Histogram(low, high, new long[] {1, 1}, 1, 1, 0),
                histogram(values, values.length, low, high, 2));
        assertEquals(
                new Histogram(1e300, 2e300, new long[] {0}, 4, 0, 0),
                histogram(values, values.length, 1e300, 2e300, 1));
        assertEquals(
                new Histogram(-2e300, -1e300, new long[] {0}, 0, 4, 0),
                histogram(values, values.length, -2e300, -1e300, 1));
    }

    @Test
    void howeverSmallANumberIsItLiesOnItsOwnSideOfAnEdgeAtZero() {
        float[] values = {-1e-30f, -1e-9f, -1e-38f, 1e-30f, 0, -0f};
        assertEquals(
                new Histogram(-1, 1, new long[] {0, 3, 3, 0}, 0, 0, 0),
                histogram(values, values.length, -1, 1, 4));
    }

    @Test
    void aTileOfAMatrixIsCountedAlone() {
        float[] values = new float[40 * 70];
        Random random = new Random(5);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        int checked = 0;
        for (HistogramBlock block : List.of(new HistogramBlock(), new VectorHistogramBlock())) {
            HistogramCounter counter = new HistogramCounter(new Bins(-2, 2, 50));
            TileGrid tiles = new TileGrid(40, 70, 16, 33);
            for (int tile = 0; tile < tiles.count(); tile++) {
                counter.take(values, 70, tiles.tile(tile), block);
            }
            assertEquals(histogram(values, values.length, -2, 2, 50), counter.histogram());
            checked++;
        }
        assertEquals(2, checked);
    }

    @Test
    void threadsAndLengthChangeNoCount() {
        float[] values = new float[100_001];
        Random random = new Random(2);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        Histogram one = histogram(values, values.length, -2, 2, 50);
        assertEquals(values.length, one.total());
        assertEquals(values.length - 1, histogram(values, values.length - 1, -2, 2, 50).total());
        try (Kernel kernel = Kernels.scalar(4)) {
            assertEquals(
                    one,
                    kernel.histogram(
                            values, values.length, new Bins(-2, 2, 50), Cancellation.NEVER));
        }
    }

    @Test
    void countsFollowTheLawOfNormalDraws() {
        int n = 1_000_000;
        float[] values = new float[n];
        try (Kernel kernel = Kernels.scalar(2)) {
            kernel.fill(
                    new UnitDraw.Normal(),
                    new RandomStream(3, 1, RandomStream.Purpose.WEIGHTS),
                    0,
                    values,
                    0,
                    n,
                    Cancellation.NEVER);
        }
        Histogram histogram = histogram(values, n, -1, 1, 2);
        assertEquals(0.3413447 * n, (double) histogram.count(0), 3000);
        assertEquals(0.3413447 * n, (double) histogram.count(1), 3000);
        assertEquals(0.1586553 * n, (double) histogram.below(), 3000);
        assertEquals(0.1586553 * n, (double) histogram.above(), 3000);
    }

    @Test
    void aRangeWiderThanTheLargestDoubleHasEqualBinsToo() {
        float[] values = {-3e38f, -1, 0, 1, 3e38f, INFINITY};
        double max = Double.MAX_VALUE;
        assertEquals(
                new Histogram(-max, max, new long[] {0, 5, 0}, 0, 0, 1),
                histogram(values, values.length, -max, max, 3));
    }

    @Test
    void aRangeOfSubnormalWidthHasEqualBinsToo() {
        float[] values = {-1, 0, Float.MIN_VALUE};
        assertEquals(
                new Histogram(-1e-320, 1e-320, new long[] {0, 1, 0}, 1, 1, 0),
                histogram(values, values.length, -1e-320, 1e-320, 3));
    }

    @Test
    void binsWithoutARangeOrANumberAreRefused() {
        double infinity = Double.POSITIVE_INFINITY;
        assertRefused("1.0..1.0 is no range of finite bounds", () -> new Bins(1, 1, 10));
        assertRefused("NaN..1.0 is no range of finite bounds", () -> new Bins(Double.NaN, 1, 10));
        assertRefused(
                "0.0..Infinity is no range of finite bounds", () -> new Bins(0, infinity, 10));
        assertRefused("bins 0 is less than 1", () -> new Bins(0, 1, 0));
    }

    private static void assertRefused(String message, Executable bins) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, bins).getMessage());
    }

    private static Histogram histogram(
            float[] values, int length, double low, double high, int bins) {
        try (Kernel kernel = Kernels.scalar(1)) {
            return kernel.histogram(values, length, new Bins(low, high, bins), Cancellation.NEVER);
        }
    }
}
