package dev.weightscope.theory;

import dev.weightscope.model.Experiment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The curves by depth of a network: there, back, and how far draws stray from them.
public final class SignalTheory {
    private SignalTheory() {}

    /// The curves of an experiment, its gain, biases, widths, input and architecture as they are,
    /// or why theory says nothing. Curves are those of float32, or of any format that holds them: a
    /// narrower one is not followed.
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
        InputStatistics input = InputStatistics.of(experiment, checkpoint);
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
                        : Strays.unknown(forward.size());
        return new TheoryAnswer.Known(curves(experiment, forward, strays));
    }

    /// What depth without end leads to. It may take longer than the curves, which do not need it.
    ///
    /// @throws IllegalArgumentException if theory says nothing of the experiment
    public static TheorySummary summary(Experiment experiment) {
        Optional<String> objection = Assumptions.objection(experiment);
        if (objection.isPresent()) {
            throw new IllegalArgumentException(objection.get());
        }
        ActivationMoments activation = ActivationMoments.of(experiment.activation());
        return TheorySummary.of(
                experiment,
                activation,
                ForwardPass.of(
                        activation,
                        experiment.architecture().normalization(),
                        InputStatistics.of(experiment, () -> {}),
                        LayerVariances.of(experiment),
                        () -> {}));
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
                            Math.sqrt(samples * backward.byWeights(i)),
                            layer.laws().weightVariance()
                                    * layer.moments().slopeSecond()
                                    / layer.normalizedBy(),
                            strays.forward(i),
                            strays.backward(i, gradient)));
        }
        return theory;
    }
}
