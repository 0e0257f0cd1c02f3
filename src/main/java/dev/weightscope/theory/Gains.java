package dev.weightscope.theory;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.GainAnswer;
import dev.weightscope.model.GainGoal;
import dev.weightscope.model.Law;
import java.util.Optional;

/// The three gains that are called "the gain" of an activation, for pre-activations of variance 1:
/// that holds their variance through the next layer, the one that would if only the std mattered,
/// and the one that holds a gradient's second moment.
///
/// @param secondMoment 1 / √(E φ²): √2 of ReLU (He et al. 2015, arXiv 1502.01852)
/// @param std 1 / std(φ): of an activation with a mean, larger than what holds the signal
/// @param gradient 1 / √(E φ′²)
public record Gains(double secondMoment, double std, double gradient) {
    /// Two moments that are the same but for so much are so of a function that is its own slope
    /// times its argument, as ReLU is.
    private static final double CLOSE = 1e-9;

    private static final GainAnswer FITTED =
            new GainAnswer.None(
                    "Theory names no gain here: the weights are divided by what is measured,"
                            + " whatever it is.");

    /// Of an activation under weights of σ_w² = 1 and no biases.
    public static Gains of(ActivationMoments activation) {
        return of(activation.at(1), 1, 0);
    }

    /// What the weights of an experiment are to be multiplied by, those of the layer that stands
    /// for all ([Experiment#explainedLayer]), at its biases. NaN where biases alone are more than
    /// what is to be held; empty where weights are 0 or measured, where normalizations or skips are
    /// in the way, and where theory says nothing ([Assumptions]).
    public static Optional<Gains> of(Experiment experiment) {
        Experiment atGainOne = experiment.withGain(1);
        if (GainZones.objection(atGainOne).isPresent() || atGainOne.hasBranches()) {
            return Optional.empty();
        }
        LayerVariances layer = LayerVariances.of(atGainOne).get(experiment.explainedLayer() - 1);
        Moments moments = ActivationMoments.of(experiment.activation()).at(1);
        return layer.weightVariance() > 0 && layer.scale().isEmpty()
                ? Optional.of(of(moments, layer.weightVariance(), layer.biasVariance()))
                : Optional.empty();
    }

    /// The gain that reaches a goal, or why none does.
    public static GainAnswer answer(Experiment experiment, GainGoal goal) {
        Optional<String> dividedOut = goal.dividedOut(experiment);
        if (dividedOut.isPresent()) {
            return new GainAnswer.None(dividedOut.get());
        }
        if (goal == GainGoal.GRADIENT && experiment.normalizesPreActivations()) {
            return ofNormalizedGradient(experiment);
        }
        Optional<String> objection = GainZones.objection(experiment);
        if (objection.isPresent()) {
            return new GainAnswer.None(objection.get());
        }
        if (experiment.hasBranches()) {
            return new GainAnswer.None(
                    "No gain holds %s past skip connections: every branch adds to it."
                            .formatted(goal.noun()));
        }
        if (experiment.weightLaw(experiment.explainedLayer()) instanceof Law.LayerSequential) {
            return FITTED;
        }
        Optional<Gains> gains = of(experiment);
        if (gains.isEmpty()) {
            return new GainAnswer.None("No gain changes weights that are all 0.");
        }
        double gain = gains.get().of(goal);
        return Double.isNaN(gain)
                ? new GainAnswer.None(
                        "No gain holds a variance of 1 here: the biases alone bring more.")
                : new GainAnswer.Found(gain);
    }

    /// A normalization leaves pre-activations of variance 1 whatever the gain, but over units it
    /// does not divide out how much of them is biases: a layer multiplies a gradient's second
    /// moment by χ = g²σ_w²·E φ′² / (g²σ_w²·E φ² + σ_b²), which is 1 at g² = σ_b² / (σ_w²·(E φ′² −
    /// E φ²)).
    private static GainAnswer ofNormalizedGradient(Experiment experiment) {
        Experiment atGainOne = experiment.withGain(1);
        Optional<String> objection = Assumptions.objection(atGainOne);
        if (objection.isPresent()) {
            return new GainAnswer.None(objection.get());
        }
        LayerVariances layer = LayerVariances.of(atGainOne).get(experiment.explainedLayer() - 1);
        if (layer.scale().isPresent()) {
            return FITTED;
        }
        Moments moments = ActivationMoments.of(experiment.activation()).at(1);
        double excess = moments.slopeSecond() - moments.second();
        return excess > CLOSE && layer.weightVariance() > 0 && layer.biasVariance() > 0
                ? new GainAnswer.Found(
                        Math.sqrt(layer.biasVariance() / (layer.weightVariance() * excess)))
                : new GainAnswer.None(
                        "No gain holds %s here: the biases make it smaller in every layer, whatever"
                                        .formatted(GainGoal.GRADIENT.noun())
                                + " the weights.");
    }

    private double of(GainGoal goal) {
        return switch (goal) {
            case SECOND_MOMENT -> secondMoment;
            case STD -> std;
            case GRADIENT -> gradient;
        };
    }

    private static Gains of(Moments moments, double weightVariance, double biasVariance) {
        double std = moments.std();
        return new Gains(
                Math.sqrt((1 - biasVariance) / (weightVariance * moments.second())),
                Math.sqrt((1 - biasVariance) / (weightVariance * std * std)),
                Math.sqrt(1 / (weightVariance * moments.slopeSecond())));
    }
}
