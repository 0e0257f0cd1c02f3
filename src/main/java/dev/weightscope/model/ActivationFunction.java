package dev.weightscope.model;

import static dev.weightscope.model.SpecialFunctions.normalCdf;
import static dev.weightscope.model.SpecialFunctions.normalDensity;
import static dev.weightscope.model.SpecialFunctions.sigmoid;
import static dev.weightscope.model.SpecialFunctions.softplus;

import java.util.function.DoubleUnaryOperator;

/// The catalogue of activation functions.
///
/// Value and slope stand side by side; both take the *input* x (the pre-activation), in double
/// precision: these are the definitions. The float kernels are tested against them.
public enum ActivationFunction implements Keyed {
    LINEAR("linear", "Linear", "φ(x) = x", Saturation.UNBOUNDED, x -> x, x -> 1),
    TANH(
            "tanh",
            "Tanh",
            "φ(x) = tanh x",
            Saturation.MINUS_ONE_TO_ONE,
            Math::tanh,
            x -> square(1 / Math.cosh(x))),
    SIGMOID(
            "sigmoid",
            "Sigmoid",
            "φ(x) = 1 / (1 + e⁻ˣ)",
            Saturation.ZERO_TO_ONE,
            SpecialFunctions::sigmoid,
            x -> sigmoid(x) * sigmoid(-x)),
    RELU(
            "relu",
            "ReLU",
            "φ(x) = max(0, x)",
            Saturation.RECTIFIED,
            x -> Math.max(0, x),
            x -> flat(x, x > 0)),
    /// The slope below zero is a parameter of [Activation].
    LEAKY_RELU(
            "leaky-relu",
            "Leaky ReLU",
            "φ(x) = x for x > 0, a·x otherwise",
            Saturation.RECTIFIED,
            x -> x,
            x -> flat(x, x > 0)),
    /// Clevert et al. 2015 with α = 1.
    ELU(
            "elu",
            "ELU",
            "φ(x) = x for x > 0, eˣ − 1 otherwise",
            Saturation.RECTIFIED,
            x -> x > 0 ? x : Math.expm1(x),
            x -> x > 0 ? 1 : Math.exp(x)),
    /// Klambauer et al. 2017, arXiv 1706.02515: λ·x for x > 0, λ·α·(eˣ − 1) otherwise; fixed point
    /// of mean 0, variance 1.
    SELU(
            "selu",
            "SELU",
            "φ(x) = 1.0507·(x for x > 0, 1.6733·(eˣ − 1) otherwise)",
            Saturation.RECTIFIED,
            x -> Constants.SELU_LAMBDA * (x > 0 ? x : Constants.SELU_ALPHA * Math.expm1(x)),
            x -> Constants.SELU_LAMBDA * (x > 0 ? 1 : Constants.SELU_ALPHA * Math.exp(x))),
    /// Hendrycks & Gimpel 2016, the exact form x·Φ(x), not the tanh approximation.
    GELU(
            "gelu",
            "GELU",
            "φ(x) = x·Φ(x), exact",
            Saturation.RECTIFIED,
            x -> x == Double.NEGATIVE_INFINITY ? 0 : x * normalCdf(x),
            x -> gated(x, normalCdf(x) + x * normalDensity(x))),
    /// Elfwing et al. 2018, Ramachandran et al. 2017 (Swish with β = 1).
    SILU(
            "silu",
            "SiLU (Swish)",
            "φ(x) = x / (1 + e⁻ˣ)",
            Saturation.RECTIFIED,
            x -> x == Double.NEGATIVE_INFINITY ? 0 : x * sigmoid(x),
            x -> gated(x, sigmoid(x) * (1 + x * sigmoid(-x)))),
    SOFTPLUS(
            "softplus",
            "Softplus",
            "φ(x) = ln(1 + eˣ)",
            Saturation.RECTIFIED,
            SpecialFunctions::softplus,
            SpecialFunctions::sigmoid),
    SOFTSIGN(
            "softsign",
            "Softsign",
            "φ(x) = x / (1 + |x|)",
            Saturation.MINUS_ONE_TO_ONE,
            x -> Double.isInfinite(x) ? Math.signum(x) : x / (1 + Math.abs(x)),
            x -> square(1 / (1 + Math.abs(x)))),
    /// Misra 2019: x·tanh(softplus x).
    MISH(
            "mish",
            "Mish",
            "φ(x) = x·tanh(ln(1 + eˣ))",
            Saturation.RECTIFIED,
            x -> x == Double.NEGATIVE_INFINITY ? 0 : x * Math.tanh(softplus(x)),
            x -> gated(x, mishSlope(x))),
    HARDTANH(
            "hardtanh",
            "Hardtanh",
            "φ(x) = min(1, max(−1, x))",
            Saturation.MINUS_ONE_TO_ONE,
            x -> Math.clamp(x, -1.0, 1.0),
            x -> flat(x, Math.abs(x) < 1)),
    ERF(
            "erf",
            "Erf",
            "φ(x) = erf x",
            Saturation.MINUS_ONE_TO_ONE,
            SpecialFunctions::erf,
            x -> 2 / Math.sqrt(Math.PI) * Math.exp(-x * x));

    /// Where the values lie, which decides what "saturated" means.
    public enum Saturation {
        /// Nothing saturates.
        UNBOUNDED,
        /// Bounded by −1 and 1: saturated is |a| > 0.97, the outer 3 % of the half range.
        MINUS_ONE_TO_ONE,
        /// Bounded by 0 and 1: saturated is |2a − 1| > 0.97.
        ZERO_TO_ONE,
        /// The ReLU family, flat on the left: saturated are the units that are exactly 0 for every
        /// sample (dead units).
        RECTIFIED;

        public boolean isBounded() {
            return this == MINUS_ONE_TO_ONE || this == ZERO_TO_ONE;
        }

        /// The lower bound of a bounded range, negative infinity of another.
        public double low() {
            return switch (this) {
                case MINUS_ONE_TO_ONE -> -1;
                case ZERO_TO_ONE -> 0;
                case UNBOUNDED, RECTIFIED -> Double.NEGATIVE_INFINITY;
            };
        }

        /// The upper bound of a bounded range, infinity of another.
        public double high() {
            return isBounded() ? 1 : Double.POSITIVE_INFINITY;
        }
    }

    /// Apart, since an enum's constants may not read its own static fields.
    private static final class Constants {
        static final double SELU_ALPHA = 1.6732632423543772;
        static final double SELU_LAMBDA = 1.0507009873554805;
    }

    private final String key;
    private final String label;
    private final String formula;
    private final Saturation saturation;

    // The functions capture nothing, so the constants are as immutable as the checker asks.
    @SuppressWarnings("ImmutableEnumChecker")
    private final DoubleUnaryOperator value;

    @SuppressWarnings("ImmutableEnumChecker")
    private final DoubleUnaryOperator slope;

    ActivationFunction(
            String key,
            String label,
            String formula,
            Saturation saturation,
            DoubleUnaryOperator value,
            DoubleUnaryOperator slope) {
        this.key = key;
        this.label = label;
        this.formula = formula;
        this.saturation = saturation;
        this.value = value;
        this.slope = slope;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    /// The definition as text, with the letter `a` for the slope below zero where there is one.
    public String formula() {
        return formula;
    }

    public Saturation saturation() {
        return saturation;
    }

    /// φ(x).
    ///
    /// @param negativeSlope read by leaky-relu alone
    double value(double x, double negativeSlope) {
        return this == LEAKY_RELU && !(x > 0) ? negativeSlope * x : value.applyAsDouble(x);
    }

    /// φ′(x), a function of the input; 0 at the kink of ReLU and hardtanh, as in the frameworks;
    /// NaN at NaN, but for the linear function's, which is 1 everywhere.
    ///
    /// @param negativeSlope read by leaky-relu alone
    double slope(double x, double negativeSlope) {
        return this == LEAKY_RELU && x <= 0 ? negativeSlope : slope.applyAsDouble(x);
    }

    private static double square(double x) {
        return x * x;
    }

    /// The slope of a function of straight pieces: 1 on the rising one, else 0.
    private static double flat(double x, boolean rises) {
        if (Double.isNaN(x)) {
            return x;
        }
        return rises ? 1 : 0;
    }

    /// The slope of a gated function, whose formula says 0 · ∞ at the ends.
    private static double gated(double x, double slope) {
        if (Double.isInfinite(x)) {
            return x > 0 ? 1 : 0;
        }
        return slope;
    }

    private static double mishSlope(double x) {
        double t = Math.tanh(softplus(x));
        return t + x * (1 - t * t) * sigmoid(x);
    }
}
