package dev.weightscope.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What is known of one layer.
///
/// @param layer counted from 1
/// @param tensors those that were surveyed; the pre-activations in float32, as products are summed,
///   whatever the number format
/// @param flushed how many activations are 0 only because the number format holds nothing so small;
///   0 in float32, where that happens within an activation's own arithmetic
/// @param weightsFlushed the same of the weights
/// @param measuredStds what [Law.LayerSequential] measured before each of its divisions and after
///   the last, the stds of the pre-activations; empty for any other law
public record LayerStatistics(
        int layer,
        int fanIn,
        int fanOut,
        Map<Quantity, TensorStatistics> tensors,
        long flushed,
        long weightsFlushed,
        List<Double> measuredStds) {
    public LayerStatistics {
        tensors = Collections.unmodifiableMap(new EnumMap<>(tensors));
        measuredStds = List.copyOf(measuredStds);
    }

    /// A layer whose weights are drawn without a look at its input.
    public LayerStatistics(
            int layer,
            int fanIn,
            int fanOut,
            Map<Quantity, TensorStatistics> tensors,
            long flushed,
            long weightsFlushed) {
        this(layer, fanIn, fanOut, tensors, flushed, weightsFlushed, List.of());
    }

    /// The tensors of a forward pass.
    public static Map<Quantity, TensorStatistics> forward(
            TensorStatistics weights, TensorStatistics preActivation, TensorStatistics activation) {
        return Map.of(
                Quantity.WEIGHT, weights,
                Quantity.PRE_ACTIVATION, preActivation,
                Quantity.ACTIVATION, activation);
    }

    /// The tensors of a way back.
    ///
    /// @param weights summed over the samples
    public static Map<Quantity, TensorStatistics> backward(
            TensorStatistics weights, TensorStatistics preActivation, TensorStatistics activation) {
        return Map.of(
                Quantity.WEIGHT_GRADIENT, weights,
                Quantity.PRE_ACTIVATION_GRADIENT, preActivation,
                Quantity.ACTIVATION_GRADIENT, activation);
    }

    /// The layer with more tensors surveyed.
    public LayerStatistics with(Map<Quantity, TensorStatistics> more) {
        Map<Quantity, TensorStatistics> all = new EnumMap<>(tensors);
        all.putAll(more);
        return new LayerStatistics(
                layer, fanIn, fanOut, all, flushed, weightsFlushed, measuredStds);
    }

    /// Whether the gradients were asked for.
    public boolean hasGradients() {
        return has(Direction.BACKWARD);
    }

    /// Whether there are the tensors of a way: forward always, backward where gradients were asked
    /// for.
    public boolean has(Direction direction) {
        return tensors.keySet().containsAll(Quantity.of(direction));
    }

    /// [#flushed] as a share of the activations, 0..1.
    public double flushedShare() {
        return (double) flushed / activation().count();
    }

    /// [#weightsFlushed] as a share of the weights, 0..1.
    public double weightsFlushedShare() {
        return (double) weightsFlushed / weights().count();
    }

    public TensorStatistics weights() {
        return of(Quantity.WEIGHT);
    }

    public TensorStatistics preActivation() {
        return of(Quantity.PRE_ACTIVATION);
    }

    public TensorStatistics activation() {
        return of(Quantity.ACTIVATION);
    }

    /// @throws IllegalArgumentException if the tensor was not surveyed
    public TensorStatistics of(Quantity quantity) {
        TensorStatistics statistics = tensors.get(quantity);
        if (statistics == null) {
            throw new IllegalArgumentException(
                    "layer %d has no %s, only %s"
                            .formatted(layer, quantity.key(), tensors.keySet()));
        }
        return statistics;
    }
}
