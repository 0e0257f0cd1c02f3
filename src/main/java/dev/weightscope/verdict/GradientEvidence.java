package dev.weightscope.verdict;

import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.TensorStatistics;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/// The figures that verdicts on gradients are made of: those of the gradient by the pre-activations
/// of each layer, which comes in at the last layer and arrives at the first. Of a branch of two
/// layers it is that of the last, which is the stream's but for the branch's scale: that of the
/// first has a size of its own.
///
/// @param snapshot with gradients
/// @param stream the layers that are compared, in order
record GradientEvidence(Snapshot snapshot, List<LayerStatistics> stream) {
    GradientEvidence {
        if (!snapshot.hasGradients()) {
            throw new IllegalArgumentException("the snapshot has no gradients");
        }
    }

    private static TensorStatistics gradient(LayerStatistics layer) {
        return layer.of(Quantity.PRE_ACTIVATION_GRADIENT);
    }

    /// The RMS at the last layer, where it comes in.
    double lastRms() {
        return gradient(snapshot.last()).rms();
    }

    /// The RMS at the first layer, where it arrives.
    double firstRms() {
        return gradient(stream.getFirst()).rms();
    }

    /// Where it arrives.
    int firstLayer() {
        return stream.getFirst().layer();
    }

    /// First RMS over last.
    double ratio() {
        return firstRms() / lastRms();
    }

    /// The factor by which the RMS changes from one layer to the one before it, as a geometric mean
    /// over the layers behind the one where it overflows or is 0; NaN where there are none.
    double perLayer() {
        int arrives = stream.size();
        while (arrives > 0 && isOrdinary(gradient(stream.get(arrives - 1)).rms())) {
            arrives--;
        }
        if (arrives >= stream.size() - 1) {
            return Double.NaN;
        }
        LayerStatistics first = stream.get(arrives);
        return Math.pow(
                gradient(first).rms() / lastRms(),
                1.0 / (snapshot.layers().size() - first.layer()));
    }

    private static boolean isOrdinary(double rms) {
        return rms > 0 && Double.isFinite(rms);
    }

    /// The layer where a value is not finite for the first time on the way back.
    OptionalInt overflowsAt() {
        return highest(layer -> !gradient(layer).allFinite());
    }

    /// The layer where every value is 0 for the first time on the way back.
    OptionalInt isZeroAt() {
        return highest(layer -> gradient(layer).allZero());
    }

    private OptionalInt highest(Predicate<LayerStatistics> condition) {
        List<LayerStatistics> layers = snapshot.layers();
        return layers.stream()
                .filter(condition)
                .max(Comparator.comparingInt(LayerStatistics::layer))
                .map(layer -> OptionalInt.of(layer.layer()))
                .orElse(OptionalInt.empty());
    }
}
