package dev.weightscope.theory;

/// The distribution over draws of a layer's second moment A, taken as log-normal, from layer to
/// layer.
///
/// While it is narrow, its mean is that of infinite width and its variance follows [Fluctuation].
/// Once it is wide, as where a signal vanishes, the curve of V over it counts: mean and variance of
/// ln A are then those over three values of A, Gauss-Hermite nodes, each with the variance that a
/// layer adds there.
final class Spread {
    /// Of ln A; up to here it is narrow.
    private static final double NARROW = 0.04;

    private static final double[] NODES = {0, Math.sqrt(3), -Math.sqrt(3)};
    private static final double[] WEIGHTS = {2.0 / 3, 1.0 / 6, 1.0 / 6};

    private final ActivationMoments activation;
    private final int samples;
    private Fluctuation fluctuation;
    private double logMean;
    private double logVariance;
    private boolean wide;

    /// The last variance of pre-activations and its series: most layers are asked for the same.
    private double variance = Double.NaN;

    private HermiteSeries series;

    private Spread(ActivationMoments activation, InputStatistics input, int samples) {
        this.activation = activation;
        this.samples = samples;
        fluctuation =
                new Fluctuation(
                        input.logVariance(), input.correlation(), input.correlationVariance());
        series = HermiteSeries.of(activation, 1, activation.at(1));
    }

    static Spread of(ActivationMoments activation, InputStatistics input, int samples) {
        return new Spread(activation, input, samples);
    }

    /// The mean of ln A.
    double logMean() {
        return logMean;
    }

    double logVariance() {
        return logVariance;
    }

    /// Goes through a layer.
    ///
    /// @return what the layer adds to the variance of a gradient's logarithm on the way back
    double pass(ForwardPass.Layer layer) {
        return wide ? passWide(layer) : passNarrow(layer);
    }

    private double passNarrow(ForwardPass.Layer layer) {
        double q = layer.variance();
        HermiteSeries there = series(q, layer.moments());
        double back =
                fluctuation.backward(
                        layer.laws(), layer.before(), q, layer.moments(), there, samples);
        fluctuation =
                fluctuation.after(layer.laws(), layer.before(), q, layer.moments(), there, samples);
        logVariance = fluctuation.logVariance();
        logMean = Math.log(layer.second()) - logVariance / 2;
        wide = logVariance > NARROW;
        return back;
    }

    private double passWide(ForwardPass.Layer layer) {
        LayerVariances laws = layer.laws();
        double back = 0;
        double sum = 0;
        double squares = 0;
        double added = 0;
        Fluctuation next = fluctuation;
        for (int i = 0; i < NODES.length; i++) {
            double before = Math.exp(logMean + Math.sqrt(logVariance) * NODES[i]);
            double q = laws.weightVariance() * before + laws.biasVariance();
            Moments moments = activation.at(q);
            HermiteSeries there = HermiteSeries.of(activation, q, moments);
            double fresh = fluctuation.added(laws, before, q, moments, there, samples);
            double after = Math.log(moments.second()) - fresh / 2;
            sum += WEIGHTS[i] * after;
            squares += WEIGHTS[i] * after * after;
            added += WEIGHTS[i] * fresh;
            if (i == 0) {
                back = fluctuation.backward(laws, before, q, moments, there, samples);
                next = fluctuation.after(laws, before, q, moments, there, samples);
            }
        }
        logMean = sum;
        logVariance = Math.max(0, squares - sum * sum) + added;
        fluctuation = next;
        return back;
    }

    private HermiteSeries series(double q, Moments moments) {
        if (!(Math.abs(q - variance) <= 1e-12 * q)) {
            variance = q;
            series = HermiteSeries.of(activation, q, moments);
        }
        return series;
    }
}
