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

    /// A step in the variance, relative, for a derivative.
    private static final double SMALL = 0.01;

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
        return mean + own / 2 - ofMean(own, samples) / 2;
    }

    /// The variance of ln A.
    double logVariance() {
        return shared + Math.max(0, ofMean(own, samples) - ofMean(fixed, samples));
    }

    /// What a layer does to logarithms, for the way back.
    ///
    /// x is the logarithm of one sample's second moment before the layer, a normal variable.
    ///
    /// @param mean of ln E φ′², less what it is at infinite width
    /// @param slope d ln E φ′² / dx
    /// @param elasticity dx′/dx, x′ being x behind the layer
    /// @param shared the variance of x that all samples of a draw share
    /// @param own the rest of it
    /// @param sharedAdded what the layer adds to that of x′
    /// @param ownAdded likewise
    /// @param gradient by which a gradient strays in the layer itself
    record Step(
            double mean,
            double slope,
            double elasticity,
            double shared,
            double own,
            double sharedAdded,
            double ownAdded,
            GradientStep gradient) {}

    /// Goes through a layer.
    Step pass(ForwardPass.Layer layer) {
        if (layer.isMeasured()) {
            // What the samples have in common is divided out.
            mean = Math.log(layer.before()) - own / 2;
            shared = 0;
        }
        wide = wide || shared + own > NARROW;
        double variance = layer.variance();
        Likeness there = likeness.ofPreActivations(layer.laws(), layer.before(), variance);
        HermiteSeries series = this.series.at(variance);
        double slopeSecond = layer.moments().slopeSecond();
        GradientStep gradient =
                new GradientStep(
                        layer.laws().fanOut(),
                        3 * layer.moments().slopeFourth() / square(slopeSecond),
                        there.mean(series::slopeSquareProduct),
                        there.mean(c -> square(series.slopeProduct(c))));
        Step step =
                wide
                        ? passWide(layer, there, gradient)
                        : passNarrow(layer, there.mean(series::squareProduct), gradient);
        likeness = there.ofActivations(series, layer.laws().fanOut());
        return step;
    }

    private Step passNarrow(ForwardPass.Layer layer, double pair, GradientStep gradient) {
        LayerVariances laws = layer.laws();
        Moments moments = layer.moments();
        double share = laws.weightVariance() * layer.before() / layer.variance();
        double elasticity =
                share * layer.variance() * moments.secondByVariance() / moments.second();
        double further = activation.at((1 + SMALL) * layer.variance()).slopeSecond();
        double slope = share * Math.log(further / moments.slopeSecond()) / Math.log1p(SMALL);
        double one = moments.fourth() / square(moments.second());
        Step step =
                new Step(
                        slope * (mean - Math.log(layer.before())),
                        slope,
                        elasticity,
                        shared,
                        own,
                        Math.max(0, pair - 1) / laws.fanOut(),
                        Math.max(0, one - pair) / laws.fanOut(),
                        gradient);
        shared = square(elasticity) * shared + step.sharedAdded();
        own = square(elasticity) * own + step.ownAdded();
        fixed *= square(elasticity);
        mean = Math.log(layer.second()) - (shared + own) / 2;
        return step;
    }

    private Step passWide(ForwardPass.Layer layer, Likeness there, GradientStep gradient) {
        LayerVariances laws = layer.laws();
        double units = laws.fanOut();
        double sum = 0;
        double squares = 0;
        double within = 0;
        double sharedAdded = 0;
        double ownAdded = 0;
        double slopes = 0;
        double withX = 0;
        double slopesWithX = 0;
        for (int i = 0; i < NODES.length; i++) {
            double common = Math.sqrt(shared) * NODES[i];
            double q = laws.weightVariance() * Math.exp(mean + common) + laws.biasVariance();
            double pair = there.mean(series.at(q)::squareProduct);
            double inner = 0;
            double innerSquares = 0;
            for (int j = 0; j < NODES.length; j++) {
                double x = common + Math.sqrt(own) * NODES[j];
                Moments moments =
                        activation.at(
                                laws.weightVariance() * Math.exp(mean + x) + laws.biasVariance());
                double one = moments.fourth() / square(moments.second());
                double after = Math.log(moments.second()) - Math.max(0, one - 1) / (2 * units);
                double slope = Math.log(moments.slopeSecond());
                double weight = WEIGHTS[i] * WEIGHTS[j];
                inner += WEIGHTS[j] * after;
                innerSquares += WEIGHTS[j] * after * after;
                ownAdded += weight * Math.max(0, one - pair) / units;
                slopes += weight * slope;
                withX += weight * x * after;
                slopesWithX += weight * x * slope;
            }
            sum += WEIGHTS[i] * inner;
            squares += WEIGHTS[i] * inner * inner;
            within += WEIGHTS[i] * Math.max(0, innerSquares - inner * inner);
            sharedAdded += WEIGHTS[i] * Math.max(0, pair - 1) / units;
        }
        double variance = shared + own;
        Step step =
                new Step(
                        slopes - Math.log(layer.moments().slopeSecond()),
                        slopesWithX / variance,
                        withX / variance,
                        shared,
                        own,
                        sharedAdded,
                        ownAdded,
                        gradient);
        fixed = own == 0 ? 0 : fixed * Math.min(1, (within + ownAdded) / own);
        mean = sum;
        shared = Math.max(0, squares - sum * sum) + sharedAdded;
        own = within + ownAdded;
        return step;
    }

    /// The variance of the logarithm of a mean over so many log-normal variables (Fenton 1960).
    static double ofMean(double variance, int samples) {
        return Math.log1p(Math.expm1(variance) / samples);
    }

    private static double square(double x) {
        return x * x;
    }
}
