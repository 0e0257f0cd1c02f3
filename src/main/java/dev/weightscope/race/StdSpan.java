package dev.weightscope.race;

import dev.weightscope.chart.axis.Range;
import dev.weightscope.model.Quantiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// What a logarithmic axis of stds spans, at whatever step it is looked at.
///
/// The gradient of a network that saturates is at some step as small as 1e-40, where all others lie
/// between 1e-4 and 1: the axis goes no further than [#BEYOND] past what all but a few values lie
/// within, and those leave it at its edge.
final class StdSpan {
    /// The share of the values that may lie further out, below and above.
    private static final double FEW = 0.05;

    /// How many times smaller, or greater, the smallest and the greatest of the axis may be.
    private static final double BEYOND = 1e3;

    /// Values enough to tell a share.
    private static final int ENOUGH = 20_000;

    private static final int MOST_STEPS = 32;

    private StdSpan() {}

    /// A std by step.
    record Values(int length, IntToDoubleFunction at) {}

    /// Empty where no value has a place on a logarithmic axis.
    static Optional<Range> of(List<Values> curves) {
        int steps = Math.clamp(ENOUGH / Math.max(1, curves.size()), 2, MOST_STEPS);
        List<Double> all = new ArrayList<>();
        for (Values curve : curves) {
            values(curve, steps).filter(std -> std > 0 && Double.isFinite(std)).forEach(all::add);
        }
        if (all.isEmpty()) {
            return Optional.empty();
        }
        double[] values = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double low = Quantiles.of(values, FEW) / BEYOND;
        double high = Quantiles.of(values, 1 - FEW) * BEYOND;
        return Optional.of(
                Range.around(Math.max(values[0], low), Math.min(values[values.length - 1], high)));
    }

    /// At steps spread evenly, the first and the last among them.
    private static DoubleStream values(Values curve, int steps) {
        int count = Math.min(steps, curve.length);
        return IntStream.range(0, count)
                .map(i -> count == 1 ? 0 : (int) ((long) i * (curve.length - 1) / (count - 1)))
                .mapToDouble(curve.at);
    }
}
