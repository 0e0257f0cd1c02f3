package dev.weightscope.theory;

import dev.weightscope.model.Experiment;
import java.util.ArrayList;
import java.util.List;

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
    private final double inputMeanSquare;
    private final List<LayerVariances> layers;

    /// The index of the first layer from which on every layer has the laws of the one before.
    private final int repeatsFrom;

    private final Saturation saturation;
    private final List<GainZone> zones = new ArrayList<>();

    private GainZones(Experiment experiment) {
        activation = ActivationMoments.of(experiment.activation());
        inputMeanSquare = InputStatistics.meanSquare(experiment);
        layers = LayerVariances.of(experiment);
        saturation = Saturation.of(experiment.activation());
        int from = layers.size();
        while (from > 1 && layers.get(from - 1).equals(layers.get(from - 2))) {
            from--;
        }
        repeatsFrom = from;
    }

    /// The zones that gains from `low` to `high` fall into, in order and without gaps; neighbours
    /// differ in their fate. The experiment's own gain does not matter.
    ///
    /// In a table of inputs all rows are taken to be of the same size. Costs 2 μs for each layer
    /// and gain that is tried, of which there are a hundred or so.
    ///
    /// @param low above 0
    /// @param high not below `low`
    /// @return empty where theory says nothing of the experiment ([Assumptions])
    public static List<GainZone> of(Experiment experiment, double low, double high) {
        if (!(low > 0 && low <= high)) {
            throw new IllegalArgumentException("no range of gains: " + low + ".." + high);
        }
        Experiment atGainOne = experiment.withGain(1);
        return Assumptions.objection(atGainOne).isPresent()
                ? List.of()
                : new GainZones(atGainOne).between(low, high);
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
        double second = inputMeanSquare;
        double first = second;
        double saturated = 0;
        double before = Double.NaN;
        for (int i = 0; i < layers.size(); i++) {
            LayerVariances layer = layers.get(i);
            double variance = gain * gain * layer.weightVariance() * second + layer.biasVariance();
            if (isSettled(i, variance, before)) {
                break;
            }
            before = variance;
            second = activation.at(variance).second();
            saturated = Math.max(saturated, saturation.share(variance));
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
    private boolean isSettled(int index, double variance, double before) {
        return index >= repeatsFrom && Math.abs(variance - before) <= SETTLED * variance;
    }
}
