package dev.weightscope.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class VarianceMapTest {
    @Test
    void variancesAndGradientFactorsOfEveryLayerAreThoseOfTheTable() {
        int checked = 0;
        for (var entry : MeanFieldTable.read().get("points").properties()) {
            ActivationMoments moments = MeanFieldTable.moments(entry.getKey());
            for (JsonNode point : entry.getValue()) {
                String what = what(entry.getKey(), point);
                VarianceMap map = map(moments, point);
                double q = 1;
                for (int l = 0; l < point.get("q").size(); l++) {
                    if (MeanFieldTable.number(point.get("q").get(l)) > 1e290) {
                        break;
                    }
                    MeanFieldTable.assertAgrees(what + " q " + l, point.get("q").get(l), q);
                    MeanFieldTable.assertAgrees(
                            what + " chi " + l, point.get("chi1_at_q").get(l), map.chi(q));
                    checked++;
                    q = map.next(q);
                }
                double layer = map.weightVariance() + map.biasVariance();
                for (JsonNode expected : point.get("q_unit_input")) {
                    MeanFieldTable.assertAgrees(what + " q of a layer", expected, layer);
                    checked++;
                    layer = map.next(layer);
                }
            }
        }
        assertEquals(11 * 15 * (31 + 30), checked);
    }

    @Test
    void fixedPointsAndWhatHoldsThereAreThoseOfTheTable() {
        int checked = 0;
        for (var entry : MeanFieldTable.read().get("points").properties()) {
            ActivationMoments moments = MeanFieldTable.moments(entry.getKey());
            for (JsonNode point : entry.getValue()) {
                String what = what(entry.getKey(), point);
                VarianceMap map = map(moments, point);
                double q = map.fixedPoint(1);
                MeanFieldTable.assertAgrees(what + " q*", point.get("q_star"), q);
                MeanFieldTable.assertAgrees(what + " chi 1", point.get("chi_1"), map.chi(q));
                MeanFieldTable.assertAgrees(what + " dV/dq", point.get("dV_dq"), map.slope(q));
                checked++;
            }
        }
        assertEquals(11 * 15, checked);
    }

    @Test
    void aFixedPointIsTheOneThatRepetitionEndsAt() {
        // Of two fixed points, 0.98 and 0.16 of GELU's below, the start decides.
        VarianceMap map = new VarianceMap(MeanFieldTable.moments("gelu"), 2.0, 0.1);
        for (double start : new double[] {0.01, 0.2, 1, 1.5}) {
            double q = start;
            for (int i = 0; i < 100_000; i++) {
                q = map.next(q);
            }
            assertEquals(q > 1e6 ? Double.POSITIVE_INFINITY : q, map.fixedPoint(start), 1e-9);
        }
    }

    @Test
    void notANumberStaysOne() {
        VarianceMap map = new VarianceMap(MeanFieldTable.moments("tanh"), 1, 0);
        assertEquals(Double.NaN, map.next(Double.NaN));
        assertEquals(Double.NaN, map.fixedPoint(Double.NaN));
    }

    private static VarianceMap map(ActivationMoments moments, JsonNode point) {
        return new VarianceMap(
                moments, point.get("sigma_w2").asDouble(), point.get("sigma_b2").asDouble());
    }

    private static String what(String activation, JsonNode point) {
        return activation + " at " + point.get("sigma_w2") + ", " + point.get("sigma_b2");
    }

    @Test
    void aLineOfSlopeOneHasNoFixedPointHoweverSmallTheBiasesAre() {
        for (ActivationFunction function :
                List.of(ActivationFunction.LINEAR, ActivationFunction.RELU)) {
            double critical = function == ActivationFunction.LINEAR ? 1 : 2;
            PhaseField field = PhaseField.of(Activation.of(function));
            for (double bias : new double[] {1e-300, 1e-15, 1e-9, 1e-4, 0.3}) {
                VarianceMap map = new VarianceMap(field.moments(), critical, bias);
                String what = function.key() + " " + bias;
                assertEquals(Double.POSITIVE_INFINITY, map.fixedPoint(1), what);
                assertEquals(Double.POSITIVE_INFINITY, map.fixedPoint(1e-5), what);
                assertEquals(Double.POSITIVE_INFINITY, field.at(critical, bias).variance(), what);
            }
            assertEquals(1, new VarianceMap(field.moments(), critical, 0).fixedPoint(1));
            assertEquals(1, field.at(critical, 0).variance());
        }
    }
}
