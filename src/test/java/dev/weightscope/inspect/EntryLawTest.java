package dev.weightscope.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.Law;
import dev.weightscope.model.SpecialFunctions;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryLawTest {
    private static final Law NORMAL = new Law.Normal(1);

    private static Law cut(double cut) {
        return new Law.TruncatedNormal(1 / Law.TruncatedNormal.shrinkage(cut), cut);
    }

    /// All of std 1.
    private record Known(Law law, double kurtosis, double distance, int suffice) {}

    private static final List<Known> KNOWN =
            List.of(
                    new Known(NORMAL, 0, 0, Integer.MAX_VALUE),
                    new Known(new Law.Uniform(Math.sqrt(3)), -1.2, 0.0572, 811),
                    new Known(cut(2), -0.634, 0.0167, 9566),
                    new Known(cut(3), -0.171, 0.0024, 467_000));

    @Test
    void theTableOfTheNormalDistributionIsExactToItsBound() {
        double worst = 0;
        for (int i = -10_000; i <= 10_000; i++) {
            double x = i / 1000.0;
            worst = Math.max(worst, Math.abs(NormalTable.cdf(x) - SpecialFunctions.normalCdf(x)));
        }
        assertTrue(worst < 2.2e-10, "off by " + worst);
        assertEquals(1, NormalTable.cdf(Double.POSITIVE_INFINITY));
        assertEquals(0, NormalTable.cdf(Double.NEGATIVE_INFINITY));
        assertEquals(1, NormalTable.cdf(Math.nextDown(9.0)));
    }

    @Test
    void lawsOfStdOneLieAsFarFromTheNormalOneAsIsKnown() {
        EntryLaw normal = EntryLaw.of(NORMAL);
        for (Known known : KNOWN) {
            EntryLaw law = EntryLaw.of(known.law);
            double distance = 0;
            for (int i = -40_000; i <= 40_000; i++) {
                double x = i / 10_000.0;
                distance = Math.max(distance, Math.abs(law.cdf(x) - normal.cdf(x)));
            }
            assertEquals(1, law.std(), 1e-14, known.toString());
            assertEquals(known.kurtosis, law.standardizedMoment(2) - 3, 5e-4, known.toString());
            assertEquals(known.distance, distance, 5e-5, known.toString());
            if (distance > 0) {
                // The limit law's 1 % point is 1.6276.
                double n = Math.pow(1.6276 / distance, 2);
                assertEquals(1, known.suffice / n, 4e-3, known.toString());
                assertEquals(0.01, Kolmogorov.limit(Math.sqrt(n) * distance), 1e-5);
            }
        }
    }

    /// By Simpson's rule over the distribution function: E X^(2k) = ∫ P(|X| > x) 2k·x^(2k−1) dx.
    @Test
    void momentsAndTailsAreThoseOfTheDistributionFunction() {
        for (Known known : KNOWN) {
            EntryLaw law = EntryLaw.of(known.law);
            double end = Math.min(law.bound(), 12);
            int steps = 20_000;
            for (int k = 1; k <= 4; k++) {
                double sum = 0;
                for (int i = 0; i <= steps; i++) {
                    double x = i * end / steps;
                    double weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
                    sum += weight * law.beyond(x) * 2 * k * Math.pow(x, 2 * k - 1);
                }
                double moment = sum * end / steps / 3;
                assertEquals(1, law.standardizedMoment(k) / moment, 1e-6, known + " " + k);
            }
            for (double x : new double[] {0, 0.3, 1, 1.7, 2.2, 5}) {
                assertEquals(2 * (1 - law.cdf(x)), law.beyond(x), 1e-9, known.toString());
                assertEquals(1 - law.cdf(x), law.cdf(-x), 1e-9, known.toString());
            }
        }
    }

    @Test
    void noMoreProbabilityLiesBetweenNeighboursThanIsSaid() {
        double step = 1e-4;
        for (Known known : KNOWN) {
            EntryLaw law = EntryLaw.of(known.law);
            double relative = 0;
            double absolute = 0;
            for (double x = 0; x < 4; x += 0.01) {
                relative = Math.max(relative, (law.cdf(x * (1 + step)) - law.cdf(x)) / step);
                absolute = Math.max(absolute, (law.cdf(x + step) - law.cdf(x)) / step);
            }
            assertEquals(1, law.densityPerRelativeStep() / relative, 2e-2, known.toString());
            assertEquals(1, law.densityPerStep() / absolute, 1e-3, known.toString());
        }
    }

    @Test
    void aLawOfWholeMatricesHasNoEntriesOfItsOwn() {
        assertThrows(IllegalArgumentException.class, () -> EntryLaw.of(new Law.Orthogonal(1)));
    }
}
