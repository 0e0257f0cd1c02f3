package dev.weightscope.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import org.junit.jupiter.api.Test;

/// E φ′(u)·φ′(v) over the correlation, and its mean from there to 1, beside a quadrature over the
/// plane of both, of which (E φ² − E φ(u)φ(v)) / q is that mean.
class CorrelationSlopesTest {
    private static final double[] DISTANCES = {1, 0.9, 0.5, 0.2, 0.05, 1e-2, 1e-4, 1e-7};

    @Test
    void theyAreWhatAQuadratureFinds() {
        int checked = 0;
        for (ActivationFunction function : ActivationFunction.values()) {
            Activation activation = Activation.of(function);
            SlopeField field = new SlopeField(ActivationMoments.of(activation));
            for (double variance : new double[] {0.02, 0.37, 1, 4.1}) {
                CorrelationSlopes slopes = field.at(variance);
                PairQuadrature pairs = PairQuadrature.fine(activation, variance);
                for (double distance : DISTANCES) {
                    PairMoments exact = pairs.at(distance);
                    CorrelationSlopes.At mine = slopes.at(distance);
                    String what = "%s q %s 1 - c %s".formatted(function.key(), variance, distance);
                    double tolerance = 2e-6 + 0.1 * mine.guessed();
                    assertEquals(exact.slopeProduct(), mine.there(), tolerance, what);
                    assertEquals(
                            exact.squaredDifference() / (2 * variance * distance),
                            mine.mean(),
                            2e-6 + 0.1 * mine.guessed(),
                            what);
                    checked++;
                }
            }
        }
        assertEquals(14 * 4 * DISTANCES.length, checked);
    }

    @Test
    void theSlopeAtTheEndIsThatOfTheCorrelationMap() {
        int checked = 0;
        for (ActivationFunction function : ActivationFunction.values()) {
            PhaseField field = PhaseField.of(Activation.of(function));
            for (double w : new double[] {1.05, 1.5, 1.79, 2.5, 4, 30}) {
                for (double b : new double[] {0, 0.05, 0.3}) {
                    PhaseField.Point point = field.at(w, b);
                    double q = point.variance();
                    if (point.chi() > 1 + 1e-9 && q > 0 && q < Double.POSITIVE_INFINITY) {
                        VarianceMap map = new VarianceMap(field.moments(), w, b);
                        double exact = new CorrelationMap(map, q).fixedPoint().slope();
                        double xi = field.correlationScale(w, b, point);
                        assertEquals(
                                1,
                                xi / MeanField.scale(exact),
                                3e-3,
                                "%s at %s, %s".formatted(function.key(), w, b));
                        checked++;
                    }
                }
            }
        }
        assertTrue(checked > 60, "points " + checked);
    }
}
