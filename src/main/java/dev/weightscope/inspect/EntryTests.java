package dev.weightscope.inspect;

import dev.weightscope.model.SpecialFunctions;
import java.util.function.DoubleSupplier;

/// How unlikely entries are under a law that draws them one by one. Each test is given what the
/// rounding of stored numbers can do to it.
final class EntryTests {
    /// Distance, size, mean, largest magnitude, kurtosis, and the largest singular value, which may
    /// be too large or too small.
    private static final int TESTS = 7;

    /// A generator of normal numbers from 24 random bits reaches no farther than √(−2 ln 2⁻²⁴) =
    /// 5.77 stds, whatever is asked of it: that a largest magnitude is small says no more beyond
    /// this.
    private static final double REACH = 5.5;

    /// The kurtosis of fewer entries is not looked at: its error is too far from a normal one.
    private static final double KURTOSIS_FROM = 1000;

    /// In the single precision that a limit may have been computed in.
    private static final double LIMIT_ROUNDING = 1e-6;

    private final Evidence evidence;
    private final EntryLaw law;

    EntryTests(Evidence evidence, EntryLaw law) {
        this.evidence = evidence;
        this.law = law;
    }

    /// The least of the tests' p-values times their number, at most 1.
    ///
    /// @param spectrum of the tests of singular values, which take longest: looked at only where
    ///   the others leave `level` or more
    double pValue(double distance, double level, DoubleSupplier spectrum) {
        double others = Math.min(pValueWithoutDistance(), TESTS * ofDistance(distance));
        return Math.min(
                1, others < level ? others : Math.min(others, TESTS * spectrum.getAsDouble()));
    }

    /// The same without distance and spectrum, so that it is at least as large.
    double pValueWithoutDistance() {
        double ofMoments = Math.min(Math.min(ofSize(), ofMean()), ofKurtosis());
        return Math.min(1, TESTS * Math.min(ofMoments, ofLargest()));
    }

    /// By the two tests that hold for a law of fitted scale.
    double pValueOfShape(double distance) {
        return Math.min(pValueOfKurtosis(), Math.min(1, 2 * ofDistance(distance)));
    }

    /// By one of the two, so that it is at least as large.
    double pValueOfKurtosis() {
        return Math.min(1, 2 * ofKurtosis());
    }

    private double ofDistance(double distance) {
        Grid grid = evidence.grid;
        double crossed =
                law.densityPerRelativeStep() * grid.relative() / (1 - grid.relative())
                        + law.densityPerStep() * grid.absolute();
        return Kolmogorov.pValue(Math.max(0, distance - crossed), evidence.sample.size());
    }

    /// n·(mean of squares)/std² has mean n and variance n·(κ + 2), as χ² with ν = 2n/(κ + 2)
    /// degrees of freedom, times a factor, has; exactly χ² for a normal law. Its cube root is
    /// nearly normal (Wilson & Hilferty 1931).
    private double ofSize() {
        double ratio = evidence.meanSquare / (law.std() * law.std());
        double freedom = 2 * evidence.count / (law.standardizedMoment(2) - 1);
        double variance = 2 / (9 * freedom);
        double rounding = squareRounding() / 3;
        double z = Math.abs(Math.cbrt(ratio) - (1 - variance)) - rounding;
        return twoSided(z / Math.sqrt(variance));
    }

    /// By how much rounding changes a mean of squares, relative to it.
    private double squareRounding() {
        Grid grid = evidence.grid;
        double step = grid.absolute() / law.std();
        return grid.relative() * grid.relative() + step * step + LIMIT_ROUNDING;
    }

    private double ofMean() {
        double error = law.std() / Math.sqrt(evidence.count);
        return twoSided(Math.abs(evidence.mean) / error);
    }

    /// All n entries are within m with probability (1 − P(|X| > m))ⁿ: that must be neither too
    /// little, nor too near 1 where no bound holds, for m as rounding can have made it. For a
    /// uniform law it is (m/limit)ⁿ, so that m is within 1 − O(1/n) of the limit.
    private double ofLargest() {
        Grid grid = evidence.grid;
        double most = evidence.largest * (1 + grid.relative() + LIMIT_ROUNDING) + grid.absolute();
        double least = evidence.largest * (1 - grid.relative() - LIMIT_ROUNDING) - grid.absolute();
        if (least > law.bound()) {
            return 0;
        }
        double tooLarge =
                law.bound() < Double.POSITIVE_INFINITY
                        ? 1
                        : -Math.expm1(evidence.count * Math.log1p(-law.beyond(Math.max(0, least))));
        double tooSmall =
                most > REACH * law.std()
                        ? 1
                        : Math.exp(evidence.count * Math.log1p(-law.beyond(most)));
        return Math.min(1, 2 * Math.min(tooLarge, tooSmall));
    }

    private double ofKurtosis() {
        double n = evidence.count;
        if (Double.isNaN(evidence.kurtosis) || n < KURTOSIS_FROM) {
            return 1;
        }
        double found = evidence.kurtosis + 3;
        double expected = law.standardizedMoment(2);
        double rounding = 6 * squareRounding() * expected;
        double distance = found - expected;
        double nearer =
                expected + Math.copySign(Math.max(0, Math.abs(distance) - rounding), distance);
        double z = law.isNormal() ? anscombeGlynn(nearer, n) : ofLargeSample(nearer, n);
        return twoSided(Math.abs(z));
    }

    /// The error of m₄/m₂² for a symmetric law, by the delta method: n·Var = μ₈ − 4μ₄μ₆ + 4μ₄³ −
    /// μ₄² in standardized moments; 24 for a normal law.
    private double ofLargeSample(double found, double n) {
        double fourth = law.standardizedMoment(2);
        double variance =
                law.standardizedMoment(4)
                        - 4 * fourth * law.standardizedMoment(3)
                        + 4 * fourth * fourth * fourth
                        - fourth * fourth;
        return (found - fourth) / Math.sqrt(variance / n);
    }

    /// m₄/m₂² of n normal values as a standard normal variable (Anscombe & Glynn 1983, Biometrika
    /// 70:227).
    static double anscombeGlynn(double found, double n) {
        double mean = 3 * (n - 1) / (n + 1);
        double variance = 24 * n * (n - 2) * (n - 3) / ((n + 1) * (n + 1) * (n + 3) * (n + 5));
        double x = (found - mean) / Math.sqrt(variance);
        double skewness =
                6
                        * (n * n - 5 * n + 2)
                        / ((n + 7) * (n + 9))
                        * Math.sqrt(6 * (n + 3) * (n + 5) / (n * (n - 2) * (n - 3)));
        double freedom =
                6 + 8 / skewness * (2 / skewness + Math.sqrt(1 + 4 / (skewness * skewness)));
        double inverse = 2 / (9 * freedom);
        double root = (1 - 2 / freedom) / (1 + x * Math.sqrt(2 / (freedom - 4)));
        return (1 - inverse - Math.cbrt(root)) / Math.sqrt(inverse);
    }

    /// P(|Z| ≥ z) of a standard normal variable.
    static double twoSided(double z) {
        return z <= 0 ? 1 : SpecialFunctions.erfc(z / Math.sqrt(2));
    }
}
