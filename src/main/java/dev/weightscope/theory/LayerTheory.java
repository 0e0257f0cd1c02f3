package dev.weightscope.theory;

/// What theory says of one layer, over all units and samples.
///
/// Gradients are those of a unit-normal cotangent on the last layer's output. A band holds 95 % of
/// draws at this width and batch; its ends are NaN where none is known.
///
/// @param preActivationVariance q, of product plus bias, before any normalization
/// @param activationMean of the layer's output: of the stream behind a skip connection
/// @param activationStd likewise
/// @param activationRms likewise
/// @param gradientRms of the gradient by the pre-activations
/// @param outputGradientRms of the gradient by the layer's output
/// @param weightGradientRms of the gradient by the weights, summed over the batch
/// @param chi σ_w² · E φ′², by which the layer multiplies a gradient's second moment; over the
///   variance that a normalization divides by
/// @param band of the activations' RMS
/// @param gradientBand of the gradient by the pre-activations; a rough one, up to two thirds wider
///   than draws are, and of samples that become alike in a deep network a third narrower
public record LayerTheory(
        double preActivationVariance,
        double activationMean,
        double activationStd,
        double activationRms,
        double gradientRms,
        double outputGradientRms,
        double weightGradientRms,
        double chi,
        Band band,
        Band gradientBand) {
    /// Two ends, both NaN where they are not known.
    public record Band(double low, double high) {
        private static final double NORMAL_QUANTILE = 1.959963984540054;

        static final Band UNKNOWN = new Band(Double.NaN, Double.NaN);

        /// 95 % of draws of a root mean square whose square is log-normal.
        ///
        /// @param logMean the mean of the square's logarithm
        /// @param logVariance its variance
        static Band of(double logMean, double logVariance) {
            double half = NORMAL_QUANTILE * Math.sqrt(logVariance);
            return new Band(Math.exp((logMean - half) / 2), Math.exp((logMean + half) / 2));
        }
    }
}
