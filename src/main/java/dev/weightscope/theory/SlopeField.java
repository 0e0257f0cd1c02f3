package dev.weightscope.theory;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// [CorrelationSlopes] at any variance of one activation. Where they are a series, its coefficients
/// are found at variances that lie close, when they are first asked for, and interpolated between.
///
/// Safe to share between threads; the numbers do not depend on who asks first.
final class SlopeField {
    private static final int PER_E = 32;

    /// Of ln q.
    private static final int REACH = 42;

    private static final int MIDDLE = REACH * PER_E;

    private final ActivationMoments moments;
    private final boolean jumps;
    private final AtomicReferenceArray<SlopeCoefficients> found =
            new AtomicReferenceArray<>(2 * MIDDLE + 1);

    SlopeField(ActivationMoments moments) {
        this.moments = moments;
        Activation activation = moments.activation();
        // Beside 0 alone: hardtanh, which jumps elsewhere, is no series here.
        double jump = activation.slope(Double.MIN_NORMAL) - activation.slope(-Double.MIN_NORMAL);
        jumps = Math.abs(jump) > 1e-9;
    }

    /// @param variance q, above 0 and finite
    CorrelationSlopes at(double variance) {
        return moments.activation().function() == ActivationFunction.HARDTANH
                ? new ClippedSlopes(variance)
                : new SlopeSeries(interpolated(variance), jumps);
    }

    /// By the cubic through the four nearest.
    private double[] interpolated(double variance) {
        double place = MIDDLE + PER_E * Math.log(variance);
        int first = Math.clamp((long) Math.floor(place) - 1, 0, 2 * MIDDLE - 3);
        double t = place - first;
        double[] numbers = new double[SlopeCoefficients.NUMBERS];
        coefficients(first).addTo(numbers, -(t - 1) * (t - 2) * (t - 3) / 6);
        coefficients(first + 1).addTo(numbers, t * (t - 2) * (t - 3) / 2);
        coefficients(first + 2).addTo(numbers, -t * (t - 1) * (t - 3) / 2);
        coefficients(first + 3).addTo(numbers, t * (t - 1) * (t - 2) / 6);
        return numbers;
    }

    private SlopeCoefficients coefficients(int place) {
        SlopeCoefficients there = found.get(place);
        if (there == null) {
            double variance = Math.exp((double) (place - MIDDLE) / PER_E);
            there = new SlopeCoefficients(moments, variance);
            found.set(place, there);
        }
        return there;
    }
}
