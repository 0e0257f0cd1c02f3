package dev.weightscope.theory;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.GainGoal;
import dev.weightscope.model.LayerRole;
import dev.weightscope.model.Normalization;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which gains let the signal of an experiment vanish, hold, explode or saturate: the variance map
/// through its own layers, at every gain.
public final class GainZones {
    /// Relative; nobody sees where a zone ends more closely.
    private static final double CLOSE = 1e-5;

    /// The search starts with so many gains for each factor of ten.
    private static final int PER_DECADE = 8;

    /// A second moment that fell or grew so far does not come back.
    private static final double NO_RETURN = 1e-24;

    /// Relative: a variance that changes by less in a layer stays where it is.
    private static final double SETTLED = 1e-13;

    private final ActivationMoments activation;
    private final Normalization normalization;
    private final InputStatistics input;
    private final List<LayerVariances> layers;

    /// The index of the first layer from which on every layer has the laws of the one before.
    private final int repeatsFrom;

    private final Saturation saturation;
    private final Runnable checkpoint;
    private final List<GainZone> zones = new ArrayList<>();

    private GainZones(Experiment experiment, Runnable checkpoint) {
        activation = ActivationMoments.of(experiment.activation());
        normalization = experiment.architecture().normalization();
        input = InputStatistics.sizeOf(experiment, checkpoint);
        layers = LayerVariances.of(experiment);
        saturation = Saturation.of(experiment.activation());
        this.checkpoint = checkpoint;
        int from = layers.size();
        while (from > 1 && layers.get(from - 1).isLike(layers.get(from - 2))) {
            from--;
        }
        repeatsFrom = from;
    }

    /// Why there are no zones, as a sentence; empty where there are.
    public static Optional<String> objection(Experiment experiment) {
        return idle(experiment).or(() -> Assumptions.objection(experiment.withGain(1)));
    }

    /// Why the signal is as large at every gain, as a sentence; empty where it is not.
    public static Optional<String> idle(Experiment experiment) {
        return GainGoal.SECOND_MOMENT
                .dividedOut(experiment)
                .or(() ->
                        Assumptions.areZero(experiment.withGain(1))
                                ? Optional.of("No gain changes weights that are all 0.")
                                : Optional.empty());
    }

    /// The zones that gains from `low` to `high` fall into, in order and without gaps; neighbours
    /// differ in their fate. The experiment's own gain does not matter.
    ///
    /// In a table of inputs all rows are taken to be of the same size. Costs 2 μs for each layer
    /// and gain that is tried, of which there are a hundred or so.
    ///
    /// @param low above 0
    /// @param high not below `low`
    /// @param checkpoint called for every gain, and for every row of a table; may throw to end the
    ///   work
    /// @return empty where there is an [#objection]
    public static List<GainZone> of(
            Experiment experiment, double low, double high, Runnable checkpoint) {
        if (!(low > 0 && low <= high)) {
            throw new IllegalArgumentException("no range of gains: " + low + ".." + high);
        }
        return objection(experiment).isPresent()
                ? List.of()
                : new GainZones(experiment.withGain(1), checkpoint).between(low, high);
    }

    private List<GainZone> between(double low, double high) {
        int steps = (int) Math.ceil(PER_DECADE * Math.log10(high / low));
        double ratio = steps == 0 ? 1 : Math.pow(high / low, 1.0 / steps);
        double from = low;
        Fate fate = fate(low);
        zones.add(new GainZone(low, low, fate));
        for (int i = 1; i <= steps; i++) {
            double to = i == steps ? high : low * Math.pow(ratio, i);
            Fate next = fate(to);
            walk(from, fate, to, next);
            from = to;
            fate = next;
        }
        return List.copyOf(zones);
    }

    /// Appends what lies between two gains, halving as long as their fates differ.
    private void walk(double from, Fate fate, double to, Fate next) {
        if (fate == next || to / from < 1 + CLOSE) {
            append(from, to, next);
            return;
        }
        double half = Math.sqrt(from * to);
        Fate between = fate(half);
        walk(from, fate, half, between);
        walk(half, between, to, next);
    }

    private void append(double from, double to, Fate fate) {
        GainZone last = zones.getLast();
        if (last.fate() == fate) {
            zones.set(zones.size() - 1, new GainZone(last.low(), to, fate));
        } else {
            zones.add(new GainZone(from, to, fate));
        }
    }

    private Fate fate(double gain) {
        checkpoint.run();
        ForwardPass pass = new ForwardPass(activation, normalization, input);
        double first = input.meanSquare();
        double second = first;
        double saturated = 0;
        double before = Double.NaN;
        for (int i = 0; i < layers.size(); i++) {
            ForwardPass.Layer layer = pass.next(layers.get(i).times(gain));
            if (isSettled(i, layer, before)) {
                break;
            }
            before = layer.variance();
            if (layer.role() == LayerRole.FIRST_OF_BRANCH) {
                saturated = Math.max(saturated, saturation.share(before));
                continue; // the stream is seen behind the branch
            }
            second = layer.second();
            if (layer.role() != LayerRole.LAST_OF_BRANCH) {
                saturated = Math.max(saturated, saturation.share(before));
            }
            if (i == 0 && layers.size() > 1) {
                first = second;
            }
            if (second <= first * NO_RETURN) {
                return Fate.VANISHES;
            }
            if (!(second < first / NO_RETURN)) {
                return Fate.EXPLODES;
            }
        }
        return Fate.of(Math.sqrt(second / first), saturated);
    }

    /// Whether this layer and all after it only repeat the one before.
    private boolean isSettled(int index, ForwardPass.Layer layer, double before) {
        return index >= repeatsFrom
                && layer.role() == LayerRole.PLAIN
                && Math.abs(layer.variance() - before) <= SETTLED * layer.variance();
    }
}
