package dev.weightscope.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CriticalPointTest {
    @Test
    void withoutBiasItIsTheTables() {
        int checked = 0;
        var table = MeanFieldTable.read().get("critical_sigma_w_at_sigma_b_0");
        for (var entry : table.properties()) {
            double mine =
                    Math.sqrt(
                            CriticalPoint.weightVariance(MeanFieldTable.moments(entry.getKey()), 0)
                                    .orElseThrow());
            // χ₁ − 1 begins with the square of the distance here, so that much is rounding.
            double tolerance = 1e-7;
            MeanFieldTable.assertAgrees(
                    entry.getKey(),
                    entry.getValue().get("critical_sigma_w").asDouble(),
                    mine,
                    tolerance);
            checked++;
        }
        assertEquals(11, checked);
    }

    @Test
    void alongTheCriticalLineOfTanhItIsTheTables() {
        int checked = 0;
        ActivationMoments tanh = MeanFieldTable.moments("tanh");
        for (JsonNode point : MeanFieldTable.read().get("critical_line_chi1_eq_1").get("tanh")) {
            double biasVariance = point.get("sigma_b2").asDouble();
            double mine = CriticalPoint.weightVariance(tanh, biasVariance).orElseThrow();
            MeanFieldTable.assertAgrees("at " + biasVariance, point.get("sigma_w2"), mine);
            double q = new VarianceMap(tanh, mine, biasVariance).fixedPoint(1);
            MeanFieldTable.assertAgrees("q* at " + biasVariance, point.get("q_star"), q);
            checked++;
        }
        assertEquals(12, checked);
    }
}
