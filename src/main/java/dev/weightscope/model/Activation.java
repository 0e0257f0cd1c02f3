package dev.weightscope.model;

/// An activation function with its parameter.
///
/// @param function which
/// @param negativeSlope the slope of leaky-relu below zero, within 0..1; kept, but not read, by the
///   others
public record Activation(ActivationFunction function, double negativeSlope) {
    /// PyTorch's default for leaky ReLU.
    public static final double DEFAULT_NEGATIVE_SLOPE = 0.01;

    public Activation {
        Require.inRange("slope", negativeSlope, 0, 1);
    }

    public static Activation of(ActivationFunction function) {
        return new Activation(function, DEFAULT_NEGATIVE_SLOPE);
    }

    public Activation withFunction(ActivationFunction newFunction) {
        return new Activation(newFunction, negativeSlope);
    }

    public Activation withNegativeSlope(double newSlope) {
        return new Activation(function, newSlope);
    }

    /// φ(x), in double.
    public double value(double x) {
        return function.value(x, negativeSlope);
    }

    /// φ′(x) at the input x, in double.
    public double slope(double x) {
        return function.slope(x, negativeSlope);
    }

    public boolean hasNegativeSlope() {
        return function == ActivationFunction.LEAKY_RELU;
    }

    public String label() {
        return hasNegativeSlope()
                ? function.label() + " " + Numbers.plain(negativeSlope)
                : function.label();
    }

    /// The definition with the parameter filled in.
    public String formula() {
        return hasNegativeSlope()
                ? function.formula().replace("a·x", Numbers.plain(negativeSlope) + "·x")
                : function.formula();
    }
}
