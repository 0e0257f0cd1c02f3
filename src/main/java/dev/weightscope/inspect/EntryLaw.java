package dev.weightscope.inspect;

import dev.weightscope.model.Law;
import dev.weightscope.model.SpecialFunctions;

/// A law whose entries are drawn one by one, as a distribution about 0.
interface EntryLaw {
    /// P(X ≤ x).
    double cdf(double x);

    /// The derivative of the cdf.
    double density(double x);

    /// P(|X| > magnitude), exact to rounding where it is small.
    double beyond(double magnitude);

    double std();

    /// No draw is farther from 0; infinite where there is no such bound.
    double bound();

    /// E X^(2k) / std^(2k) for k = 2, 3 or 4.
    double standardizedMoment(int k);

    /// max x·f(x) and max f(x) for the density f: how much probability at most lies between a value
    /// and its neighbour, of relative and of absolute distance.
    double densityPerRelativeStep();

    double densityPerStep();

    /// Whether the law is normal, for which moments' errors are known better.
    boolean isNormal();

    /// Of a normal, uniform or truncated normal law.
    ///
    /// @throws IllegalArgumentException for any other
    static EntryLaw of(Law law) {
        return switch (law) {
            case Law.Normal(double std) -> new NormalEntries(std, Double.POSITIVE_INFINITY);
            case Law.TruncatedNormal(double std, double cut) -> new NormalEntries(std, cut);
            case Law.Uniform(double limit) -> new UniformEntries(limit);
            case Law.Constant _, Law.Identity _, Law.Orthogonal _, Law.LayerSequential _ ->
                    throw new IllegalArgumentException(law.text());
            case Law.Sparse _, Law.Custom _, Law.Loaded _ ->
                    throw new IllegalArgumentException(law.text());
        };
    }

    /// U(−limit, limit).
    record UniformEntries(double limit) implements EntryLaw {
        @Override
        public double cdf(double x) {
            return Math.clamp((x / limit + 1) / 2, 0, 1);
        }

        @Override
        public double density(double x) {
            return Math.abs(x) <= limit ? 1 / (2 * limit) : 0;
        }

        @Override
        public double beyond(double magnitude) {
            return Math.max(0, 1 - magnitude / limit);
        }

        @Override
        public double std() {
            return limit / Math.sqrt(3);
        }

        @Override
        public double bound() {
            return limit;
        }

        @Override
        public double standardizedMoment(int k) {
            return Math.pow(3, k) / (2 * k + 1);
        }

        @Override
        public double densityPerRelativeStep() {
            return 0.5;
        }

        @Override
        public double densityPerStep() {
            return 1 / (2 * limit);
        }

        @Override
        public boolean isNormal() {
            return false;
        }
    }

    /// N(0, scale²), redrawn outside ±cut·scale.
    ///
    /// @param cut infinite for none
    record NormalEntries(double scale, double cut, double kept, double variance)
            implements EntryLaw {
        NormalEntries(double scale, double cut) {
            this(scale, cut, keptOf(cut), momentOfUnit(cut, 1));
        }

        private static double keptOf(double cut) {
            return 1 - SpecialFunctions.erfc(cut / Math.sqrt(2));
        }

        /// E z^(2k) of a cut N(0, 1), by parts: (2k − 1)·E z^(2k−2) − 2c^(2k−1)·φ(c) / P(|z| < c).
        private static double momentOfUnit(double cut, int k) {
            double moment = 1;
            for (int i = 1; i <= k; i++) {
                double lost =
                        Double.isInfinite(cut)
                                ? 0
                                : 2
                                        * Math.pow(cut, 2 * i - 1)
                                        * SpecialFunctions.normalDensity(cut)
                                        / keptOf(cut);
                moment = (2 * i - 1) * moment - lost;
            }
            return moment;
        }

        @Override
        public double cdf(double x) {
            double below = NormalTable.cdf(x / scale);
            return Double.isInfinite(cut)
                    ? below
                    : Math.clamp((below - (1 - kept) / 2) / kept, 0, 1);
        }

        @Override
        public double density(double x) {
            double z = x / scale;
            return Math.abs(z) <= cut ? SpecialFunctions.normalDensity(z) / (scale * kept) : 0;
        }

        @Override
        public double beyond(double magnitude) {
            double z = magnitude / scale;
            if (z >= cut) {
                return 0;
            }
            return (SpecialFunctions.erfc(z / Math.sqrt(2)) - (1 - kept)) / kept;
        }

        @Override
        public double std() {
            return scale * Math.sqrt(variance);
        }

        @Override
        public double bound() {
            return scale * cut;
        }

        @Override
        public double standardizedMoment(int k) {
            return momentOfUnit(cut, k) / Math.pow(variance, k);
        }

        @Override
        public double densityPerRelativeStep() {
            return SpecialFunctions.normalDensity(1) / kept;
        }

        @Override
        public double densityPerStep() {
            return SpecialFunctions.normalDensity(0) / (scale * kept);
        }

        @Override
        public boolean isNormal() {
            return Double.isInfinite(cut);
        }
    }
}
