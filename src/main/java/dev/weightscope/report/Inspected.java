package dev.weightscope.report;

import java.util.List;
import java.util.Optional;

/// What is known of a file, and of another one beside it.
///
/// @param comparison of the two; empty until both are read, and where there is one alone
public record Inspected(
        FileReport file, Optional<FileReport> other, Optional<Comparison> comparison) {
    /// What is written below charts of a tensor.
    ///
    /// @param tensor its name
    public String caption(String tensor) {
        return "%s of %s (%s)%s"
                .formatted(
                        tensor,
                        file.name(),
                        file.facts(),
                        other.map(each -> ", outlines: the same of " + each.name()).orElse(""));
    }

    /// Each tensor of the first file with that of the second; until both are read without it.
    public List<TensorPair> pairs() {
        return comparison
                .map(Comparison::pairs)
                .orElseGet(() ->
                        file.tensors().stream()
                                .map(each ->
                                        new TensorPair(
                                                Optional.of(each),
                                                Optional.empty(),
                                                Optional.empty()))
                                .toList());
    }
}
