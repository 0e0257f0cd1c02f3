package dev.weightscope.verdict;

import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.TensorStatistics;
import dev.weightscope.model.Trend;
import java.util.OptionalInt;

/// The figures that verdicts on gradients are made of: those of the gradient by the pre-activations
/// of each layer, which comes in at the last of the [dev.weightscope.model.LikeLayers] and arrives
/// at the first; and whether any weight is changed by it.
///
/// @param snapshot with gradients
/// @param trend from where it comes in to where it arrives
record GradientEvidence(Snapshot snapshot, Trend trend) {
    GradientEvidence {
        if (!snapshot.hasGradients()) {
            throw new IllegalArgumentException("the snapshot has no gradients");
        }
    }

    private static TensorStatistics gradient(LayerStatistics layer) {
        return layer.of(Quantity.PRE_ACTIVATION_GRADIENT);
    }

    /// The layer of the stream where every value is 0 for the first time on the way back, so that
    /// no weight from there to layer 1 is changed by learning. A gradient of 0 inside of a branch
    /// does not end the way back: past it the stream goes on.
    OptionalInt isZeroAt() {
        int idle = 0;
        while (idle < snapshot.layers().size()
                && snapshot.layer(idle + 1).of(Quantity.WEIGHT_GRADIENT).allZero()) {
            idle++;
        }
        int last = idle;
        return snapshot.experiment().streamLayers().reversed().stream()
                .mapToInt(Integer::intValue)
                .filter(layer -> layer <= last && gradient(snapshot.layer(layer)).allZero())
                .findFirst();
    }
}
