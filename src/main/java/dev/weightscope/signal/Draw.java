package dev.weightscope.signal;

import dev.weightscope.engine.SignalMoments;
import dev.weightscope.model.Direction;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.Spread;
import java.util.List;
import java.util.stream.Stream;

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
                spreads(snapshot, Quantity.ACTIVATION),
                snapshot.hasGradients()
                        ? spreads(snapshot, Quantity.PRE_ACTIVATION_GRADIENT)
                        : List.of());
    }

    static Draw of(long seed, SignalMoments moments) {
        return new Draw(
                seed,
                Spreads.of(moments.input()),
                moments.activations().stream().map(Spreads::of).toList(),
                moments.gradients().stream().map(Spreads::of).toList());
    }

    /// As a curve by depth: the activations' from the input on, or the gradients' from layer 1 on.
    List<Double> spreads(Direction direction, Spread spread) {
        List<Spreads> all =
                switch (direction) {
                    case FORWARD -> Stream.concat(Stream.of(input), activations.stream()).toList();
                    case BACKWARD -> gradients;
                };
        return all.stream().map(each -> each.of(spread)).toList();
    }

    /// @param layer counted from 1; 0 is the input, forward alone
    Spreads layer(int layer, Direction direction) {
        return switch (direction) {
            case FORWARD -> layer == 0 ? input : activations.get(layer - 1);
            case BACKWARD -> gradients.get(layer - 1);
        };
    }

    private static List<Spreads> spreads(Snapshot snapshot, Quantity quantity) {
        return snapshot.layers().stream().map(layer -> Spreads.of(layer.of(quantity))).toList();
    }
}
