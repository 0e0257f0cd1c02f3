package dev.weightscope.report;

import dev.weightscope.inspect.LawMatch;
import dev.weightscope.inspect.TensorSurvey;
import dev.weightscope.weights.Fans;
import dev.weightscope.weights.Tensor;
import java.util.Optional;

/// One tensor of a file.
///
/// @param fans empty where the tensor is no weight and no bias of a layer
/// @param survey of all its values; empty where they cannot be read
/// @param match the laws that they may be drawn from; empty where they cannot be read
public record TensorReport(
        Tensor tensor,
        Optional<Fans> fans,
        Optional<TensorSurvey> survey,
        Optional<LawMatch> match) {}
