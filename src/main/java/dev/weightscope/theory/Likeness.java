package dev.weightscope.theory;

import java.util.function.DoubleUnaryOperator;

/// How alike two samples' activations are: their correlation, taken as a normal variable over pairs
/// and draws.
///
/// The recursion is the delta method on a mean over units of independent pre-activations.
///
/// @param correlation its mean
/// @param variance its variance
record Likeness(double correlation, double variance) {
    private static final double LARGEST_CORRELATION = 0.9999;

    /// Gauss-Hermite quadrature of seven nodes, for a standard normal variable (Abramowitz &
    /// Stegun, table 25.10, nodes times √2, weights over √π).
    private static final double[] NODES = {
        0,
        1.1544053947399682,
        -1.1544053947399682,
        2.366759410734541,
        -2.366759410734541,
        3.7504397177257425,
        -3.7504397177257425
    };

    private static final double[] WEIGHTS = {
        0.45714285714285713,
        0.2401231786050127,
        0.2401231786050127,
        0.030757123967586498,
        0.030757123967586498,
        0.0005482688559722179,
        0.0005482688559722179
    };

    /// The likeness of pre-activations, which share their biases.
    ///
    /// @param before the second moment of what the layer sees
    /// @param variance q of its pre-activations
    Likeness ofPreActivations(LayerVariances layer, double before, double variance) {
        double share = layer.weightVariance() * before / variance;
        return new Likeness(
                share * correlation + layer.biasVariance() / variance,
                share * share * this.variance);
    }

    /// The likeness of activations, this being that of their pre-activations.
    ///
    /// @param series of the activation, in parts of its moments
    Likeness ofActivations(HermiteSeries series, int units) {
        double alike = mean(series::product);
        double alikeSquared = mean(c -> square(series.product(c)));
        double squares = mean(series::squareProduct);
        return new Likeness(
                alike,
                Math.max(0, alikeSquared - alike * alike)
                        + Math.max(0, squares - alikeSquared) / units);
    }

    /// The mean of a function of the correlation.
    double mean(DoubleUnaryOperator function) {
        double std = Math.sqrt(variance);
        double sum = 0;
        for (int i = 0; i < NODES.length; i++) {
            double at =
                    Math.clamp(
                            correlation + std * NODES[i],
                            -LARGEST_CORRELATION,
                            LARGEST_CORRELATION);
            sum += WEIGHTS[i] * function.applyAsDouble(at);
        }
        return sum;
    }

    private static double square(double x) {
        return x * x;
    }
}
