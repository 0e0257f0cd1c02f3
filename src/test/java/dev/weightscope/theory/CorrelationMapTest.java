package dev.weightscope.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import org.junit.jupiter.api.Test;

class CorrelationMapTest {
    private static final double CLOSE = 1e-12;
    private static final double[] CORRELATIONS = {-0.99, -0.3, 0, 0.3, 0.9, 0.9999, 1};

    /// Cho & Saul 2009, Kernel methods for deep learning, eq. 6, of order 1 and 0. Leaky ReLU of
    /// slope a is (1+a)/2·x + (1−a)/2·|x|.
    @Test
    void straightPiecesAgreeWithTheArcCosineKernels() {
        for (double a : new double[] {0, 0.01, 0.2, 1}) {
            ActivationMoments leaky =
                    ActivationMoments.of(new Activation(ActivationFunction.LEAKY_RELU, a));
            for (double q : new double[] {0.01, 1, 30}) {
                VarianceMap variances = new VarianceMap(leaky, 2 / (1 + a * a), 0);
                CorrelationMap map = new CorrelationMap(variances, q);
                for (double c : CORRELATIONS) {
                    double angle = Math.acos(c);
                    double absolute = 2 / Math.PI * (Math.sin(angle) + (Math.PI / 2 - angle) * c);
                    double expected =
                            ((1 + a) * (1 + a) * c + (1 - a) * (1 - a) * absolute)
                                    / (2 * (1 + a * a));
                    assertEquals(expected, map.next(c), CLOSE);
                    double order0 = (Math.PI - angle) / Math.PI;
                    double slope = ((1 + a * a) * order0 + 2 * a * (1 - order0)) / (1 + a * a);
                    assertEquals(slope, map.slope(c), c == 1 ? 1e-8 : CLOSE);
                }
            }
        }
    }

    /// Williams 1997, Computing with infinite networks: E erf·erf = 2/π · asin(2qc / (1 + 2q)).
    @Test
    void erfAgreesWithTheArcSineKernel() {
        for (double q : new double[] {0.01, 1, 5}) {
            VarianceMap variances = new VarianceMap(moments(ActivationFunction.ERF), 1, 0);
            CorrelationMap map = new CorrelationMap(variances, q);
            for (double c : CORRELATIONS) {
                double sine = 2 * q * c / (1 + 2 * q);
                assertEquals(2 / Math.PI * Math.asin(sine) / q, map.next(c), CLOSE);
                double slope = 4 / Math.PI / ((1 + 2 * q) * Math.sqrt(1 - sine * sine));
                assertEquals(slope, map.slope(c), CLOSE);
            }
        }
    }

    @Test
    void underHeSamplesOfReluBecomeAlikeAsTheTableSays() {
        CorrelationMap map =
                new CorrelationMap(new VarianceMap(moments(ActivationFunction.RELU), 2, 0), 1);
        double[] expected = {.318310, .493731, .735946, .871536, .948428, .987862, .996423};
        int[] layers = {1, 2, 5, 10, 20, 50, 100};
        double c = 0;
        int next = 0;
        for (int layer = 1; layer <= 100; layer++) {
            c = map.next(c);
            if (layer == layers[next]) {
                assertEquals(expected[next], c, 6e-7);
                next++;
            }
        }
        assertEquals(7, next);
    }

    /// The slope is the derivative (Price's theorem), and samples that are equal stay so.
    @Test
    void ofEveryActivationTheSlopeIsTheDifferenceQuotientAndTheEndIsTheVarianceMap() {
        for (ActivationFunction function : ActivationFunction.values()) {
            ActivationMoments moments = moments(function);
            for (double q : new double[] {0.05, 1, 4, 30}) {
                VarianceMap variances = new VarianceMap(moments, 1.5, 0.1);
                CorrelationMap map = new CorrelationMap(variances, q);
                String what = function + " at " + q;
                assertEquals(variances.next(q) / q, map.next(1), 1e-9, what);
                assertEquals(variances.chi(q), map.slope(1), 1e-7, what);
                double h = 1e-4;
                double quotient = (map.next(0.4 + h) - map.next(0.4 - h)) / (2 * h);
                assertEquals(quotient, map.slope(0.4), 2e-6, what);
            }
        }
    }

    @Test
    void wherePreActivationsVanishThereIsNoCorrelation() {
        VarianceMap map = new VarianceMap(moments(ActivationFunction.TANH), 1, 0);
        assertThrows(IllegalArgumentException.class, () -> new CorrelationMap(map, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> new CorrelationMap(map, Double.POSITIVE_INFINITY));
    }

    @Test
    void hermiteSeriesAgreeWithTheQuadratureOfPairs() {
        for (ActivationFunction function : ActivationFunction.values()) {
            ActivationMoments moments = moments(function);
            PairQuadrature pairs = PairQuadrature.fine(moments.activation(), 1.3);
            HermiteSeries series = HermiteSeries.of(moments, 1.3, moments.at(1.3));
            for (double c : CORRELATIONS) {
                assertEquals(
                        pairs.at(1 - c).product(),
                        series.product(c),
                        c < 0.95 && c > -0.95 ? 2e-5 : 2e-3,
                        function + " at " + c);
            }
            for (double c : new double[] {-0.5, 0, 0.5}) {
                // What jumps has coefficients that fall slowly.
                assertEquals(pairs.at(1 - c).slopeProduct(), series.slopeProduct(c), 1e-4);
            }
            assertEquals(moments.at(1.3).slopeSecond(), series.slopeProduct(1), CLOSE);
            assertEquals(moments.at(1.3).fourth(), series.squareProduct(1), CLOSE);
            assertEquals(moments.at(1.3).slopeFourth(), series.slopeSquareProduct(1), CLOSE);
            double mean = moments.at(1.3).second();
            assertEquals(mean * mean, series.squareProduct(0), CLOSE);
        }
    }

    private static ActivationMoments moments(ActivationFunction function) {
        return ActivationMoments.of(Activation.of(function));
    }
}
