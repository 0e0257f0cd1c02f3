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
/// @param declared what the file says that they were drawn by; empty where it says nothing, or they
///   cannot be read
public record TensorReport(
        Tensor tensor,
        Optional<Fans> fans,
        Optional<TensorSurvey> survey,
        Optional<LawMatch> match,
        Optional<Declared> declared) {

    /// One whose values were not read, or cannot be.
    static TensorReport unread(Tensor tensor, Optional<Fans> fans) {
        return new TensorReport(tensor, fans, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// The same of the same tensor in its file that is open again.
    TensorReport of(Tensor again) {
        return new TensorReport(again, fans, survey, match, declared);
    }
}
