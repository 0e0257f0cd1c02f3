package dev.weightscope.theory;

import dev.weightscope.model.Experiment;
import dev.weightscope.theory.LayerTheory.Band;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The curves by depth of a network: there, back, and how far draws stray from them.
public final class SignalTheory {
    /// Outside, second moments and their squares leave the range of a double.
    private static final double SMALLEST = 1e-70;

    private static final double LARGEST = 1e70;

    private SignalTheory() {}

    /// All that theory says of an experiment, its gain, biases, widths, input and architecture as
    /// they are, or why it says nothing. Curves are those of float32, or of any format that holds
    /// them: a narrower one is not followed.
    ///
    /// @param checkpoint called now and then, at least once in some milliseconds; may throw to end
    ///   the work
    public static TheoryAnswer answer(Experiment experiment, Runnable checkpoint) {
        Optional<String> objection = Assumptions.objection(experiment);
        if (objection.isPresent()) {
            return new TheoryAnswer.None(objection.get());
        }
        checkpoint.run();
        ActivationMoments activation = ActivationMoments.of(experiment.activation());
        List<LayerVariances> laws = LayerVariances.of(experiment);
        InputStatistics input = InputStatistics.of(experiment);
        List<ForwardPass.Layer> forward =
                ForwardPass.of(
                        activation,
                        experiment.architecture().normalization(),
                        input,
                        laws,
                        checkpoint);
        int samples = experiment.effectiveSamples();
        Strays strays =
                experiment.architecture().isPlain()
                        ? Strays.of(activation, input, samples, forward, checkpoint)
                        : new Strays(forward.size());
        return new TheoryAnswer.Known(
                curves(experiment, forward, strays),
                TheorySummary.of(experiment, activation, forward));
    }

    private static List<LayerTheory> curves(
            Experiment experiment, List<ForwardPass.Layer> forward, Strays strays) {
        int samples = experiment.effectiveSamples();
        BackwardPass backward = BackwardPass.of(forward, experiment.architecture().normalization());
        List<LayerTheory> theory = new ArrayList<>();
        for (int i = 0; i < forward.size(); i++) {
            ForwardPass.Layer layer = forward.get(i);
            double gradient = backward.byPreActivation(i);
            double variance = layer.second() - layer.mean() * layer.mean();
            theory.add(
                    new LayerTheory(
                            layer.variance(),
                            layer.mean(),
                            Math.sqrt(Math.max(0, variance)),
                            Math.sqrt(layer.second()),
                            Math.sqrt(gradient),
                            Math.sqrt(backward.byOutput(i)),
                            Math.sqrt(samples * gradient * layer.beforeByBatch()),
                            layer.laws().weightVariance()
                                    * layer.moments().slopeSecond()
                                    / layer.normalizedBy(),
                            strays.forward[i],
                            Band.of(
                                    Math.log(gradient) - strays.backward[i] / 2,
                                    strays.backward[i])));
        }
        return theory;
    }

    /// How far each layer's second moments stray over draws; nothing from where it is not known.
    private static final class Strays {
        final Band[] forward;

        /// The variance of the logarithm.
        final double[] backward;

        private Strays(int layers) {
            forward = new Band[layers];
            backward = new double[layers];
            Arrays.fill(forward, Band.UNKNOWN);
            Arrays.fill(backward, Double.NaN);
        }

        static Strays of(
                ActivationMoments activation,
                InputStatistics input,
                int samples,
                List<ForwardPass.Layer> layers,
                Runnable checkpoint) {
            Strays strays = new Strays(layers.size());
            Spread spread = new Spread(activation, input, samples);
            double[] added = new double[layers.size()];
            Arrays.fill(added, Double.NaN);
            for (int i = 0; i < layers.size(); i++) {
                checkpoint.run();
                ForwardPass.Layer layer = layers.get(i);
                double q = layer.variance();
                if (!(q > SMALLEST && q < LARGEST && layer.second() > SMALLEST)) {
                    break;
                }
                added[i] = spread.pass(layer);
                strays.forward[i] = Band.of(spread.logMean(), spread.logVariance());
            }
            double sum = 2.0 / ((double) samples * layers.getLast().laws().fanOut());
            for (int i = layers.size() - 1; i >= 0; i--) {
                sum += added[i];
                strays.backward[i] = sum;
            }
            return strays;
        }
    }
}
