package dev.weightscope.training;

import dev.weightscope.kernel.Cancellation;

/// The part of a plane of two features that holds all samples, with a margin.
///
/// @param low of the first feature
/// @param high of the first feature
/// @param lowest of the second
/// @param highest of the second
public record Plane(double low, double high, double lowest, double highest) {
    /// Cells of a row and of a column.
    public static final int SIDE = 48;

    private static final double MARGIN = 0.1;

    /// Around the samples of data with two features.
    static Plane of(TrainingData data) {
        double[] first = bounds(data, 0);
        double[] second = bounds(data, 1);
        return new Plane(first[0], first[1], second[0], second[1]);
    }

    private static double[] bounds(TrainingData data, int feature) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < data.rows(); row++) {
            low = Math.min(low, data.value(row, feature));
            high = Math.max(high, data.value(row, feature));
        }
        double margin = low < high ? MARGIN * (high - low) : 1;
        return new double[] {low - margin, high + margin};
    }

    /// The middles of all cells, row by row, the largest second feature first, as samples of no
    /// target.
    SampleTable cells() {
        float[] values = new float[SIDE * SIDE * 2];
        for (int cell = 0; cell < SIDE * SIDE; cell++) {
            double x = (cell % SIDE + 0.5) / SIDE;
            int row = cell / SIDE;
            double y = (row + 0.5) / SIDE;
            values[2 * cell] = (float) (low + x * (high - low));
            values[2 * cell + 1] = (float) (highest - y * (highest - lowest));
        }
        Target none = new Target.Numbers(new float[SIDE * SIDE]);
        return SampleTable.of(
                new TrainingData("cells", 2, values, none),
                Permutations.given(SIDE * SIDE),
                Cancellation.NEVER);
    }
}
