package dev.weightscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PowerSumsTest {
    /// Of 1, 2, … n: n(n + 1)/2, its share (2n + 1)/3, its square, and the squares' sum times (3n²
    /// + 3n − 1)/5; all of them integers that a double holds.
    @Test
    void sumsAreThoseOfTheClosedForms() {
        int checked = 0;
        for (int n : new int[] {1, 15, 16, 17, 1000}) {
            double[] doubles = new double[n];
            float[] floats = new float[n];
            for (int i = 0; i < n; i++) {
                floats[i] = i + 1 - 3;
                doubles[i] = i + 1 - 3;
            }
            double first = n * (n + 1) / 2.0;
            double second = first * (2 * n + 1) / 3;
            PowerSums expected =
                    new PowerSums(
                            first, second, first * first, second * (3.0 * n * n + 3 * n - 1) / 5);
            PowerSums found = PowerSums.of(doubles, n, -3);
            assertEquals(expected.first(), found.first());
            assertEquals(expected.second(), found.second());
            assertEquals(expected.third(), found.third());
            assertEquals(expected.fourth(), found.fourth());
            assertEquals(found, PowerSums.plain(floats, n, -3));
            checked++;
        }
        assertEquals(5, checked);
    }
}
