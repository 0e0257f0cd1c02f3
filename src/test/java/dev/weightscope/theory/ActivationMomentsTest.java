package dev.weightscope.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.SpecialFunctions;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivationMomentsTest {
    private static final double CLOSE = 1e-12;

    @Test
    void straightPiecesAgreeWithTheirClosedForms() {
        for (double slope : new double[] {0, 0.01, 0.2, 1}) {
            ActivationMoments leaky =
                    ActivationMoments.of(new Activation(ActivationFunction.LEAKY_RELU, slope));
            variances()
                    .forEach(q -> {
                        double half = (1 + slope * slope) / 2;
                        Moments moments = leaky.at(q);
                        assertClose((1 - slope) * Math.sqrt(q / (2 * Math.PI)), moments.mean());
                        assertClose(half * q, moments.second());
                        assertClose(1.5 * (1 + Math.pow(slope, 4)) * q * q, moments.fourth());
                        assertClose(half, moments.slopeSecond());
                        assertClose((1 + Math.pow(slope, 4)) / 2, moments.slopeFourth());
                        assertClose(half, moments.secondByVariance());
                    });
        }
    }

    /// E erf² = 2/π · asin(2q / (1 + 2q)), here by atan2, which loses no digits near 1; E erf′² =
    /// 4/π / √(1 + 4q) (Williams 1997, Computing with infinite networks).
    @Test
    void erfAgreesWithItsClosedForms() {
        ActivationMoments erf = moments(ActivationFunction.ERF);
        variances()
                .forEach(q -> {
                    Moments moments = erf.at(q);
                    assertClose(
                            2 / Math.PI * Math.atan2(2 * q, Math.sqrt(1 + 4 * q)),
                            moments.second());
                    assertClose(4 / Math.PI / Math.sqrt(1 + 4 * q), moments.slopeSecond());
                });
    }

    @Test
    void hardtanhAgreesWithItsClosedForms() {
        ActivationMoments hardtanh = moments(ActivationFunction.HARDTANH);
        variances()
                .forEach(q -> {
                    double edge = 1 / Math.sqrt(q);
                    double inside = SpecialFunctions.erf(edge / Math.sqrt(2));
                    Moments moments = hardtanh.at(q);
                    assertClose(inside, moments.slopeSecond());
                    if (q > 1e-3 && q < 1e6) {
                        double second =
                                q * (inside - 2 * edge * SpecialFunctions.normalDensity(edge))
                                        + SpecialFunctions.erfc(edge / Math.sqrt(2));
                        assertEquals(second, moments.second(), 1e-9 * second);
                    }
                });
    }

    /// Mean, std, E φ², E φ′² at q = 1, from another program's quadrature.
    @ParameterizedTest
    @CsvSource({
        "LINEAR, 0, 1, 1, 1",
        "TANH, 0, .627929, .394294, .464403",
        "SIGMOID, .5, .208276, .293379, .044836",
        "RELU, .398942, .583819, .5, .5",
        "LEAKY_RELU, .394953, .586568, .500050, .500050",
        "ELU, .160521, .786879, .644945, .668102",
        "SELU, 0, 1, 1, 1.071575",
        "GELU, .282095, .587915, .425221, .455851",
        "SILU, .206621, .559538, .355776, .379482",
        "MISH, .240404, .628131, .452342, .479084",
        "SOFTPLUS, .806059, .521071, .921246, .293379",
        "SOFTSIGN, 0, .427801, .183014, .227671",
        "ERF, 0, .681586, .464559, .569410",
        "HARDTANH, 0, .718372, .516059, .682689"
    })
    void momentsAtVarianceOneAreThoseOfTheTable(
            ActivationFunction function, double mean, double std, double second, double slope) {
        Moments moments = moments(function).at(1);
        assertEquals(mean, moments.mean(), 6e-7);
        assertEquals(std, moments.std(), 6e-7);
        assertEquals(second, moments.second(), 6e-7);
        assertEquals(slope, moments.slopeSecond(), 6e-7);
    }

    @Test
    void theDerivativeOfTheSecondMomentIsItsDifferenceQuotient() {
        for (ActivationFunction function : ActivationFunction.values()) {
            ActivationMoments moments = moments(function);
            for (double q : new double[] {1e-3, 0.1, 1, 10, 1000}) {
                double h = 1e-4 * q;
                double quotient =
                        (moments.at(q + h).second() - moments.at(q - h).second()) / (2 * h);
                assertEquals(
                        quotient,
                        moments.at(q).secondByVariance(),
                        1e-7 * Math.max(quotient, 1e-3),
                        function + " at " + q);
            }
        }
    }

    @Test
    void theEndsAreTheLimits() {
        for (ActivationFunction function : ActivationFunction.values()) {
            ActivationMoments moments = moments(function);
            assertEquals(
                    moments.at(1e-60).slopeSecond(),
                    moments.at(0).slopeSecond(),
                    CLOSE,
                    function.key());
            assertEquals(moments.at(1e-60).second(), moments.at(0).second(), CLOSE, function.key());
            Moments far = moments.at(Double.POSITIVE_INFINITY);
            assertEquals(moments.at(1e60).slopeSecond(), far.slopeSecond(), CLOSE, function.key());
            assertTrue(Double.isNaN(moments.at(Double.NaN).second()), function.key());
        }
    }

    private static ActivationMoments moments(ActivationFunction function) {
        return ActivationMoments.of(Activation.of(function));
    }

    private static DoubleStream variances() {
        return DoubleStream.iterate(1e-20, q -> q < 1e12, q -> q * 1.7);
    }

    private static void assertClose(double expected, double actual) {
        assertEquals(expected, actual, CLOSE * Math.abs(expected) + 1e-300);
    }
}
