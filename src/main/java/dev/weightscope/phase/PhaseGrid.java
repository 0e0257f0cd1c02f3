package dev.weightscope.phase;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.theory.PhaseField;
import java.util.Arrays;
import java.util.List;

/// Where signals end all over a map.
///
/// @param variance q*, row by row, the first at the first σ_b²; not to be modified
/// @param chi χ₁; not to be modified
/// @param scale ξ_c; empty where it was not asked for; not to be modified
/// @param border the σ_w² of each row from which on signals grow without end, where what is mapped
///   may jump; infinite where there is none on the map
public record PhaseGrid(
        GridAxis weights,
        GridAxis biases,
        double[] variance,
        double[] chi,
        double[] scale,
        List<Double> border) {
    private static final int BYTES_PER_CELL = 3 * Double.BYTES;

    /// Of the border, to 1/1024 of a step of the map.
    private static final int HALVINGS = 10;

    public PhaseGrid {
        border = List.copyOf(border);
    }

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
        double[] ws = weights.values();
        double[] bs = biases.values();
        int columns = ws.length;
        double[] variance = new double[columns * bs.length];
        double[] chi = new double[variance.length];
        double[] border = new double[bs.length];
        kernel.share(
                biases.count(),
                cancellation,
                row -> {
                    for (int column = 0; column < columns; column++) {
                        cancellation.throwIfCancelled();
                        PhaseField.Point point = field.at(ws[column], bs[row]);
                        variance[row * columns + column] = point.variance();
                        chi[row * columns + column] = point.chi();
                    }
                    border[row] = border(field, ws, bs[row]);
                });
        return new PhaseGrid(
                weights,
                biases,
                variance,
                chi,
                new double[0],
                Arrays.stream(border).boxed().toList());
    }

    /// By halving the step in which signals begin to grow without end.
    private static double border(PhaseField field, double[] ws, double biasVariance) {
        int first = 0;
        while (first < ws.length && !growsWithoutEnd(field, ws[first], biasVariance)) {
            first++;
        }
        if (first == 0 || first == ws.length) {
            return first == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        double low = ws[first - 1];
        double high = ws[first];
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (growsWithoutEnd(field, middle, biasVariance)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static boolean growsWithoutEnd(PhaseField field, double w, double b) {
        return field.at(w, b).variance() == Double.POSITIVE_INFINITY;
    }

    boolean hasScale() {
        return scale.length > 0;
    }

    /// With ξ_c too.
    PhaseGrid withScale(PhaseField field, Kernel kernel, Cancellation cancellation) {
        double[] ws = weights.values();
        double[] bs = biases.values();
        int columns = ws.length;
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
                                        ws[column],
                                        bs[row],
                                        new PhaseField.Point(variance[place], chi[place]));
                    }
                });
        return new PhaseGrid(weights, biases, variance, chi, found, border);
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
                        && border.equals(that.border)
                        && Arrays.equals(variance, that.variance)
                        && Arrays.equals(chi, that.chi)
                        && Arrays.equals(scale, that.scale));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(chi);
    }
}
