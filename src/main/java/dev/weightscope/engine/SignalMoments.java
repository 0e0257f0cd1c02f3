package dev.weightscope.engine;

import dev.weightscope.kernel.Moments;
import java.util.List;

/// How large a signal is by depth, and the gradient that comes back.
///
/// @param activations of each layer, in order; those of [Survey#NONE] of one that was not asked for
/// @param gradients by each layer's pre-activations, likewise; none where there was no way back
public record SignalMoments(Moments input, List<Moments> activations, List<Moments> gradients) {
    public SignalMoments {
        activations = List.copyOf(activations);
        gradients = List.copyOf(gradients);
    }
}
