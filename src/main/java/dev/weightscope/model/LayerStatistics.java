package dev.weightscope.model;

/// What is known of one layer.
///
/// @param layer counted from 1
/// @param preActivation in float32, as products are summed, whatever the number format
/// @param flushed how many activations are 0 only because the number format holds nothing so small;
///   0 in float32, where that happens within an activation's own arithmetic
/// @param weightsFlushed the same of the weights
public record LayerStatistics(
        int layer,
        int fanIn,
        int fanOut,
        TensorStatistics weights,
        TensorStatistics preActivation,
        TensorStatistics activation,
        long flushed,
        long weightsFlushed) {
    /// [#flushed] as a share of the activations, 0..1.
    public double flushedShare() {
        return (double) flushed / activation.count();
    }

    /// [#weightsFlushed] as a share of the weights, 0..1.
    public double weightsFlushedShare() {
        return (double) weightsFlushed / weights.count();
    }

    public TensorStatistics of(Quantity quantity) {
        return switch (quantity) {
            case ACTIVATION -> activation;
            case PRE_ACTIVATION -> preActivation;
            case WEIGHT -> weights;
        };
    }
}
