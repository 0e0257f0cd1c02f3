package dev.weightscope.theory;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.Law;
import dev.weightscope.model.LayerPlace;
import dev.weightscope.model.LoadedTensor;
import java.util.List;
import java.util.OptionalDouble;

/// One layer as theory sees it.
///
/// @param weightVariance σ_w² = fanIn·Var(W); of weights that are divided by a measured std that of
///   the orthonormal ones they begin as
/// @param biasVariance σ_b²
/// @param scale what weights that are divided by a measured std ([Law.LayerSequential]) are
///   multiplied by afterwards; empty for all others
record LayerVariances(
        LayerPlace place, double weightVariance, double biasVariance, OptionalDouble scale) {
    /// A std that is 1 but for so much is left as it is (Mishkin & Matas 2015, arXiv 1511.06422,
    /// algorithm 1).
    private static final double TOLERANCE = 0.1;

    /// A layer is measured no more often.
    private static final int TRIES = 10;

    LayerVariances(LayerPlace place, double weightVariance, double biasVariance) {
        this(place, weightVariance, biasVariance, OptionalDouble.empty());
    }

    /// All layers of an experiment that [Assumptions] has nothing against, its gain included.
    static List<LayerVariances> of(Experiment experiment) {
        return experiment.places().stream().map(place -> of(experiment, place)).toList();
    }

    private static LayerVariances of(Experiment experiment, LayerPlace place) {
        int fanIn = place.fanIn();
        int fanOut = place.fanOut();
        double biasVariance = meanSquare(experiment.biasLaw(place.layer()), fanIn, fanOut);
        return switch (experiment.weightLaw(place)) {
            case Law.LayerSequential(double scale) ->
                    new LayerVariances(
                            place,
                            fanIn * new Law.Orthogonal(1).variance(fanIn, fanOut),
                            biasVariance,
                            OptionalDouble.of(scale));
            case Law law ->
                    new LayerVariances(place, fanIn * meanSquare(law, fanIn, fanOut), biasVariance);
        };
    }

    /// Of an entry: the variance of laws with mean 0, and of numbers that are there.
    private static double meanSquare(Law law, int fanIn, int fanOut) {
        double variance = law.variance(fanIn, fanOut);
        return law instanceof Law.Loaded(LoadedTensor tensor, double gain)
                ? variance + gain * gain * tensor.mean() * tensor.mean()
                : variance;
    }

    int fanIn() {
        return place.fanIn();
    }

    int fanOut() {
        return place.fanOut();
    }

    /// By this the second moment of a gradient by the pre-activations changes on its way to what
    /// the layer sees: fanOut·Var(W).
    double backward() {
        return weightVariance * fanOut() / fanIn();
    }

    /// Whether it does what another does, wherever it stands.
    boolean isLike(LayerVariances other) {
        return weightVariance == other.weightVariance
                && biasVariance == other.biasVariance
                && scale.equals(other.scale)
                && fanIn() == other.fanIn()
                && fanOut() == other.fanOut()
                && place.role() == other.place.role();
    }

    /// The same with all weights multiplied by a gain.
    LayerVariances times(double gain) {
        return scale.isPresent()
                ? new LayerVariances(
                        place,
                        weightVariance,
                        biasVariance,
                        OptionalDouble.of(gain * scale.getAsDouble()))
                : new LayerVariances(place, gain * gain * weightVariance, biasVariance);
    }

    /// The same with the weights that the layer has once it has seen what enters it.
    ///
    /// @param second the second moment of what enters
    LayerVariances seeing(double second) {
        if (scale.isEmpty()) {
            return this;
        }
        double factor = scale.getAsDouble() / divisor(second);
        return new LayerVariances(place, factor * factor * weightVariance, biasVariance);
    }

    /// Whether weights are divided by what is measured at that second moment of what enters: then
    /// pre-activations have the same variance whatever enters.
    boolean measures(double second) {
        return scale.isPresent() && divisor(second) != 1;
    }

    /// The product of the stds that are measured and divided out; biases are part of each, and stay
    /// as they are.
    private double divisor(double second) {
        double divisor = 1;
        for (int i = 0; i < TRIES; i++) {
            double std = Math.sqrt(weightVariance * second / (divisor * divisor) + biasVariance);
            boolean isNear = Math.abs(std - 1) <= TOLERANCE;
            if (isNear || std == 0 || !Double.isFinite(std)) {
                break;
            }
            divisor *= std;
        }
        return divisor;
    }
}
