package dev.weightscope.inspect;

import java.util.Arrays;

/// What entries that are drawn one by one are judged by.
final class Evidence {
    /// How many entries there are.
    final double count;

    final double mean;

    /// The mean of squares.
    final double meanSquare;

    /// Excess kurtosis; NaN where it is not to be looked at.
    final double kurtosis;

    /// The largest magnitude.
    final double largest;

    /// All entries or some of them, ascending.
    final double[] sorted;

    final Grid grid;

    private Evidence(
            double count,
            double mean,
            double meanSquare,
            double kurtosis,
            double largest,
            double[] sorted,
            Grid grid) {
        this.count = count;
        this.mean = mean;
        this.meanSquare = meanSquare;
        this.kurtosis = kurtosis;
        this.largest = largest;
        this.sorted = sorted;
        this.grid = grid;
    }

    static Evidence of(TensorSurvey survey, double[] sorted, Grid grid) {
        return new Evidence(
                survey.finite(),
                survey.mean(),
                survey.rms() * survey.rms(),
                survey.kurtosis(),
                survey.largest(),
                sorted,
                grid);
    }

    /// Of the entries that are not 0.
    static Evidence ofOthersThanZero(TensorSurvey survey, double[] sorted, Grid grid) {
        double count = survey.finite() - survey.zeros();
        double share = count / survey.finite();
        return new Evidence(
                count,
                survey.mean() / share,
                survey.rms() * survey.rms() / share,
                Double.NaN,
                survey.largest(),
                Arrays.stream(sorted).filter(x -> x != 0).toArray(),
                grid);
    }

    double rms() {
        return Math.sqrt(meanSquare);
    }
}
