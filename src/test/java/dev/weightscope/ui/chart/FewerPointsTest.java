package dev.weightscope.ui.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FewerPointsTest {
    private final FewerPoints fewer = new FewerPoints();

    @Test
    void aStraightLineKeepsItsEndsAndABendItsCorner() {
        take(new double[] {0, 1, 2, 3, 4}, new double[] {0, 2, 4, 6, 8});
        assertPoints(new double[] {0, 4}, new double[] {0, 8});
        take(new double[] {0, 1, 2, 3, 4}, new double[] {0, 2, 4, 2, 0});
        assertPoints(new double[] {0, 2, 4}, new double[] {0, 4, 0});
    }

    @Test
    void whatGoesBackOrUprightStays() {
        double[] xs = {0, 1, 2, 1, 0, 0, 0};
        double[] ys = {0, 0, 0, 0, 0, 1, 2};
        take(xs, ys);
        assertPoints(new double[] {0, 2, 1, 0, 0, 0}, new double[] {0, 0, 0, 0, 1, 2});
    }

    @Test
    void noPointThatIsLeftOutLiesFarFromTheLine() {
        Random random = new Random(1);
        for (int run = 0; run < 200; run++) {
            int count = 2 + random.nextInt(300);
            double noise = random.nextDouble();
            double[] xs = new double[count];
            double[] ys = new double[count];
            for (int i = 0; i < count; i++) {
                xs[i] = i == 0 ? 0 : xs[i - 1] + 0.1 + random.nextDouble();
                ys[i] = 100 * Math.exp(-xs[i] / 50) + noise * random.nextGaussian();
            }
            take(xs, ys);
            assertEquals(xs[0], fewer.xs()[0]);
            assertEquals(xs[count - 1], fewer.xs()[fewer.count() - 1]);
            for (int i = 0; i < count; i++) {
                assertEquals(ys[i], drawn(xs[i]), FewerPoints.TOLERANCE + 1e-9, "point " + i);
            }
        }
    }

    @Test
    void aSmoothCurveNeedsFew() {
        double[] xs = new double[300];
        double[] ys = new double[300];
        Arrays.setAll(xs, i -> i);
        Arrays.setAll(ys, i -> 200 * Math.exp(-i / 40.0));
        take(xs, ys);
        assertTrue(fewer.count() < 40, "points: " + fewer.count());
    }

    private void take(double[] xs, double[] ys) {
        fewer.take(xs, ys, xs.length);
    }

    private void assertPoints(double[] xs, double[] ys) {
        assertArrayEquals(xs, Arrays.copyOf(fewer.xs(), fewer.count()));
        assertArrayEquals(ys, Arrays.copyOf(fewer.ys(), fewer.count()));
    }

    /// The height of the line that is drawn.
    private double drawn(double x) {
        int right = 1;
        while (fewer.xs()[right] < x) {
            right++;
        }
        double share = (x - fewer.xs()[right - 1]) / (fewer.xs()[right] - fewer.xs()[right - 1]);
        return fewer.ys()[right - 1] + share * (fewer.ys()[right] - fewer.ys()[right - 1]);
    }
}
