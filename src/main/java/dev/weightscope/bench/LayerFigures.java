package dev.weightscope.bench;

import dev.weightscope.kernel.DenseLayer;
import dev.weightscope.kernel.Moments;
import dev.weightscope.kernel.Survey;
import dev.weightscope.model.Histogram;
import java.util.Optional;

/// What a workload finds out about a layer.
///
/// @param std of all values about their mean, population form
/// @param histogram where the workload asks for one
public record LayerFigures(double mean, double std, Optional<Histogram> histogram) {
    static LayerFigures of(Moments moments) {
        return new LayerFigures(moments.mean(), moments.std(), Optional.empty());
    }

    /// Of the outputs.
    static LayerFigures of(DenseLayer.Answer layer) {
        Survey output = layer.output();
        return new LayerFigures(
                output.moments().mean(),
                output.moments().std(),
                Optional.ofNullable(output.histogram()));
    }
}
