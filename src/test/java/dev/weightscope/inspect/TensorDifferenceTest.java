package dev.weightscope.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TensorDifferenceTest {
    private static TensorDifference of(double[] one, double[] two) {
        return TensorDifference.of(TensorValues.of(one), TensorValues.of(two));
    }

    @Test
    void lengthsDistanceAndAngleAreThoseOfVectors() {
        assertEquals(
                new TensorDifference(2, 0, Math.sqrt(12.5), Math.sqrt(0.5), 3, 3, 2),
                of(new double[] {3, 4}, new double[] {0, 1}));
        double[] tiny = {1, 0, 0, 0};
        double[] turned = {1, 1e-9, 0, 0};
        assertEquals(Math.toDegrees(1e-9), of(tiny, turned).degrees(), 1e-20);
        assertEquals(90, of(new double[] {1, 0}, new double[] {0, 5}).degrees(), 1e-12);
        assertEquals(180, of(new double[] {1, 1}, new double[] {-2, -2}).degrees(), 1e-12);
        assertEquals(0, of(new double[] {1, 1}, new double[] {3, 3}).degrees());
        assertEquals(2, of(new double[] {1, 1}, new double[] {3, 3}).relative());
        assertEquals(Double.NaN, of(new double[2], new double[2]).degrees());
    }

    @Test
    void placesThatAreNotFiniteAreLeftOutAndThoseThatDifferCounted() {
        double[] one = new double[40_000];
        Arrays.fill(one, 0.5);
        double[] two = one.clone();
        two[1] = 2.5;
        two[39_999] = 0;
        two[20_000] = Double.NaN;
        one[20_001] = Double.POSITIVE_INFINITY;
        two[20_001] = Double.POSITIVE_INFINITY;
        TensorDifference difference = of(one, two);
        assertEquals(39_998, difference.count());
        assertEquals(2, difference.leftOut());
        assertEquals(2, difference.changed());
        assertEquals(2, difference.largest());
        assertEquals(0.5, difference.rms(), 1e-15);
        assertEquals(Math.sqrt(4.25 / 39_998), difference.distance(), 1e-15);
        assertThrows(IllegalArgumentException.class, () -> of(one, new double[3]));
    }
}
