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

    /// Why there are no curves, as a sentence; empty where there are.
    public static Optional<String> objection(Experiment experiment, Wiring wiring) {
        return Assumptions.objection(experiment).or(wiring::objection);
    }

    /// The curves of an experiment, its gain, biases, widths and input as they are.
    ///
    /// @return one for each layer
    /// @throws IllegalArgumentException if there is an objection
    public static List<LayerTheory> of(Experiment experiment, Wiring wiring) {
        Optional<String> objection = objection(experiment, wiring);
        if (objection.isPresent()) {
            throw new IllegalArgumentException(objection.get());
        }
        return of(
                ActivationMoments.of(experiment.activation()),
                InputStatistics.of(experiment),
                experiment.effectiveSamples(),
                LayerVariances.of(experiment),
                wiring);
    }

    /// All that theory says of an experiment, or why it says nothing. In float32 and in double; a
    /// narrower number format is not followed.
    ///
    /// @param checkpoint called now and then, at least once in some milliseconds; may throw to end
    ///   the work
    public static TheoryAnswer answer(Experiment experiment, Runnable checkpoint) {
        Optional<String> objection = objection(experiment, Wiring.PLAIN);
        if (objection.isPresent()) {
            return new TheoryAnswer.None(objection.get());
        }
        checkpoint.run();
        ActivationMoments activation = ActivationMoments.of(experiment.activation());
        List<LayerVariances> laws = LayerVariances.of(experiment);
        List<LayerTheory> layers =
                of(
                        activation,
                        InputStatistics.of(experiment),
                        experiment.effectiveSamples(),
                        laws,
                        Wiring.PLAIN);
        checkpoint.run();
        double start = layers.getFirst().preActivationVariance();
        return new TheoryAnswer.Known(
                layers, TheorySummary.of(experiment, activation, laws, start));
    }

    /// The curves of layers.
    ///
    /// @param samples the size of the batch
    /// @return one for each layer
    public static List<LayerTheory> of(
            ActivationMoments activation,
            InputStatistics input,
            int samples,
            List<LayerVariances> layers,
            Wiring wiring) {
        List<ForwardPass.Layer> forward = ForwardPass.of(activation, input, layers, wiring);
        BackwardPass backward = BackwardPass.of(forward, wiring);
        boolean hasBand =
                wiring.normalization() == Normalization.NONE && wiring.skip() == Skip.NONE;
        Strays strays =
                hasBand
                        ? Strays.of(activation, input, samples, forward)
                        : new Strays(layers.size());
        List<LayerTheory> theory = new ArrayList<>();
        for (int i = 0; i < forward.size(); i++) {
            ForwardPass.Layer layer = forward.get(i);
            double gradient = backward.byPreActivation(i);
            theory.add(
                    new LayerTheory(
                            layer.variance(),
                            layer.mean(),
                            Math.sqrt(Math.max(0, layer.second() - layer.mean() * layer.mean())),
                            Math.sqrt(layer.second()),
                            Math.sqrt(gradient),
                            Math.sqrt(backward.byOutput(i)),
                            Math.sqrt(samples * gradient * layer.beforeByBatch()),
                            layer.laws().weightVariance() * layer.moments().slopeSecond(),
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
                List<ForwardPass.Layer> layers) {
            Strays strays = new Strays(layers.size());
            Spread spread = Spread.of(activation, input, samples);
            double[] added = new double[layers.size()];
            Arrays.fill(added, Double.NaN);
            for (int i = 0; i < layers.size(); i++) {
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
