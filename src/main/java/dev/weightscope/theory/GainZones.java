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

    private final NetworkVariances network;
    private final Saturation saturation;
    private final List<GainZone> zones = new ArrayList<>();

    private GainZones(NetworkVariances network) {
        this.network = network;
        saturation = Saturation.of(network.moments().activation());
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
                : new GainZones(NetworkVariances.of(atGainOne)).between(low, high);
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
        double factor = gain * gain;
        double mean = network.inputMeanSquare();
        double first = mean;
        double saturated = 0;
        for (int layer = 1; layer <= network.maps().size(); layer++) {
            VarianceMap map = network.maps().get(layer - 1);
            double variance = factor * map.weightVariance() * mean + map.biasVariance();
            mean = network.moments().at(variance).second();
            saturated = Math.max(saturated, saturation.share(variance));
            if (layer == 1 && network.maps().size() > 1) {
                first = mean;
            }
            if (mean == 0) {
                return Fate.VANISHES;
            }
            if (!(mean < Double.POSITIVE_INFINITY)) {
                return Fate.EXPLODES;
            }
        }
        return Fate.of(Math.sqrt(mean / first), saturated);
    }
}
