package dev.weightscope.theory;

/// The distribution over draws of a layer's second moment A over batch and units, from layer to
/// layer: to first order in 1/width.
///
/// Of one input to a ReLU network under He the variance of ln A grows by 5/width a layer (Hanin &
/// Nica 2018, arXiv 1812.05994). In a batch a part of that is shared by all samples, the more the
/// more they are alike ([Likeness]), and the rest makes their sizes differ. So the logarithm of one
/// sample's second moment is taken as normal, with a shared part that is the same for all samples
/// of a draw and an own part; A is the mean over the samples of a batch, and log-normal.
///
/// While both parts are narrow, their mean is that of infinite width, and their variances follow
/// its slope. Once they are wide, as where a signal vanishes, the curve of V over them counts, the
/// more so since the largest samples make up most of A: means and variances are then those over
/// three times three values, Gauss-Hermite nodes, each with what the layer adds there.
final class Spread {
    /// Of a sample's logarithm; up to here it is narrow.
    private static final double NARROW = 0.04;

    private static final double[] NODES = {0, Math.sqrt(3), -Math.sqrt(3)};
    private static final double[] WEIGHTS = {2.0 / 3, 1.0 / 6, 1.0 / 6};

    private final ActivationMoments activation;
    private final SeriesTable series;
    private final int samples;
    private Likeness likeness;

    /// The mean of a sample's logarithm.
    private double mean;

    /// The variances of its two parts.
    private double shared;

    private double own;

    /// What of `own` is the input's and the same in all draws: the rows of a file.
    private double fixed;

    private boolean wide;

    Spread(ActivationMoments activation, InputStatistics input, int samples) {
        this.activation = activation;
        this.samples = samples;
        series = new SeriesTable(activation);
        likeness = new Likeness(input.correlation(), input.correlationVariance());
        own = input.rowLogVariance();
        fixed = input.isDrawn() ? 0 : own;
        mean = Math.log(input.meanSquare()) - own / 2;
    }

    /// The mean of ln A.
    double logMean() {
        return mean + own / 2 - ofMean(own) / 2;
    }

    /// The variance of ln A.
    double logVariance() {
        return shared + Math.max(0, ofMean(own) - ofMean(fixed));
    }

    /// The variance of the logarithm of a mean over the batch of log-normal variables (Fenton
    /// 1960).
    private double ofMean(double variance) {
        return Math.log1p(Math.expm1(variance) / samples);
    }

    /// Goes through a layer.
    ///
    /// @return what the layer adds to the variance of a gradient's logarithm on the way back
    double pass(ForwardPass.Layer layer) {
        if (layer.isMeasured()) {
            // What the samples have in common is divided out.
            mean = Math.log(layer.before()) - own / 2;
            shared = 0;
        }
        wide = wide || shared + own > NARROW;
        double variance = layer.variance();
        Likeness there = likeness.ofPreActivations(layer.laws(), layer.before(), variance);
        HermiteSeries series = this.series.at(variance);
        if (wide) {
            passWide(layer, there);
        } else {
            passNarrow(layer, there, series);
        }
        likeness = there.ofActivations(series, layer.laws().fanOut());
        return added(
                3 * layer.moments().slopeFourth() / square(layer.moments().slopeSecond()),
                there.mean(series::slopeSquareProduct),
                layer.laws().fanOut());
    }

    /// Of independent cotangents, over the batch.
    private double added(double one, double pair, int units) {
        return Math.max(0, (one / samples + (1 - 1.0 / samples) * pair - 1) / units);
    }

    private void passNarrow(ForwardPass.Layer layer, Likeness there, HermiteSeries series) {
        LayerVariances laws = layer.laws();
        Moments moments = layer.moments();
        double elasticity =
                square(
                        laws.weightVariance()
                                * moments.secondByVariance()
                                * layer.before()
                                / moments.second());
        double pair = there.mean(series::squareProduct);
        double one = moments.fourth() / square(moments.second());
        shared = elasticity * shared + Math.max(0, pair - 1) / laws.fanOut();
        own = elasticity * own + Math.max(0, one - pair) / laws.fanOut();
        fixed *= elasticity;
        mean = Math.log(layer.second()) - (shared + own) / 2;
    }

    private void passWide(ForwardPass.Layer layer, Likeness there) {
        LayerVariances laws = layer.laws();
        double units = laws.fanOut();
        double sum = 0;
        double squares = 0;
        double ownAfter = 0;
        double fresh = 0;
        for (int i = 0; i < NODES.length; i++) {
            double common = mean + Math.sqrt(shared) * NODES[i];
            double q = laws.weightVariance() * Math.exp(common) + laws.biasVariance();
            double pair = there.mean(series.at(q)::squareProduct);
            double inner = 0;
            double innerSquares = 0;
            double ownFresh = 0;
            for (int j = 0; j < NODES.length; j++) {
                double before = Math.exp(common + Math.sqrt(own) * NODES[j]);
                Moments moments =
                        activation.at(laws.weightVariance() * before + laws.biasVariance());
                double one = moments.fourth() / square(moments.second());
                double after = Math.log(moments.second()) - Math.max(0, one - 1) / (2 * units);
                inner += WEIGHTS[j] * after;
                innerSquares += WEIGHTS[j] * after * after;
                ownFresh += WEIGHTS[j] * Math.max(0, one - pair) / units;
            }
            sum += WEIGHTS[i] * inner;
            squares += WEIGHTS[i] * inner * inner;
            ownAfter += WEIGHTS[i] * (Math.max(0, innerSquares - inner * inner) + ownFresh);
            fresh += WEIGHTS[i] * Math.max(0, pair - 1) / units;
        }
        fixed = own == 0 ? 0 : fixed * Math.min(1, ownAfter / own);
        mean = sum;
        shared = Math.max(0, squares - sum * sum) + fresh;
        own = ownAfter;
    }

    private static double square(double x) {
        return x * x;
    }
}
