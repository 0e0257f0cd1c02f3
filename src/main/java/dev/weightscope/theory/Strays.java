package dev.weightscope.theory;

import dev.weightscope.theory.LayerTheory.Band;
import java.util.Arrays;
import java.util.List;

/// How far each layer's second moments, there and back, stray over draws; nothing from where it is
/// not known.
///
/// Back, the logarithm of a sample's gradient's second moment is a sum over the layers that it
/// comes through: of what each adds by its own weights, and of ln E φ′² at pre-activations whose
/// variance strays itself ([GradientStep]). That depends on one another from layer to layer: what
/// strays before a layer has the coefficient s + e·a on the sum, s being the slope of ln E φ′²
/// there, e the layer's elasticity and a the coefficient behind it. A part of it is shared by all
/// samples; the rest makes some gradients larger than others, in a deep network so much that one of
/// them is most of the mean over the batch ([LogOfMean]).
final class Strays {
    /// Outside, second moments and their squares leave the range of a double.
    private static final double SMALLEST = 1e-70;

    private static final double LARGEST = 1e70;

    /// Of what one sample's logarithm strays by: beyond, it is far from normal, and a gradient that
    /// depends on it by more than [#STRAIGHT] strays no one knows how.
    private static final double FAR = 1;

    private static final double STRAIGHT = 0.01;

    private final Band[] forward;

    /// Of the logarithm: its mean, less that of infinite width, and its variance.
    private final double[] backwardMean;

    private final double[] backwardVariance;

    private Strays(int layers) {
        forward = new Band[layers];
        backwardMean = new double[layers];
        backwardVariance = new double[layers];
        Arrays.fill(forward, Band.UNKNOWN);
        Arrays.fill(backwardMean, Double.NaN);
        Arrays.fill(backwardVariance, Double.NaN);
    }

    static Strays unknown(int layers) {
        return new Strays(layers);
    }

    /// @param layers all plain
    /// @param checkpoint called before each, and on the way back before what takes milliseconds
    static Strays of(
            ActivationMoments activation,
            InputStatistics input,
            int samples,
            List<ForwardPass.Layer> layers,
            Runnable checkpoint) {
        Strays strays = new Strays(layers.size());
        Spread spread = new Spread(activation, input, samples);
        Spread.Step[] steps = new Spread.Step[layers.size()];
        for (int i = 0; i < layers.size(); i++) {
            checkpoint.run();
            ForwardPass.Layer layer = layers.get(i);
            double q = layer.variance();
            if (!(q > SMALLEST && q < LARGEST && layer.second() > SMALLEST)) {
                return strays;
            }
            steps[i] = spread.pass(layer);
            strays.forward[i] = Band.of(spread.logMean(), spread.logVariance());
        }
        strays.goBack(steps, new LogOfMean(samples, checkpoint));
        return strays;
    }

    private void goBack(Spread.Step[] steps, LogOfMean ofBatch) {
        double mean = 0;
        double coefficient = 0;
        double alike = 0;
        double gradientShared = 0;
        double gradientOwn = 0;
        double shared = 0;
        double own = 0;
        for (int i = steps.length - 1; i >= 0; i--) {
            Spread.Step step = steps[i];
            if (Math.abs(step.slope()) > STRAIGHT && step.shared() + step.own() > FAR) {
                return;
            }
            mean += step.mean();
            gradientShared += step.gradient().sharedAdded(alike);
            gradientOwn += step.gradient().ownAdded(alike);
            alike = step.gradient().alikeAfter(alike);
            shared += coefficient * coefficient * step.sharedAdded();
            own += coefficient * coefficient * step.ownAdded();
            coefficient = step.slope() + step.elasticity() * coefficient;
            double square = coefficient * coefficient;
            double ofSample = own + square * step.own() + gradientOwn;
            backwardVariance[i] =
                    gradientShared + shared + square * step.shared() + ofBatch.variance(ofSample);
            backwardMean[i] = mean - (gradientShared + gradientOwn) / 2 + ofBatch.mean(ofSample);
        }
    }

    /// Of the activations of the layer of that index, from 0.
    Band forward(int layer) {
        return forward[layer];
    }

    /// Of the gradient by the pre-activations of the layer of that index, from 0.
    ///
    /// @param gradient its second moment at infinite width
    Band backward(int layer, double gradient) {
        return Band.of(Math.log(gradient) + backwardMean[layer], backwardVariance[layer]);
    }
}
