package dev.weightscope.phase;

/// A run with its place.
///
/// @param draw counted from 0
/// @param reach 6 ξ_c there
record MeasuredRow(double weights, double biases, int draw, MeasuredRun run, double reach) {
    /// @param number of the run
    static MeasuredRow of(Measured measured, int number) {
        int place = number / measured.draws();
        return new MeasuredRow(
                measured.places().weightVariance(place),
                measured.places().biasVariance(place),
                number % measured.draws(),
                measured.runs().get(number),
                measured.reach()[place]);
    }
}
