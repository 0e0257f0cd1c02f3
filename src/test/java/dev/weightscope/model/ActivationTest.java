package dev.weightscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ActivationTest {
    /// φ at −3, −0.5, 0, 0.5 and 3, to fifteen digits, computed apart from this program.
    private record Values(ActivationFunction function, double... values) {}

    private static final double[] POINTS = {-3, -0.5, 0, 0.5, 3};

    private static final List<Values> VALUES =
            List.of(
                    new Values(ActivationFunction.LINEAR, -3, -0.5, 0, 0.5, 3),
                    new Values(
                            ActivationFunction.TANH,
                            -0.99505475368673,
                            -0.46211715726001,
                            0,
                            0.46211715726001,
                            0.99505475368673),
                    new Values(
                            ActivationFunction.SIGMOID,
                            0.0474258731775668,
                            0.377540668798145,
                            0.5,
                            0.622459331201855,
                            0.952574126822433),
                    new Values(ActivationFunction.RELU, 0, 0, 0, 0.5, 3),
                    new Values(ActivationFunction.LEAKY_RELU, -0.03, -0.005, 0, 0.5, 3),
                    new Values(
                            ActivationFunction.ELU,
                            -0.950212931632136,
                            -0.393469340287367,
                            0,
                            0.5,
                            3),
                    new Values(
                            ActivationFunction.SELU,
                            -1.67056872876711,
                            -0.691758187802871,
                            0,
                            0.52535049367774,
                            3.15210296206644),
                    new Values(
                            ActivationFunction.GELU,
                            -0.00404969409489029,
                            -0.154268769362993,
                            0,
                            0.345731230637007,
                            2.99595030590511),
                    new Values(
                            ActivationFunction.SILU,
                            -0.1422776195327,
                            -0.188770334399073,
                            0,
                            0.311229665600927,
                            2.8577223804673),
                    new Values(
                            ActivationFunction.SOFTPLUS,
                            0.0485873515737421,
                            0.474076984180107,
                            0.693147180559945,
                            0.974076984180107,
                            3.04858735157374),
                    new Values(
                            ActivationFunction.SOFTSIGN,
                            -0.75,
                            -0.333333333333333,
                            0,
                            0.333333333333333,
                            0.75),
                    new Values(
                            ActivationFunction.MISH,
                            -0.145647461275625,
                            -0.22074377465173,
                            0,
                            0.375245211304895,
                            2.98653500496796),
                    new Values(ActivationFunction.HARDTANH, -1, -0.5, 0, 0.5, 1),
                    new Values(
                            ActivationFunction.ERF,
                            -0.999977909503001,
                            -0.520499877813047,
                            0,
                            0.520499877813047,
                            0.999977909503001));

    /// Moments of φ(z) and φ′(z) for z ~ N(0, 1): mean, std, E φ², E φ′².
    private record Moments(
            Activation activation, double mean, double std, double square, double slopeSquare) {
        Moments(ActivationFunction function, double mean, double std, double square, double slope) {
            this(Activation.of(function), mean, std, square, slope);
        }
    }

    private static final List<Moments> MOMENTS =
            List.of(
                    new Moments(ActivationFunction.LINEAR, 0, 1, 1, 1),
                    new Moments(ActivationFunction.TANH, 0, .627929, .394294, .464403),
                    new Moments(ActivationFunction.SIGMOID, .5, .208276, .293379, .044836),
                    new Moments(ActivationFunction.RELU, .398942, .583819, .5, .5),
                    new Moments(
                            new Activation(ActivationFunction.LEAKY_RELU, .01),
                            .394953,
                            .586568,
                            .500050,
                            .500050),
                    new Moments(
                            new Activation(ActivationFunction.LEAKY_RELU, .2),
                            .319154,
                            .646638,
                            .52,
                            .52),
                    new Moments(ActivationFunction.ELU, .160521, .786879, .644945, .668102),
                    new Moments(ActivationFunction.SELU, 0, 1, 1, 1.071575),
                    new Moments(ActivationFunction.GELU, .282095, .587915, .425221, .455851),
                    new Moments(ActivationFunction.SILU, .206621, .559538, .355776, .379482),
                    new Moments(ActivationFunction.MISH, .240404, .628131, .452342, .479084),
                    new Moments(ActivationFunction.SOFTPLUS, .806059, .521071, .921246, .293379),
                    new Moments(ActivationFunction.SOFTSIGN, 0, .427801, .183014, .227671),
                    new Moments(ActivationFunction.ERF, 0, .681586, .464559, .569410),
                    new Moments(ActivationFunction.HARDTANH, 0, .718372, .516059, .682689));

    @Test
    void eachValueIsThatOfItsDefinition() {
        int checked = 0;
        for (Values row : VALUES) {
            Activation activation = Activation.of(row.function());
            for (int i = 0; i < POINTS.length; i++) {
                assertEquals(
                        row.values()[i],
                        activation.value(POINTS[i]),
                        1e-14 * Math.max(1, Math.abs(row.values()[i])),
                        row.function() + " at " + POINTS[i]);
                checked++;
            }
        }
        assertEquals(ActivationFunction.values().length * 5, checked);
    }

    @Test
    void eachSlopeIsThatOfItsValue() {
        double h = 1e-5;
        int checked = 0;
        for (ActivationFunction function : ActivationFunction.values()) {
            Activation activation = new Activation(function, 0.2);
            for (double x = -5.05; x < 5.1; x += 0.1) { // misses the kinks at −1, 0 and 1
                double difference = (activation.value(x + h) - activation.value(x - h)) / (2 * h);
                assertEquals(difference, activation.slope(x), 1e-9, function + " at " + x);
                checked++;
            }
        }
        assertEquals(14 * 102, checked);
    }

    @Test
    void theMomentsUnderStandardNormalInputAreThoseOfTheTheory() {
        int checked = 0;
        for (Moments row : MOMENTS) {
            Activation phi = row.activation();
            double mean = expectation(phi::value);
            double square = expectation(z -> phi.value(z) * phi.value(z));
            double slopeSquare = expectation(z -> phi.slope(z) * phi.slope(z));
            double tolerance = 1e-6;
            assertEquals(row.mean(), mean, tolerance, phi.label());
            assertEquals(row.square(), square, tolerance, phi.label());
            assertEquals(row.std(), Math.sqrt(square - mean * mean), tolerance, phi.label());
            assertEquals(row.slopeSquare(), slopeSquare, tolerance, phi.label());
            checked += 4;
        }
        assertEquals(15 * 4, checked);
    }

    @Test
    void valuesAtTheEndsOfTheNumberLineAreLimitsAndNotNaN() {
        int checked = 0;
        for (ActivationFunction function : ActivationFunction.values()) {
            Activation activation = Activation.of(function);
            ActivationFunction.Saturation saturation = function.saturation();
            double left = activation.value(Double.NEGATIVE_INFINITY);
            double right = activation.value(Double.POSITIVE_INFINITY);
            if (saturation.isBounded()) {
                assertEquals(saturation.low(), left, function.key());
            }
            assertEquals(saturation.high(), right, function.key());
            assertTrue(left <= 0, function.key());
            assertTrue(Double.isNaN(activation.value(Double.NaN)), function.key());
            checked++;
        }
        assertEquals(14, checked);
    }

    @Test
    void slopesAtTheEndsOfTheNumberLineAreLimitsAndNotNaN() {
        int checked = 0;
        for (ActivationFunction function : ActivationFunction.values()) {
            Activation activation = new Activation(function, 0.2);
            for (double end : new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY}) {
                double near = Math.copySign(1e30, end);
                double limit = activation.slope(end);
                assertEquals(activation.slope(near), limit, 1e-30, function.key() + " at " + end);
                checked++;
            }
            assertEquals(
                    function == ActivationFunction.LINEAR ? 1 : Double.NaN,
                    activation.slope(Double.NaN),
                    function.key());
        }
        assertEquals(28, checked);
    }

    @Test
    void theSlopeOfLeakyReluIsFilledInWhereverItIsShown() {
        Activation activation = new Activation(ActivationFunction.LEAKY_RELU, 0.2);
        assertEquals("Leaky ReLU 0.2", activation.label());
        assertEquals("φ(x) = x for x > 0, 0.2·x otherwise", activation.formula());
        assertEquals("Tanh", activation.withFunction(ActivationFunction.TANH).label());
    }

    /// E f(z) for z ~ N(0, 1) by the trapezoidal rule, whose nodes hit the kinks at −1, 0 and 1.
    private static double expectation(DoubleUnaryOperator f) {
        int perUnit = 2000;
        double sum = 0;
        for (int i = -10 * perUnit; i <= 10 * perUnit; i++) {
            double z = i / (double) perUnit;
            double atKink =
                    i % perUnit == 0 && Math.abs(i) <= perUnit
                            ? kinkMean(f, z)
                            : f.applyAsDouble(z);
            sum += atKink * SpecialFunctions.normalDensity(z);
        }
        return sum / perUnit;
    }

    /// The mean of both sides: what the trapezoidal rule asks for where f jumps.
    private static double kinkMean(DoubleUnaryOperator f, double z) {
        return (f.applyAsDouble(z - 1e-12) + f.applyAsDouble(z + 1e-12)) / 2;
    }
}
