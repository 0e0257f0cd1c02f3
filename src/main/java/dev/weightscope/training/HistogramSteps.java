package dev.weightscope.training;

/// At which steps histograms are kept: at the first ten, at some 200 evenly spaced ones, and at the
/// end of a run.
final class HistogramSteps {
    private static final int FIRST = 10;
    private static final int SPACED = 200;

    private final int spacing;

    HistogramSteps(int steps) {
        spacing = Math.ceilDiv(steps, SPACED);
    }

    boolean include(int step) {
        return step < FIRST || step % spacing == 0;
    }

    /// The most steps there can be of such a plan.
    static int most(int steps) {
        return Math.min(steps + 1, FIRST + SPACED + 2);
    }
}
