package dev.weightscope.theory;

import java.util.HashMap;
import java.util.Map;

/// [HermiteSeries] of one activation in parts of its moments, which change slowly with the
/// variance: found at some variances and interpolated between, in its logarithm.
///
/// Not for use by several threads.
final class SeriesTable {
    private static final double PER_LOGARITHM = 4;

    /// Of ln q. Below the first an activation that is 0 at 0 is straight on either side of it.
    private static final double STRAIGHT = -14;

    private static final double LOWEST = -60;
    private static final double HIGHEST = 100;

    private final ActivationMoments activation;
    private final double lowest;
    private final Map<Integer, HermiteSeries> found = new HashMap<>();

    SeriesTable(ActivationMoments activation) {
        this.activation = activation;
        lowest = activation.activation().value(0) == 0 ? STRAIGHT : LOWEST;
    }

    /// The series at a variance, relative errors being below 1e-2 of what exceeds 1.
    ///
    /// @param variance above 0 and finite
    HermiteSeries at(double variance) {
        double place = PER_LOGARITHM * Math.clamp(Math.log(variance), lowest, HIGHEST);
        int below = (int) Math.floor(place);
        return at(below).between(at(below + 1), place - below);
    }

    private HermiteSeries at(int place) {
        return found.computeIfAbsent(
                place,
                each -> {
                    double variance = Math.exp(each / PER_LOGARITHM);
                    Moments moments = activation.at(variance);
                    return HermiteSeries.of(activation, variance, moments).inPartsOf(moments);
                });
    }
}
