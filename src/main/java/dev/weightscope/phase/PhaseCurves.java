package dev.weightscope.phase;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.theory.MeanField;
import dev.weightscope.theory.PhaseField;
import dev.weightscope.theory.VarianceMap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// What leads to where a signal ends at one point of a map.
///
/// @param length V(q) over q
/// @param lengths q of one layer after the other
/// @param correlation C(c) over c; empty where the variance does not settle
/// @param correlations c of one layer after the other, from independent samples on
/// @param scales ξ over σ_w² at this σ_b²
public record PhaseCurves(
        List<Value> length,
        List<Double> lengths,
        List<Value> correlation,
        List<Double> correlations,
        List<Scale> scales) {
    private static final int LENGTHS = 60;
    private static final int CORRELATIONS = 40;
    private static final int SCALES = 160;
    private static final int LAYERS = 24;
    private static final double ROOM = 1.25;

    /// A number and the next layer's.
    public record Value(double x, double y) {}

    /// @param correlation ξ_c
    /// @param length ξ_q
    public record Scale(double weightVariance, double correlation, double length) {}

    public PhaseCurves {
        length = List.copyOf(length);
        lengths = List.copyOf(lengths);
        correlation = List.copyOf(correlation);
        correlations = List.copyOf(correlations);
        scales = List.copyOf(scales);
    }

    static PhaseCurves of(
            PhaseField field,
            MeanField limit,
            double start,
            GridAxis weights,
            Cancellation cancellation) {
        VarianceMap map =
                new VarianceMap(field.moments(), limit.weightVariance(), limit.biasVariance());
        double q = limit.variance();
        boolean settles = q > 0 && q < Double.POSITIVE_INFINITY;
        double end = ROOM * Math.max(start, settles ? q : start);
        List<Value> length = new ArrayList<>();
        for (int i = 0; i <= LENGTHS; i++) {
            double x = end * i / LENGTHS;
            length.add(new Value(x, map.next(x)));
        }
        cancellation.throwIfCancelled();
        List<Value> correlation = new ArrayList<>();
        List<Double> correlations = new ArrayList<>();
        if (settles) {
            PhaseField.Correlations next = field.correlations(map, q);
            for (int i = 0; i <= CORRELATIONS; i++) {
                double c = (double) i / CORRELATIONS;
                correlation.add(new Value(c, next.next(c)));
            }
            walk(correlations, 0, next::next);
        }
        List<Double> lengths = new ArrayList<>();
        walk(lengths, start, map::next);
        List<Scale> scales = new ArrayList<>();
        for (int i = 0; i <= SCALES; i++) {
            cancellation.throwIfCancelled();
            double w = weights.low() + (weights.high() - weights.low()) * i / SCALES;
            scales.add(scale(field, w, limit.biasVariance()));
        }
        return new PhaseCurves(length, lengths, correlation, correlations, scales);
    }

    private static void walk(List<Double> way, double start, DoubleUnaryOperator next) {
        double at = start;
        for (int i = 0; i <= LAYERS && Double.isFinite(at); i++) {
            way.add(at);
            at = next.applyAsDouble(at);
        }
    }

    private static Scale scale(PhaseField field, double w, double b) {
        PhaseField.Point point = field.at(w, b);
        return new Scale(w, field.correlationScale(w, b, point), field.varianceScale(w, b, point));
    }
}
