package dev.weightscope.engine;

import dev.weightscope.kernel.Bins;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Matrix;
import dev.weightscope.kernel.Moments;
import dev.weightscope.model.ActivationFunction.Range;
import dev.weightscope.model.Binning;
import dev.weightscope.model.TensorStatistics;

/// All that is asked of a tensor, in one run's binning.
///
/// Nothing here fails on values that are not finite: they are counted, and the rest is surveyed.
record TensorSurvey(Kernel kernel, Binning binning, Cancellation cancellation) {
    /// @param range what "saturated" means, and the natural axis where it is bounded; unbounded for
    ///   what is no activation
    TensorStatistics of(Matrix tensor, Range range) {
        Moments moments =
                kernel.moments(
                        tensor.values(), tensor.rows(), tensor.columns(), range, cancellation);
        return completed(tensor, range, moments);
    }

    /// Adds the histogram to the moments of a tensor.
    TensorStatistics completed(Matrix tensor, Range range, Moments moments) {
        Bins bins = BinPlacement.of(binning, range, tensor, moments, cancellation);
        return moments.with(kernel.histogram(tensor.values(), tensor.size(), bins, cancellation));
    }
}
