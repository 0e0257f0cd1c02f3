package dev.weightscope.signal;

import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.Snapshot;
import java.util.List;

/// What is kept of one draw of a network.
///
/// @param activations of each layer, in order
/// @param gradients by each layer's pre-activations, in order; none where there was no way back
public record Draw(long seed, Spreads input, List<Spreads> activations, List<Spreads> gradients) {
    public Draw {
        activations = List.copyOf(activations);
        gradients = List.copyOf(gradients);
    }

    static Draw of(Snapshot snapshot) {
        return new Draw(
                snapshot.experiment().seed(),
                Spreads.of(snapshot.input()),
                snapshot.layers().stream()
                        .map(LayerStatistics::activation)
                        .map(Spreads::of)
                        .toList(),
                List.of());
    }
}
