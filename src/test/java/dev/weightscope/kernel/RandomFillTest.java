package dev.weightscope.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.ActivationFunction.Saturation;
import dev.weightscope.model.Law;
import dev.weightscope.model.SpecialFunctions;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RandomFillTest {
    private static final RandomStream STREAM =
            new RandomStream(42, 3, RandomStream.Purpose.WEIGHTS);
    private static final List<UnitDraw> DRAWS =
            List.of(new UnitDraw.Uniform(), new UnitDraw.Normal(), new UnitDraw.TruncatedNormal(2));

    @Test
    void anyCutOfAStreamGivesTheSameElements() {
        int length = 40_000;
        int checked = 0;
        for (UnitDraw draw : DRAWS) {
            float[] whole = fill(1, draw, STREAM, 0, length);
            for (int start : new int[] {0, 1, 15, 16, 17, 63, 64, 65, 1000, 16_384, 39_999}) {
                for (int count : new int[] {0, 1, 7, 16, 63, 64, 65, 129, 20_000}) {
                    int end = Math.min(length, start + count);
                    assertArrayEquals(
                            Arrays.copyOfRange(whole, start, end),
                            fill(3, draw, STREAM, start, end - start));
                    checked++;
                }
            }
        }
        assertEquals(3 * 11 * 9, checked);
    }

    @Test
    void elementsBeyondTheReachOfAnIntAreThereToo() {
        long far = 5_000_000_000L;
        float[] a = fill(1, new UnitDraw.Normal(), STREAM, far, 100);
        float[] b = fill(1, new UnitDraw.Normal(), STREAM, far + 30, 70);
        assertArrayEquals(Arrays.copyOfRange(a, 30, 100), b);
    }

    @Test
    void seedLayerAndPurposeEachMakeAnotherStream() {
        float[] draws = fill(1, new UnitDraw.Normal(), STREAM, 0, 1000);
        for (RandomStream other :
                List.of(
                        new RandomStream(43, 3, RandomStream.Purpose.WEIGHTS),
                        new RandomStream(42L + (1L << 32), 3, RandomStream.Purpose.WEIGHTS),
                        new RandomStream(42, 4, RandomStream.Purpose.WEIGHTS),
                        new RandomStream(42, 3, RandomStream.Purpose.BIAS))) {
            float[] others = fill(1, new UnitDraw.Normal(), other, 0, 1000);
            double correlation = 0;
            for (int i = 0; i < 1000; i++) {
                correlation += draws[i] * others[i] / 1000;
            }
            assertEquals(0, correlation, 5 / Math.sqrt(1000));
        }
    }

    @Test
    void uniformDrawsFollowTheirLawAndAreNeverZeroOrOne() {
        int n = 4_000_000;
        float[] draws = fill(2, new UnitDraw.Uniform(), STREAM, 0, n);
        Moments moments = moments(draws);
        assertEquals(0, moments.mean(), 5 * Math.sqrt(1.0 / 3 / n));
        assertEquals(Math.sqrt(1.0 / 3), moments.std(), 5 * Math.sqrt(1.0 / 15 / n));
        assertEquals(0, moments.zeroCount());
        assertTrue(moments.max() < 1 && moments.min() > -1);
        assertTrue(moments.max() > 1 - 1e-5 && moments.min() < -1 + 1e-5);
        assertEquals(0x1p-24f, RandomFill.uniform(0));
        assertEquals(-1 + 0x1p-24f, RandomFill.uniform(Integer.MIN_VALUE));
        assertEquals(1 - 0x1p-24f, RandomFill.uniform(Integer.MAX_VALUE));
    }

    @Test
    void normalDrawsFollowTheirLawIntoTheTails() {
        int n = 12_000_000;
        float[] draws = fill(2, new UnitDraw.Normal(), STREAM, 0, n);
        Moments moments = moments(draws);
        assertEquals(0, moments.mean(), 5 / Math.sqrt(n));
        assertEquals(1, moments.std(), 5 / Math.sqrt(2.0 * n));
        double fourth = 0;
        for (float draw : draws) {
            fourth += Math.pow(draw, 4) / n;
        }
        assertEquals(3, fourth, 5 * Math.sqrt(96.0 / n));
        for (double edge : new double[] {-4, -3, -2, -1, 0, 1, 2, 3, 4}) {
            double below = SpecialFunctions.normalCdf(edge);
            long count = 0;
            for (float draw : draws) {
                count += draw < edge ? 1 : 0;
            }
            assertEquals(
                    below * n, (double) count, 5 * Math.sqrt(below * (1 - below) * n), "" + edge);
        }
        assertTrue(moments.max() > 5 && moments.min() < -5, "extremes " + moments);
    }

    @Test
    void truncatedDrawsFollowTheirLawAndStayWithinTheCut() {
        int n = 2_000_000;
        for (double cut : new double[] {0.5, 1, 2, 3}) {
            Moments moments = moments(fill(2, new UnitDraw.TruncatedNormal(cut), STREAM, 0, n));
            double std = Law.TruncatedNormal.shrinkage(cut);
            assertEquals(0, moments.mean(), 5 * std / Math.sqrt(n));
            assertEquals(std, moments.std(), 5 * std / Math.sqrt(n));
            assertTrue(moments.max() <= cut && moments.max() > cut - 0.01, "" + moments);
            assertTrue(moments.min() >= -cut && moments.min() < 0.01 - cut, "" + moments);
        }
    }

    @Test
    void aWideCutIsTheNormalLawItself() {
        assertArrayEquals(
                fill(1, new UnitDraw.Normal(), STREAM, 0, 10_000),
                fill(1, new UnitDraw.TruncatedNormal(10), STREAM, 0, 10_000));
    }

    @Test
    void quantilesAreInvertedByTheDistributionFunction() {
        int checked = 0;
        for (long word = Integer.MIN_VALUE; word <= Integer.MAX_VALUE; word += 99_991) {
            double p = (word + 0x1p31 + 0.5) * 0x1p-32;
            double quantile = NormalQuantile.STANDARD.of((int) word);
            double slope = SpecialFunctions.normalDensity(quantile);
            double error = (SpecialFunctions.normalCdf(quantile) - p) / slope;
            assertEquals(0, error, 1e-6 * Math.max(Math.abs(quantile), 1e-3), "at " + p);
            checked++;
        }
        assertEquals(42_954, checked);
    }

    @Test
    void quantilesAreSymmetricAndReachSixSigma() {
        assertEquals(6.338f, NormalQuantile.STANDARD.of(Integer.MAX_VALUE), 0.001f);
        for (int word : new int[] {0, 1, 12_345, 1_900_000_000, Integer.MAX_VALUE}) {
            assertEquals(-NormalQuantile.STANDARD.of(word), NormalQuantile.STANDARD.of(-word - 1));
        }
    }

    @Test
    void theGeneratorOfAStreamReadsItsBlocksInOrder() {
        RandomGenerator generator = STREAM.generator();
        int[] block = new int[Philox.WORDS];
        for (long number = 0; number < 100; number++) {
            Philox.block(STREAM, number, block);
            assertEquals(block[0], (int) generator.nextLong());
            assertEquals(block[3], (int) (generator.nextLong() >>> 32));
        }
        assertNotEquals(generator.nextLong(), generator.nextLong());
        assertEquals(STREAM.generator().nextGaussian(), STREAM.generator().nextGaussian());
    }

    private static Moments moments(float[] draws) {
        try (Kernel kernel = Kernels.scalar(2)) {
            return kernel.moments(
                    draws, draws.length / 1000, 1000, Saturation.UNBOUNDED, Cancellation.NEVER);
        }
    }

    private static float[] fill(
            int threads, UnitDraw draw, RandomStream stream, long first, int count) {
        float[] out = new float[count + 2];
        try (Kernel kernel = Kernels.scalar(threads)) {
            kernel.fill(draw, stream, first, out, 1, count + 1, Cancellation.NEVER);
        }
        assertEquals(0, out[0]);
        assertEquals(0, out[count + 1]);
        return Arrays.copyOfRange(out, 1, count + 1);
    }
}
