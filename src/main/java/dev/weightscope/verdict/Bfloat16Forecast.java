package dev.weightscope.verdict;

import dev.weightscope.model.Activation;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Law;
import dev.weightscope.model.NumberFormat;
import java.util.function.DoublePredicate;

/// What bfloat16 would make of a signal that float16 cannot hold, from the laws of the layers that
/// are left. Nothing is said of what the laws leave open.
///
/// The RMS of the signal is carried forward as two ends between which it lies. Weights that are
/// drawn with mean 0 multiply it by √fanIn·std(W) and make either sign as likely: the ends stay
/// together, and only move apart by the chance that lies in the draws. Other weights may keep the
/// signs as they are, or add up values of one sign, and the ends move apart layer by layer. A
/// forecast is what both ends agree on.
record Bfloat16Forecast(Experiment experiment) {
    /// By so much a signal has to stay within the range, since some values are larger or smaller
    /// than the RMS.
    private static final double MARGIN = 1e6;

    private static final double LARGEST = NumberFormat.BFLOAT16.largest();

    /// Of a normal signal with an RMS of 40 of the smallest values, the format flushes a hundredth.
    private static final double SMALLEST = 40 * NumberFormat.BFLOAT16.smallestSubnormal();

    /// Sizes of pre-activations at which an activation is what it is at the ends of the range.
    private static final double FAR = 1e6;

    private static final double NEAR = 1e-3;

    /// The variance of ln RMS that a ReLU layer of n units adds by chance is 5/(4n), and its mean
    /// falls by as much; without the ReLU it is less (Hanin & Nica 2018, arXiv 1812.05994, β/4).
    private static final double VARIANCE_OF_ONE_UNIT = 1.25;

    /// Two numbers, the second not less than the first; NaN is neither lost nor safe.
    private record Ends(double low, double high) {
        Ends times(Ends factor) {
            return new Ends(low * factor.low, high * factor.high);
        }

        /// With all that lies within two stds of chance.
        Ends widened(double variance) {
            double factor = Math.exp(variance + 2 * Math.sqrt(variance));
            return new Ends(low / factor, high * factor);
        }

        boolean both(DoublePredicate condition) {
            return condition.test(low) && condition.test(high);
        }

        boolean either(DoublePredicate condition) {
            return condition.test(low) || condition.test(high);
        }
    }

    /// `; bfloat16 would not` overflow, or at about which layer it would; empty where that is open.
    ///
    /// @param low the least that the largest value before `layer` may be
    /// @param high the most that it may be
    String growth(double low, double high, int layer) {
        return forecast(
                new Ends(low, high),
                layer,
                FAR,
                size -> size > LARGEST,
                size -> size < LARGEST / MARGIN);
    }

    /// `; bfloat16 would not` flush the signal, or at about which layer it would; empty where that
    /// is open.
    ///
    /// @param preActivationRms that of `layer`
    String shrinkage(double preActivationRms, int layer) {
        return forecast(
                new Ends(preActivationRms, preActivationRms).times(activation(layer, NEAR)),
                layer + 1,
                NEAR,
                size -> size < SMALLEST,
                size -> size > SMALLEST * MARGIN);
    }

    private String forecast(
            Ends start, int layer, double size, DoublePredicate lost, DoublePredicate safe) {
        Ends signal = start;
        double variance = 0;
        boolean alwaysSafe = start.both(safe);
        int earliest = 0;
        for (int each = layer; each <= experiment.depth(); each++) {
            signal = withBias(signal.times(weights(each)), each).times(activation(each, size));
            variance += variance(each);
            Ends reach = signal.widened(variance);
            alwaysSafe &= reach.both(safe);
            if (earliest == 0 && reach.either(lost)) {
                earliest = each;
            }
            if (reach.both(lost)) {
                return about(earliest, each);
            }
        }
        return alwaysSafe ? "; bfloat16 would not" : "";
    }

    /// The layer, where a tenth of it covers what is open.
    private static String about(int earliest, int latest) {
        return latest - earliest <= Math.max(1, latest / 10)
                ? "; bfloat16 at about layer " + (earliest + latest) / 2
                : "";
    }

    /// The factor by which a layer's weights change the RMS of a signal.
    private Ends weights(int layer) {
        int fanIn = experiment.fanIn(layer);
        return switch (experiment.weightLaw(layer)) {
            case Law.Constant(double value) -> new Ends(0, fanIn * Math.abs(value));
            case Law.Identity(double scale) -> new Ends(Math.abs(scale), Math.abs(scale));
            case Law.Custom _, Law.Loaded _ -> new Ends(0, Double.POSITIVE_INFINITY);
            case Law law -> {
                double factor = Math.sqrt(fanIn * law.variance(fanIn, experiment.fanOut(layer)));
                yield new Ends(factor, factor);
            }
        };
    }

    /// Biases add to the upper end; the lower one stays, since they may have the other sign.
    private Ends withBias(Ends signal, int layer) {
        int fanIn = experiment.fanIn(layer);
        int fanOut = experiment.fanOut(layer);
        Law law = experiment.biasLaw(layer);
        double size =
                law instanceof Law.Constant(double value)
                        ? Math.abs(value)
                        : Math.sqrt(law.variance(fanIn, fanOut));
        return new Ends(signal.low(), signal.high() + size);
    }

    /// The factor by which an activation changes the RMS of pre-activations of a size: √½ of a ReLU
    /// where either sign is as likely, and 1 where all are positive.
    private Ends activation(int layer, double size) {
        Activation activation = experiment.activation();
        double left = Math.abs(activation.value(-size)) / size;
        double right = Math.abs(activation.value(size)) / size;
        double even = Math.hypot(left, right) / Math.sqrt(2);
        return new Ends(even, hasEvenSigns(layer) ? even : Math.max(left, right));
    }

    private double variance(int layer) {
        return hasEvenSigns(layer) ? VARIANCE_OF_ONE_UNIT / experiment.fanOut(layer) : 0;
    }

    private boolean hasEvenSigns(int layer) {
        return experiment.weightLaw(layer).isDrawn();
    }
}
