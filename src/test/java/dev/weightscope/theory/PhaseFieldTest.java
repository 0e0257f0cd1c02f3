package dev.weightscope.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PhaseFieldTest {
    @Test
    void cellsAreThePointsOfTheTable() {
        int checked = 0;
        int scales = 0;
        for (var entry : MeanFieldTable.read().get("points").properties()) {
            ActivationMoments moments = MeanFieldTable.moments(entry.getKey());
            PhaseField field = PhaseField.of(moments.activation());
            for (JsonNode point : entry.getValue()) {
                double w = point.get("sigma_w2").asDouble();
                double b = point.get("sigma_b2").asDouble();
                String what = entry.getKey() + " " + w + " " + b;
                MeanField exact = MeanField.of(new VarianceMap(moments, w, b), 1);
                PhaseField.Point mine = field.at(w, b);
                assertNear(what + " q*", exact.variance(), mine.variance(), 1e-8);
                assertNear(what + " chi", exact.chi(), mine.chi(), 1e-8);
                double xi = field.correlationScale(w, b, mine);
                JsonNode theirs = point.get("xi_c");
                if (theirs.isNull()) {
                    assertTrue(Double.isNaN(xi), what + " xi " + xi);
                } else if (MeanFieldTable.number(theirs) < 1e6) {
                    // 1 / ξ_c is 1 − C′, whose errors are below 1e-4 of C′ itself.
                    double tolerance = 2e-3 + 1e-5 * MeanFieldTable.number(theirs);
                    assertNear(what + " xi", MeanFieldTable.number(theirs), xi, tolerance);
                    scales++;
                }
                checked++;
            }
        }
        assertEquals(165, checked);
        assertTrue(scales > 100, "depth scales: " + scales);
    }

    @Test
    void aWholeMapIsWhatOnePointAfterTheOtherIs() {
        int checked = 0;
        for (ActivationFunction function : ActivationFunction.values()) {
            PhaseField field = PhaseField.of(Activation.of(function));
            for (double w : new double[] {0.01, 0.47, 1, 1.5, 1.99, 2, 2.01, 4, 30}) {
                for (double b : new double[] {0, 1e-9, 0.05, 0.17, 0.3, 10}) {
                    VarianceMap map = new VarianceMap(field.moments(), w, b);
                    PhaseField.Point point = field.at(w, b);
                    String what = function.key() + " " + w + " " + b;
                    double q = map.fixedPoint(PhaseField.START);
                    if (Math.abs(map.slope(q) - 1) < 1e-3) {
                        continue; // rounding decides where it ends
                    }
                    assertNear(what, q, point.variance(), 1e-6);
                    assertNear(what + " chi", map.chi(q), point.chi(), 1e-6);
                    checked++;
                }
            }
        }
        assertTrue(checked > 13 * 54, "points " + checked);
    }

    private static void assertNear(String what, double exact, double mine, double relative) {
        if (exact == 0 || Double.isInfinite(exact)) {
            assertEquals(exact, mine, what);
        } else {
            assertEquals(1, mine / exact, relative, () -> what + ": " + mine + " for " + exact);
        }
    }
}
