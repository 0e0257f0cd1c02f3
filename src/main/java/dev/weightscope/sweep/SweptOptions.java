package dev.weightscope.sweep;

import dev.weightscope.arguments.ExperimentOptions;
import dev.weightscope.model.Architecture;
import dev.weightscope.model.Bias;
import dev.weightscope.model.BiasKind;
import dev.weightscope.model.BranchScale;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Skip;
import dev.weightscope.model.Weights;
import dev.weightscope.option.Decimal;
import dev.weightscope.option.NumberCodec;
import dev.weightscope.option.Option;
import dev.weightscope.option.SliderRange;
import dev.weightscope.race.TrainingLab;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What can be swept: every number among the options of an experiment and of a training, and three
/// that are no options of their own.
public final class SweptOptions {
    /// No figure depends on the bins of histograms; draws are the sweep's own.
    private static final Set<String> LEFT_OUT = Set.of("bins", "draws");

    private static final double MOST_VARIANCE = 1e6;

    /// As an option it may also be `depth`.
    private static final Option<Experiment, Double> BRANCH_SCALE =
            Option.partial(
                    "branch-scale",
                    "Branch ×",
                    "Multiplies what each branch adds.",
                    new Decimal(0, BranchScale.MAX_FACTOR, SliderRange.linear(0, 1)),
                    (e, factor) -> e.withBranchScale(new BranchScale.Factor(factor)),
                    e ->
                            Optional.of(e.architecture())
                                    .filter(each -> each.skip() != Skip.NONE)
                                    .map(Architecture::branchScale)
                                    .map(scale -> scale.of(e.depth())));

    /// The gain is what follows.
    private static final Option<Experiment, Double> WEIGHT_VARIANCE =
            Option.partial(
                    "sigma-w2",
                    "σ_w²",
                    "fan_in · Var(W) of a hidden layer, by the gain.",
                    new Decimal(0, MOST_VARIANCE, SliderRange.linear(0.1, 4)),
                    SweptOptions::withWeightVariance,
                    SweptOptions::weightVariance);

    private static final Option<Experiment, Double> BIAS_VARIANCE =
            Option.partial(
                    "sigma-b2",
                    "σ_b²",
                    "Var(b), of normal biases.",
                    new Decimal(0, MOST_VARIANCE, SliderRange.linear(0, 1)),
                    (e, variance) -> e.withBias(new Bias(BiasKind.NORMAL, Math.sqrt(variance))),
                    SweptOptions::biasVariance);

    public static final List<Option<Setup, ?>> ALL = all();

    private SweptOptions() {}

    private static List<Option<Setup, ?>> all() {
        List<Option<Setup, ?>> all = new ArrayList<>();
        for (Option<Experiment, ?> option : ExperimentOptions.ALL.list()) {
            if (isSwept(option)) {
                all.add(ofExperiment(option));
            }
        }
        for (Option<Experiment, ?> option : List.of(BRANCH_SCALE, WEIGHT_VARIANCE, BIAS_VARIANCE)) {
            all.add(ofExperiment(option));
        }
        new TrainingLab()
                .options().list().stream()
                        .filter(SweptOptions::isSwept)
                        .map(option -> option.within(Setup::training, Setup::withTraining))
                        .forEach(all::add);
        return List.copyOf(all);
    }

    /// The key of the option that is changed where one of these is swept.
    static String changed(Option<Setup, ?> swept) {
        if (swept.key().equals(WEIGHT_VARIANCE.key())) {
            return ExperimentOptions.GAIN.key();
        }
        return swept.key().equals(BIAS_VARIANCE.key())
                ? ExperimentOptions.BIAS_SCALE.key()
                : swept.key();
    }

    private static boolean isSwept(Option<?, ?> option) {
        return option.codec() instanceof NumberCodec<?> && !LEFT_OUT.contains(option.key());
    }

    private static Option<Setup, ?> ofExperiment(Option<Experiment, ?> option) {
        return option.within(Setup::experiment, Setup::withExperiment);
    }

    /// Of the layer that stands for all; empty where what the weights are divided by decides it, or
    /// where they are the same whatever the gain.
    private static Optional<Double> weightVariance(Experiment experiment) {
        double variance = unscaled(experiment) * experiment.gain() * experiment.gain();
        return Double.isFinite(variance) && unscaled(experiment) > 0
                ? Optional.of(variance)
                : Optional.empty();
    }

    private static Experiment withWeightVariance(Experiment experiment, double variance) {
        double unscaled = unscaled(experiment);
        return Double.isFinite(unscaled) && unscaled > 0
                ? experiment.withGain(Math.min(Math.sqrt(variance / unscaled), Weights.MAX_GAIN))
                : experiment;
    }

    /// fan_in · Var(W) at gain 1.
    private static double unscaled(Experiment experiment) {
        int layer = experiment.explainedLayer();
        int fanIn = experiment.fanIn(layer);
        return fanIn
                * experiment.withGain(1).weightLaw(layer).variance(fanIn, experiment.fanOut(layer));
    }

    private static Optional<Double> biasVariance(Experiment experiment) {
        int layer = experiment.explainedLayer();
        double variance =
                experiment
                        .biasLaw(layer)
                        .variance(experiment.fanIn(layer), experiment.fanOut(layer));
        return Double.isFinite(variance) ? Optional.of(variance) : Optional.empty();
    }
}
