package dev.weightscope.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class MeanFieldTest {
    @Test
    void correlationsAndDepthScalesAreThoseOfTheTable() {
        int checked = 0;
        int correlations = 0;
        for (var entry : MeanFieldTable.read().get("points").properties()) {
            ActivationMoments moments = MeanFieldTable.moments(entry.getKey());
            for (JsonNode point : entry.getValue()) {
                String what =
                        entry.getKey() + " " + point.get("sigma_w2") + " " + point.get("sigma_b2");
                MeanField mine = MeanField.of(map(moments, point), 1);
                check(what + " xi q", point.get("xi_q"), mine.varianceScale());
                checkScale(what + " xi c", point.get("xi_c"), mine.correlationScale());
                check(what + " c*", point.get("c_star"), mine.correlation());
                if (point.has("chi_at_c_star")) {
                    check(what, point.get("chi_at_c_star"), mine.correlationSlope());
                    correlations++;
                }
                checkPhase(point, mine);
                checked++;
            }
        }
        assertEquals(11 * 15, checked);
        assertEquals(22, correlations);
    }

    /// Where the table has none, neither has theory.
    private static void check(String what, JsonNode expected, double mine) {
        if (expected.isNull()) {
            assertTrue(Double.isNaN(mine), () -> what + " is " + mine);
        } else {
            MeanFieldTable.assertAgrees(what, expected, mine);
        }
    }

    /// ξ_c = −1 / ln C′ multiplies an error of C′ by ξ_c², so that the table's own quadrature, of
    /// error 3e-12, limits it where ξ_c is in the thousands.
    private static void checkScale(String what, JsonNode expected, double mine) {
        if (expected.isNull()) {
            assertTrue(Double.isNaN(mine), () -> what + " is " + mine);
            return;
        }
        double theirs = MeanFieldTable.number(expected);
        double tolerance = Math.max(1e-9, 3e-11 * Math.min(theirs, 1e6));
        MeanFieldTable.assertAgrees(what, theirs, mine, tolerance);
    }

    private static void checkPhase(JsonNode point, MeanField mine) {
        switch (point.get("regime").asString()) {
            case "ordered" -> assertEquals(Phase.ORDERED, mine.phase());
            case "critical" -> assertEquals(Phase.CRITICAL, mine.phase());
            case "chaotic" -> assertEquals(Phase.CHAOTIC, mine.phase());
            case "vanishes (q* = 0)" -> assertEquals(0, mine.variance());
            default -> assertEquals(Double.POSITIVE_INFINITY, mine.variance());
        }
    }

    @Test
    void trainabilityRestsOnTheSameDepthScales() {
        ActivationMoments tanh = MeanFieldTable.moments("tanh");
        int checked = 0;
        for (JsonNode row : MeanFieldTable.read("trainability.json").get("mean_field")) {
            MeanField mine =
                    MeanField.of(new VarianceMap(tanh, row.get("sigma_w2").asDouble(), 0.05), 1);
            check("q*", row.get("q_star"), mine.variance());
            check("chi 1", row.get("chi_1"), mine.chi());
            check("xi q", row.get("xi_q"), mine.varianceScale());
            checkScale("xi c", row.get("xi_c"), mine.correlationScale());
            checked++;
        }
        assertEquals(8, checked);
    }

    /// q*, σ_w², σ_b² of tanh, from another program.
    @ParameterizedTest
    @CsvSource({
        ".01, 1.019711, 1.26e-6",
        ".1, 1.177569, 8.323e-4",
        ".5, 1.687975, .038041",
        "1, 2.153303, .150965",
        "3, 3.424457, .981491"
    })
    void theCriticalLineOfTanhIsTheTables(double q, double weightVariance, double biasVariance) {
        VarianceMap point = CriticalLine.at(MeanFieldTable.moments("tanh"), q).orElseThrow();
        assertEquals(weightVariance, point.weightVariance(), 6e-7);
        assertEquals(biasVariance, point.biasVariance(), 6e-7);
        assertEquals(1, point.chi(q), 1e-14);
        assertEquals(q, point.next(q), 1e-14);
    }

    /// Where gradients and variances both neither shrink nor grow: of GELU and SiLU the points of
    /// Roberts, Yaida & Hanin 2022, §5.3.4.
    @ParameterizedTest
    @CsvSource({
        "gelu, 3.561553, 1.983058, .172922",
        "silu, 14.320174, 1.988005, .555143",
        "mish, 1.670169, 2.013524, .094522"
    })
    void smoothActivationsHaveAPointThatHoldsBoth(
            String name, double q, double weightVariance, double biasVariance) {
        VarianceMap point = CriticalLine.at(MeanFieldTable.moments(name), q).orElseThrow();
        assertEquals(weightVariance, point.weightVariance(), 6e-7);
        assertEquals(biasVariance, point.biasVariance(), 6e-6);
        assertEquals(1, point.slope(q), 1e-6);
    }

    @Test
    void whereItWouldNeedANegativeBiasVarianceThereIsNoCriticalPoint() {
        assertTrue(CriticalLine.at(MeanFieldTable.moments("softplus"), 0.1).isEmpty());
        assertTrue(CriticalLine.at(MeanFieldTable.moments("sigmoid"), 1).isEmpty());
        VarianceMap relu = CriticalLine.at(MeanFieldTable.moments("relu"), 7).orElseThrow();
        assertEquals(2, relu.weightVariance(), 1e-14);
        assertEquals(0, relu.biasVariance(), 1e-12);
    }

    private static VarianceMap map(ActivationMoments moments, JsonNode point) {
        return new VarianceMap(
                moments, point.get("sigma_w2").asDouble(), point.get("sigma_b2").asDouble());
    }
}
