package dev.weightscope.model;

/// What is known of one layer.
///
/// @param layer counted from 1
public record LayerStatistics(
        int layer,
        int fanIn,
        int fanOut,
        TensorStatistics weights,
        TensorStatistics preActivation,
        TensorStatistics activation) {
    public TensorStatistics of(Quantity quantity) {
        return switch (quantity) {
            case ACTIVATION -> activation;
            case PRE_ACTIVATION -> preActivation;
            case WEIGHT -> weights;
        };
    }
}
