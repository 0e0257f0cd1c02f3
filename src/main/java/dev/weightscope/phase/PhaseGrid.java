package dev.weightscope.phase;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.theory.PhaseField;
import java.util.Arrays;

/// Where signals end all over a map.
///
/// @param variance q*, row by row, the first at the first σ_b²; not to be modified
/// @param chi χ₁; not to be modified
/// @param scale ξ_c; empty where it was not asked for; not to be modified
public record PhaseGrid(
        GridAxis weights, GridAxis biases, double[] variance, double[] chi, double[] scale) {
    private static final int BYTES_PER_CELL = 3 * Double.BYTES;

    static long bytes(PhaseSettings settings) {
        return (long) settings.cells() * BYTES_PER_CELL;
    }

    /// A row is one task: the numbers do not depend on how many threads there are.
    static PhaseGrid of(
            PhaseField field,
            GridAxis weights,
            GridAxis biases,
            Kernel kernel,
            Cancellation cancellation) {
        int columns = weights.count();
        double[] variance = new double[columns * biases.count()];
        double[] chi = new double[variance.length];
        kernel.share(
                biases.count(),
                cancellation,
                row -> {
                    for (int column = 0; column < columns; column++) {
                        cancellation.throwIfCancelled();
                        PhaseField.Point point = field.at(weights.at(column), biases.at(row));
                        variance[row * columns + column] = point.variance();
                        chi[row * columns + column] = point.chi();
                    }
                });
        return new PhaseGrid(weights, biases, variance, chi, new double[0]);
    }

    boolean hasScale() {
        return scale.length > 0;
    }

    /// With ξ_c too.
    PhaseGrid withScale(PhaseField field, Kernel kernel, Cancellation cancellation) {
        int columns = weights.count();
        double[] found = new double[variance.length];
        kernel.share(
                biases.count(),
                cancellation,
                row -> {
                    for (int column = 0; column < columns; column++) {
                        cancellation.throwIfCancelled();
                        int place = row * columns + column;
                        found[place] =
                                field.correlationScale(
                                        weights.at(column),
                                        biases.at(row),
                                        new PhaseField.Point(variance[place], chi[place]));
                    }
                });
        return new PhaseGrid(weights, biases, variance, chi, found);
    }

    /// One number for each cell, row by row.
    double[] values(PhaseQuantity quantity) {
        return switch (quantity) {
            case CHI -> chi;
            case Q -> variance;
            case XI_C -> scale;
            case DEPTH ->
                    Arrays.stream(scale).map(each -> PhaseQuantity.TRAINABLE * each).toArray();
        };
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof PhaseGrid that
                        && weights.equals(that.weights)
                        && biases.equals(that.biases)
                        && Arrays.equals(variance, that.variance)
                        && Arrays.equals(chi, that.chi)
                        && Arrays.equals(scale, that.scale));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(chi);
    }
}
