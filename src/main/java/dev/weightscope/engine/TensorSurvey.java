package dev.weightscope.engine;

import dev.weightscope.kernel.Bins;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Matrix;
import dev.weightscope.kernel.Moments;
import dev.weightscope.kernel.Survey;
import dev.weightscope.model.ActivationFunction.Saturation;
import dev.weightscope.model.Binning;
import dev.weightscope.model.TensorStatistics;

/// All that is asked of a tensor, in one run's binning.
///
/// Nothing here fails on values that are not finite: they are counted, and the rest is surveyed.
record TensorSurvey(Kernel kernel, Binning binning, Cancellation cancellation) {
    /// @param saturation what "saturated" means, and the natural axis where it is bounded;
    ///   unbounded for what is no activation
    TensorStatistics of(Matrix tensor, Saturation saturation) {
        Moments moments =
                kernel.moments(
                        tensor.values(), tensor.rows(), tensor.columns(), saturation, cancellation);
        return completed(tensor, saturation, moments);
    }

    /// Adds the histogram to the moments of a tensor.
    TensorStatistics completed(Matrix tensor, Saturation saturation, Moments moments) {
        Bins bins = BinPlacement.of(binning, saturation, tensor, moments, cancellation);
        return moments.statistics(
                kernel.histogram(tensor.values(), tensor.size(), bins, cancellation));
    }

    /// Adds the histogram to what is known of a tensor, unless it is there.
    TensorStatistics completed(Matrix tensor, Saturation saturation, Survey found) {
        return found.histogram() == null
                ? completed(tensor, saturation, found.moments())
                : found.moments().statistics(found.histogram());
    }
}
