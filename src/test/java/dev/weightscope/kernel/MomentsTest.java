package dev.weightscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.model.ActivationFunction.Saturation;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MomentsTest {
    private static final float INFINITY = Float.POSITIVE_INFINITY;

    @Test
    void sumsAgreeWithTwoPassesInDoubleOverShapesMeansAndScales() {
        int[][] shapes = {{1, 1}, {1, 700}, {2, 3}, {63, 5}, {64, 17}, {65, 256}, {1000, 300}};
        double[][] laws = {{0, 1}, {1e4, 1e-2}, {-3, 1e-20}, {0, 1e30}, {1e30, 1e29}, {0, 1e-40}};
        Random random = new Random(1);
        int checked = 0;
        for (int[] shape : shapes) {
            for (double[] law : laws) {
                float[] values = new float[shape[0] * shape[1]];
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) (law[0] + law[1] * random.nextGaussian());
                }
                Moments actual = moments(values, shape[0], shape[1], Saturation.UNBOUNDED);
                double[] expected = twoPasses(values, shape[0], shape[1]);
                double scale = Math.max(Math.abs(expected[0]), expected[1]);
                assertEquals(expected[0], actual.mean(), scale * 1e-14);
                assertClose(expected[1], actual.std(), 1e-10);
                assertClose(expected[2], actual.rms(), 1e-12);
                if (shape[0] == 1) {
                    assertEquals(Double.NaN, actual.perUnitStd(), "of one row it is undefined");
                } else {
                    assertClose(expected[3], actual.perUnitStd(), 1e-10);
                }
                checked++;
            }
        }
        assertEquals(shapes.length * laws.length, checked);
    }

    @Test
    void aConstantMatrixHasNoSpreadAtAll() {
        float[] values = new float[130 * 7];
        java.util.Arrays.fill(values, 0.1f);
        Moments moments = moments(values, 130, 7, Saturation.UNBOUNDED);
        assertEquals(0.1f, moments.mean(), 0);
        assertEquals(0, moments.std());
        assertEquals(0, moments.perUnitStd());
    }

    @Test
    void threadsChangeNoBit() {
        int rows = 500;
        int columns = 1100;
        float[] values = new float[rows * columns];
        Random random = new Random(2);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        Moments one = moments(values, rows, columns, Saturation.MINUS_ONE_TO_ONE);
        for (int threads : new int[] {2, 3, 8}) {
            try (Kernel kernel = Kernels.scalar(threads)) {
                assertEquals(
                        one,
                        kernel.moments(
                                values,
                                rows,
                                columns,
                                Saturation.MINUS_ONE_TO_ONE,
                                Cancellation.NEVER));
            }
        }
    }

    @Test
    void countsTellZerosExtremesAndSaturation() {
        float[] values = {0, -0f, Float.MIN_VALUE, 0.97f, 0.98f, -1, -Float.MIN_VALUE, 0.5f};
        Moments moments = moments(values, 4, 2, Saturation.MINUS_ONE_TO_ONE);
        assertEquals(2, moments.zeroCount());
        // the float 0.97 lies above the number 0.97
        assertEquals(3, moments.saturatedCount());
        assertEquals(-1, moments.min());
        assertEquals(0.98f, moments.max());
    }

    @Test
    void saturationOfZeroToOneIsTheOuterThreePercentOfItsHalfRange() {
        float[] values = {0, 0.014f, 0.016f, 0.5f, 0.984f, 0.986f, 1};
        assertEquals(4, moments(values, 7, 1, Saturation.ZERO_TO_ONE).saturatedCount());
    }

    @Test
    void aRectifiedUnitIsSaturatedWhereItIsZeroForEverySample() {
        float[] values = {
            0, 0, 1, //
            0, 2, 0, //
            -0f, 0, 3
        };
        Moments moments = moments(values, 3, 3, Saturation.RECTIFIED);
        assertEquals(3, moments.saturatedCount());
        assertEquals(6, moments.zeroCount());
    }

    @Test
    void infinitiesAndNansAreCountedAndSaySoInTheSums() {
        Moments infinite = moments(new float[] {1, INFINITY, 0, -2}, 2, 2, Saturation.UNBOUNDED);
        assertEquals(
                new Moments(4, INFINITY, INFINITY, INFINITY, INFINITY, -2, INFINITY, 1, 0, 1, 0),
                infinite);
        Moments both = moments(new float[] {-INFINITY, INFINITY}, 1, 2, Saturation.UNBOUNDED);
        assertEquals(Double.NaN, both.mean());
        assertEquals(INFINITY, both.std());
        assertEquals(2, both.infiniteCount());
        Moments nan = moments(new float[] {Float.NaN, INFINITY, 0, 3}, 4, 1, Saturation.RECTIFIED);
        double none = Double.NaN;
        assertEquals(new Moments(4, none, none, none, none, 0, INFINITY, 1, 0, 1, 1), nan);
        Moments nothing = moments(new float[] {Float.NaN}, 1, 1, Saturation.UNBOUNDED);
        assertEquals(Float.NaN, nothing.min());
        assertEquals(Float.NaN, nothing.max());
    }

    @Test
    void oneBadValueLeavesTheCountsOfTheOthersAlone() {
        int rows = 130;
        int columns = 300;
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 5 - 2;
        }
        Moments before = moments(values, rows, columns, Saturation.UNBOUNDED);
        values[77 * columns + 133] = Float.NaN; // was 1
        values[78 * columns + 133] = INFINITY; // was 1
        Moments after = moments(values, rows, columns, Saturation.UNBOUNDED);
        assertEquals(rows * columns / 5, before.zeroCount());
        assertEquals(before.zeroCount(), after.zeroCount());
        assertEquals(-2, after.min());
        assertEquals(INFINITY, after.max());
        assertEquals(1, after.nanCount());
        assertEquals(1, after.infiniteCount());
    }

    private static Moments moments(float[] values, int rows, int columns, Saturation saturation) {
        try (Kernel kernel = Kernels.scalar(1)) {
            return kernel.moments(values, rows, columns, saturation, Cancellation.NEVER);
        }
    }

    /// Relative, but for the rounding of numbers near each other: subnormal values are exact here.
    private static void assertClose(double expected, double actual, double tolerance) {
        assertEquals(expected, actual, Math.abs(expected) * tolerance);
    }

    /// Mean, std, rms and per-unit std by the textbook.
    private static double[] twoPasses(float[] values, int rows, int columns) {
        double sum = 0;
        double sumOfSquares = 0;
        for (float value : values) {
            sum += value;
            sumOfSquares += (double) value * value;
        }
        double mean = sum / values.length;
        double correction = 0;
        for (float value : values) {
            correction += value - mean;
        }
        mean += correction / values.length;
        double spread = 0;
        for (float value : values) {
            spread += (value - mean) * (value - mean);
        }
        double stds = 0;
        for (int j = 0; j < columns; j++) {
            double unitMean = 0;
            for (int i = 0; i < rows; i++) {
                unitMean += (values[i * columns + j] - (double) values[j]) / rows;
            }
            unitMean += values[j];
            double unitSpread = 0;
            for (int i = 0; i < rows; i++) {
                unitSpread += Math.pow(values[i * columns + j] - unitMean, 2);
            }
            stds += Math.sqrt(unitSpread / rows);
        }
        return new double[] {
            mean,
            Math.sqrt(spread / values.length),
            Math.sqrt(sumOfSquares / values.length),
            stds / columns
        };
    }
}
