package dev.weightscope.theory;

import java.util.function.DoubleUnaryOperator;

/// How far a layer's second moment, over batch and units, strays from the limit of infinite width
/// from draw to draw: to first order in 1/width, for a batch whose samples are more or less alike.
///
/// Of one input to a ReLU network under He the variance of the logarithm grows by 5/width a layer
/// (Hanin & Nica 2018, arXiv 1812.05994). A batch averages that out as far as its samples differ,
/// and how far they do strays as well; so the correlation of two samples is carried along as a
/// normal variable. Both recursions are the delta method on the mean over units of independent
/// pre-activations.
///
/// @param logVariance of ln E a², over draws
/// @param correlation of two samples' activations, the mean over pairs
/// @param correlationVariance over pairs and draws
record Fluctuation(double logVariance, double correlation, double correlationVariance) {
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

    /// What a layer makes of it.
    ///
    /// @param before the second moment of what the layer sees
    /// @param variance q of its pre-activations
    Fluctuation after(
            LayerVariances layer,
            double before,
            double variance,
            Moments moments,
            HermiteSeries series,
            int samples) {
        double second = moments.second();
        Pairs pairs = pairs(layer, before, variance);
        double off = pairs.mean(series::squareProduct) / (second * second);
        double alike = pairs.mean(c -> series.product(c) / second);
        double alikeSquared = pairs.mean(c -> square(series.product(c) / second));
        double one = moments.fourth() / (second * second);
        double elasticity = layer.weightVariance() * moments.secondByVariance() * before / second;
        double fresh = fresh(one, off, samples, layer.fanOut());
        return new Fluctuation(
                elasticity * elasticity * logVariance + fresh,
                alike,
                Math.max(0, alikeSquared - alike * alike)
                        + Math.max(0, off - alikeSquared) / layer.fanOut());
    }

    /// What a layer of its own adds to the variance of the logarithm.
    double added(
            LayerVariances layer,
            double before,
            double variance,
            Moments moments,
            HermiteSeries series,
            int samples) {
        double square = square(moments.second());
        double off = pairs(layer, before, variance).mean(series::squareProduct) / square;
        return fresh(moments.fourth() / square, off, samples, layer.fanOut());
    }

    private static double fresh(double one, double off, int samples, int units) {
        return Math.max(0, (one / samples + (1 - 1.0 / samples) * off - 1) / units);
    }

    /// What a layer adds, on the way back, to the variance of the logarithm of a gradient's second
    /// moment, cotangents being independent.
    double backward(
            LayerVariances layer,
            double before,
            double variance,
            Moments moments,
            HermiteSeries series,
            int samples) {
        double mean = square(moments.slopeSecond());
        double off = pairs(layer, before, variance).mean(series::slopeSquareProduct) / mean;
        double one = 3 * moments.slopeFourth() / mean;
        return Math.max(0, one / samples + (1 - 1.0 / samples) * off - 1) / layer.fanOut();
    }

    /// The correlation of two samples' pre-activations, which share their biases.
    private Pairs pairs(LayerVariances layer, double before, double variance) {
        double share = layer.weightVariance() * before / variance;
        return new Pairs(
                share * correlation + layer.biasVariance() / variance,
                share * Math.sqrt(correlationVariance));
    }

    private static double square(double x) {
        return x * x;
    }

    private record Pairs(double mean, double std) {
        double mean(DoubleUnaryOperator function) {
            double sum = 0;
            for (int i = 0; i < NODES.length; i++) {
                double correlation =
                        Math.clamp(
                                mean + std * NODES[i], -LARGEST_CORRELATION, LARGEST_CORRELATION);
                sum += WEIGHTS[i] * function.applyAsDouble(correlation);
            }
            return sum;
        }
    }
}
