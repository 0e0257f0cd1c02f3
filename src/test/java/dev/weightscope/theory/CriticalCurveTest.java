package dev.weightscope.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriticalCurveTest {
    private static CriticalCurve of(String key) {
        ActivationFunction function =
                List.of(ActivationFunction.values()).stream()
                        .filter(each -> each.key().equals(key))
                        .findFirst()
                        .orElseThrow();
        return CriticalCurve.of(ActivationMoments.of(Activation.of(function)), 4, 0.5);
    }

    @ParameterizedTest
    @CsvSource({
        "linear, POINT",
        "relu, POINT",
        "leaky-relu, POINT",
        "tanh, LINE",
        "erf, LINE",
        "hardtanh, LINE",
        "softsign, LINE",
        "elu, LINE",
        "selu, LINE",
        "gelu, HALF_STABLE",
        "silu, HALF_STABLE",
        "mish, HALF_STABLE",
        "softplus, NONE"
    })
    void activationsHaveALineAPointOrNone(String key, CriticalCurve.Kind kind) {
        assertEquals(kind, of(key).kind());
    }

    /// On the line of sigmoid σ_w² is above 100.
    @Test
    void noWeightsThatAreUsualAreCriticalForSigmoid() {
        assertTrue(of("sigmoid").points().stream().allMatch(each -> each.weightVariance() > 100));
    }

    @Test
    void theLineOfTanhGoesFromOneThroughTheTablesPoints() {
        CriticalCurve curve = of("tanh");
        assertEquals(1, curve.points().getFirst().weightVariance(), 1e-12);
        assertEquals(0, curve.points().getFirst().biasVariance(), 1e-12);
        assertEquals(1.760955, weightAt(curve, 0.05), 1e-3);
        assertEquals(1.986073, weightAt(curve, 0.1), 1e-3);
        assertEquals(2.5, weightAt(curve, 0.2974038), 1e-3);
    }

    @Test
    void theLineOfErfGoesFromPiOverFourThroughTheTablesPoints() {
        CriticalCurve curve = of("erf");
        assertEquals(Math.PI / 4, curve.points().getFirst().weightVariance(), 1e-12);
        assertEquals(1.360350, weightAt(curve, 0.0465502), 1e-3);
        assertEquals(1.756204, weightAt(curve, 0.184140), 1e-3);
    }

    private static double weightAt(CriticalCurve curve, double biasVariance) {
        List<CriticalCurve.Point> points = curve.points();
        for (int i = 1; i < points.size(); i++) {
            CriticalCurve.Point to = points.get(i);
            if (to.biasVariance() >= biasVariance) {
                CriticalCurve.Point from = points.get(i - 1);
                double share =
                        (biasVariance - from.biasVariance())
                                / (to.biasVariance() - from.biasVariance());
                return from.weightVariance()
                        + share * (to.weightVariance() - from.weightVariance());
            }
        }
        return Double.NaN;
    }

    @ParameterizedTest
    @CsvSource({
        "gelu, 1.983058, .172922, 3.561553",
        "silu, 1.988005, .555143, 14.320174",
        "mish, 2.013524, .094522, 1.670169"
    })
    void smoothActivationsHaveAHalfStablePoint(String key, double w, double b, double q) {
        CriticalCurve.Point point = of(key).halfStable().orElseThrow();
        assertEquals(w, point.weightVariance(), 6e-7);
        assertEquals(b, point.biasVariance(), 6e-7);
        assertEquals(q, point.variance(), 6e-7 * q);
        assertTrue(
                of(key).points().stream()
                        .allMatch(each -> each.isStable() || each.variance() < point.variance()));
    }

    @Test
    void thePointOfReluIsTwoWithoutBias() {
        CriticalCurve.Point point = of("relu").points().getFirst();
        assertEquals(2, point.weightVariance(), 1e-12);
        assertEquals(0, point.biasVariance(), 1e-12);
    }
}
