package dev.weightscope.bench;

import dev.weightscope.model.Histogram;
import java.util.Optional;

/// What a workload finds out about a layer.
///
/// @param std of all values about their mean, population form
/// @param histogram where the workload asks for one
public record LayerFigures(double mean, double std, Optional<Histogram> histogram) {}
