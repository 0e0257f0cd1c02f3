package dev.weightscope.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.Law;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The tests' own distributions beside exact ones.
class StatisticalTestsTest {
    /// P(D⁺ ≥ d) = d Σ_j C(n, j) (d + j/n)^(j−1) (1 − d − j/n)^(n−j) over j ≤ n(1 − d) (Birnbaum &
    /// Tingey 1951); D is as large twice as often, in the tail.
    private static double exactTail(double d, int n) {
        double sum = 0;
        double logChoose = 0;
        for (int j = 0; j <= n * (1 - d); j++) {
            double a = d + j / (double) n;
            double b = 1 - a;
            if (b > 0 || j == n) {
                sum += Math.exp(logChoose + (j - 1) * Math.log(a) + (n - j) * Math.log(b));
            }
            logChoose += Math.log((n - j) / (j + 1.0));
        }
        return 2 * d * sum;
    }

    @Test
    void theChanceOfADistanceIsNearTheExactOneFarIntoTheTail() {
        int checked = 0;
        for (int n : new int[] {10, 20, 50, 100, 1000}) {
            for (double tail : new double[] {0.8, 1.2, 1.6, 2, 2.4, 2.8}) {
                double d = tail / Math.sqrt(n);
                double exact = exactTail(d, n);
                if (exact < 0.3 && exact > 1e-9) {
                    double ratio = Kolmogorov.pValue(d, n) / exact;
                    assertTrue(ratio > 0.5, n + " at " + tail + ": " + ratio);
                    assertTrue(ratio < (n < 50 ? 20 : 2), n + " at " + tail + ": " + ratio);
                    checked++;
                }
            }
        }
        assertTrue(checked >= 20, "checked " + checked);
        // Massey 1951's table: 5 % and 1 % points.
        assertEquals(0.05, Kolmogorov.pValue(0.294, 20), 2e-3);
        assertEquals(0.01, Kolmogorov.pValue(0.352, 20), 1e-3);
    }

    @Test
    void bothFormsOfKolmogorovsLimitAgree() {
        assertEquals(0.05, Kolmogorov.limit(1.3581), 1e-5);
        assertEquals(Kolmogorov.limit(1 - 1e-12), Kolmogorov.limit(1), 1e-11);
        assertEquals(1, Kolmogorov.limit(0.2), 1e-10);
        assertEquals(0.5, Kolmogorov.limit(0.82757), 1e-5);
    }

    @Test
    void aDistanceIsThatOfTheStepsAndEqualValuesAreOneStep() {
        EntryLaw law = EntryLaw.of(new Law.Uniform(1));
        assertEquals(0.5, distance(law, 0));
        assertEquals(0.25, distance(law, -0.5, 0.5));
        assertEquals(0.5, distance(law, 0, 0, 0, 0));
        double[] even = IntStream.range(0, 1000).mapToDouble(i -> (2 * i - 999) / 1e3).toArray();
        assertEquals(0.0005, distance(law, even), 1e-12);
        assertEquals(Double.NaN, distance(law));
    }

    private static double distance(EntryLaw law, double... values) {
        return Kolmogorov.distance(new ValueSample(values), law);
    }

    /// Where no bucket is left out.
    @Test
    void aDistanceIsTheLargestOfAllStepsWhateverTheLaw() {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        double[] values = new double[20_000];
        for (int i = 0; i < values.length; i++) {
            double value = random.nextGaussian();
            values[i] = i % 5 == 0 ? Math.rint(4 * value) / 4 : value;
        }
        values[0] = -40;
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int checked = 0;
        for (double scale : new double[] {0.3, 0.97, 1, 1.02, 3, 1e6}) {
            for (EntryLaw law :
                    List.of(
                            EntryLaw.of(new Law.Normal(scale)),
                            EntryLaw.of(new Law.Uniform(scale)),
                            EntryLaw.of(new Law.TruncatedNormal(scale, 2)))) {
                double expected = 0;
                for (int i = 0; i < sorted.length; i++) {
                    double below = law.cdf(sorted[i]);
                    double n = sorted.length;
                    expected = Math.max(expected, Math.max(below - i / n, (i + 1) / n - below));
                }
                assertEquals(expected, distance(law, values), 1e-15);
                checked++;
            }
        }
        assertEquals(18, checked);
    }

    /// SciPy's `kurtosistest(range(20))`.
    @Test
    void kurtosisIsTurnedIntoANormalVariableAsAnscombeAndGlynnDo() {
        double kurtosis =
                TensorSurvey.of(TensorValues.of(IntStream.range(0, 20).asDoubleStream().toArray()))
                        .kurtosis();
        assertEquals(-1.7058104152122062, EntryTests.anscombeGlynn(kurtosis + 3, 20), 1e-12);
    }

    /// Of Tracy and Widom's law for real matrices, 95, 99 and 99.9 % lie below 0.9793, 2.0234 and
    /// 3.2724.
    @Test
    void theTailOfTracyAndWidomsLawIsThatOfItsTable() {
        record Quantile(double at, double tail) {}
        for (Quantile each :
                List.of(
                        new Quantile(0.9793, 0.05),
                        new Quantile(2.0234, 0.01),
                        new Quantile(3.2724, 0.001))) {
            double found = LargestSingularValue.tracyWidomTail(each.at);
            assertEquals(1, found / each.tail, 0.05, each.toString());
        }
    }
}
