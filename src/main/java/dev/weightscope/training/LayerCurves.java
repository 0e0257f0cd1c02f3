package dev.weightscope.training;

/// What is known of a layer by step. All are empty where a run keeps no layers.
///
/// The gradient at a step, and the step that follows from it, are known once the next step is
/// taken; at the end of a run the gradient is computed once more, without a step.
///
/// @param activationStd of the layer's output over its units and the samples of the batch that the
///   next step takes; of the last layer, the logits
/// @param gradientStd of the gradient of the loss by the layer's pre-activations, over the same
/// @param weightRms √(mean of squares) of the weights, without biases
/// @param updateRatio the RMS of what the step adds to the weights by the RMS of the weights
///   before; NaN where all are 0 and stay so
public record LayerCurves(
        Curve activationStd, Curve gradientStd, Curve weightRms, Curve updateRatio) {
    static final LayerCurves EMPTY =
            new LayerCurves(Curve.empty(), Curve.empty(), Curve.empty(), Curve.empty());
}
