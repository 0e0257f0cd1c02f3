package dev.weightscope.inspect;

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

    /// All entries or some of them.
    final ValueSample sample;

    final Grid grid;

    private Evidence(
            double count,
            double mean,
            double meanSquare,
            double kurtosis,
            double largest,
            ValueSample sample,
            Grid grid) {
        this.count = count;
        this.mean = mean;
        this.meanSquare = meanSquare;
        this.kurtosis = kurtosis;
        this.largest = largest;
        this.sample = sample;
        this.grid = grid;
    }

    static Evidence of(TensorSurvey survey, ValueSample sample, Grid grid) {
        return new Evidence(
                survey.finite(),
                survey.mean(),
                survey.rms() * survey.rms(),
                survey.kurtosis(),
                survey.largest(),
                sample,
                grid);
    }

    /// Of the entries that are not 0.
    static Evidence ofOthersThanZero(TensorSurvey survey, ValueSample sample, Grid grid) {
        double count = survey.finite() - survey.zeros();
        double share = count / survey.finite();
        return new Evidence(
                count,
                survey.mean() / share,
                survey.rms() * survey.rms() / share,
                Double.NaN,
                survey.largest(),
                sample.withoutZeros(),
                grid);
    }

    double rms() {
        return Math.sqrt(meanSquare);
    }
}
