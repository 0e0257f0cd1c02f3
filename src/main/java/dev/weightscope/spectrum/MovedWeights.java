package dev.weightscope.spectrum;

import java.util.List;
import java.util.Optional;

/// What training has moved of all weights.
///
/// @param step after which they are looked at; fewer than asked where the training ended before
/// @param steps that the training has in all
/// @param loss after that step
/// @param layers those that are there, in order
/// @param asked how many layers there are in the end
public record MovedWeights(int step, int steps, double loss, List<MovedLayer> layers, int asked) {
    public MovedWeights {
        layers = List.copyOf(layers);
    }

    /// One layer's, where it is there.
    public Optional<MovedLayer> of(int layer) {
        return layers.stream().filter(each -> each.layer() == layer).findFirst();
    }

    /// Whether all layers are there.
    public boolean isWhole() {
        return layers.size() == asked;
    }
}
