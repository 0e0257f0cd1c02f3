package dev.weightscope.phase;

import dev.weightscope.model.Bias;
import dev.weightscope.model.BiasKind;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Weights;
import dev.weightscope.theory.PlanePlace;

/// Brings an experiment to another place of the plane, by its gain and its biases alone.
public final class PhaseMove {
    /// The variance of U(−1, 1).
    private static final double UNIFORM = 1.0 / 3;

    private static final Bias NONE = new Bias(BiasKind.ZERO, 0);

    private PhaseMove() {}

    /// What experiments have in common that lead to the same ones wherever they are brought.
    static Experiment withoutPlace(Experiment experiment) {
        boolean isUniform = experiment.bias().kind() == BiasKind.UNIFORM;
        return experiment.withGain(1).withBias(isUniform ? new Bias(BiasKind.UNIFORM, 1) : NONE);
    }

    /// The gain follows σ_w², in the layer that stands for all. Biases that are uniform stay so;
    /// all others become normal, and zero where σ_b² is 0.
    ///
    /// @param weightVariance σ_w² ≥ 0
    /// @param biasVariance σ_b² ≥ 0
    /// @throws Refusal in one sentence, if no gain leads there
    public static Experiment to(Experiment experiment, double weightVariance, double biasVariance) {
        return withBias(withGain(experiment, weightVariance), biasVariance);
    }

    /// With another gain alone.
    ///
    /// @throws Refusal as [#to]
    public static Experiment withGain(Experiment experiment, double weightVariance) {
        Experiment atOne = experiment.withGain(1).withBias(NONE);
        PlanePlace place = PlanePlace.of(atOne, () -> {});
        return switch (place) {
            case PlanePlace.None(var reason) -> throw new Refusal(reason);
            case PlanePlace.At(var own, var _, var _) -> {
                if (!(own > 0)) {
                    throw new Refusal("weights that are 0 stay 0 at every gain");
                }
                double gain = Math.sqrt(weightVariance / own);
                yield experiment.withGain(Math.min(gain, Weights.MAX_GAIN));
            }
        };
    }

    private static Experiment withBias(Experiment experiment, double biasVariance) {
        Bias bias = experiment.bias();
        if (biasVariance == 0) {
            boolean isZero =
                    experiment.biasLaw(1).isZero(experiment.fanIn(1), experiment.fanOut(1));
            return isZero ? experiment : experiment.withBias(bias.withKind(BiasKind.ZERO));
        }
        return experiment.withBias(
                bias.kind() == BiasKind.UNIFORM
                        ? bias.withScale(Math.sqrt(biasVariance / UNIFORM))
                        : new Bias(BiasKind.NORMAL, Math.sqrt(biasVariance)));
    }
}
