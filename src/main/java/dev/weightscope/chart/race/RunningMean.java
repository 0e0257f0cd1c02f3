package dev.weightscope.chart.race;

/// The mean of the values around a place: of as many on its one side as on the other, so that a
/// straight line stays what it is, to its ends. What is not finite is left out of a mean, and has
/// none itself: it stays what it is.
final class RunningMean {
    private final double[] values;
    private final int reach;
    private final double[] sums;
    private final int[] counts;

    /// @param values not copied: not to be modified
    /// @param reach how many places on each side, at least 0
    RunningMean(double[] values, int reach) {
        this.values = values;
        this.reach = reach;
        sums = new double[values.length + 1];
        counts = new int[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            boolean isFinite = Double.isFinite(values[i]);
            sums[i + 1] = sums[i] + (isFinite ? values[i] : 0);
            counts[i + 1] = counts[i] + (isFinite ? 1 : 0);
        }
    }

    double at(int place) {
        int near = Math.min(reach, Math.min(place, values.length - 1 - place));
        if (near == 0 || !Double.isFinite(values[place])) {
            return values[place];
        }
        int from = place - near;
        int to = place + near + 1;
        return (sums[to] - sums[from]) / (counts[to] - counts[from]);
    }
}
