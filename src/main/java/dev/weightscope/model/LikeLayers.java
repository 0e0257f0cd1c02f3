package dev.weightscope.model;

import java.util.List;

/// Which layers are compared with one another, by verdicts and by a search for a gain, so that a
/// step which a network takes once is not read as what every layer does.
///
/// Where most layers are in branches, these are the ones that end a branch: what leaves them is the
/// stream, and the gradient by their pre-activations is the stream's but for the branch's scale and
/// slope. A plain layer before them changes the width, and one behind them is an output. Elsewhere
/// they are all layers of the stream ([Experiment#streamLayers]).
///
/// @param signal those whose outputs are compared, in order; 0 is the input
/// @param gradient those whose gradients by the pre-activations are compared, in order. Without a
///   plain first layer that is normalized: it is divided by the size of the input, the others by
///   that of activations
public record LikeLayers(List<Integer> signal, List<Integer> gradient) {
    public LikeLayers {
        signal = List.copyOf(signal);
        gradient = List.copyOf(gradient);
    }

    /// Those of an experiment: at least two of the signal, and one or more of the gradient.
    public static LikeLayers of(Experiment experiment) {
        List<LayerPlace> places = experiment.places();
        List<Integer> like = like(experiment, places);
        boolean dividesByInput =
                experiment.architecture().normalization() != Normalization.NONE
                        && places.getFirst().role() == LayerRole.PLAIN;
        return new LikeLayers(
                like.size() == 1 ? List.of(0, like.getFirst()) : like,
                dividesByInput && like.getFirst() == 1 && like.size() > 1
                        ? like.subList(1, like.size())
                        : like);
    }

    private static List<Integer> like(Experiment experiment, List<LayerPlace> places) {
        List<Integer> ends =
                places.stream()
                        .filter(place -> place.role().endsBranch())
                        .map(LayerPlace::layer)
                        .toList();
        long plain = places.stream().filter(place -> place.role() == LayerRole.PLAIN).count();
        boolean canBeCompared = ends.size() > 1 || places.getFirst().role().beginsBranch();
        return ends.size() >= plain && canBeCompared ? ends : experiment.streamLayers();
    }
}
