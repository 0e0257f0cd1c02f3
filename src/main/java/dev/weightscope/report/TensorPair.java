package dev.weightscope.report;

import dev.weightscope.inspect.TensorDifference;
import java.util.Optional;

/// The tensors of one name in two files.
///
/// @param one of the first file; empty where it has none of this name
/// @param other of the second file; empty where it has none of this name
/// @param difference from the first to the second; empty where one is missing, where their shapes
///   differ, and where the values of one cannot be read
public record TensorPair(
        Optional<TensorReport> one,
        Optional<TensorReport> other,
        Optional<TensorDifference> difference) {
    public TensorPair {
        if (one.isEmpty() && other.isEmpty()) {
            throw new IllegalArgumentException("a pair of no tensors");
        }
    }

    /// May be any text.
    public String name() {
        return one.or(() -> other).orElseThrow().tensor().name();
    }

    /// Whether both files have it, in different shapes.
    public boolean hasTwoShapes() {
        return one.isPresent()
                && other.isPresent()
                && !one.get().tensor().shape().equals(other.get().tensor().shape());
    }
}
