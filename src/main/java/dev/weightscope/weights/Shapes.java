package dev.weightscope.weights;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// Arithmetic of shapes that a file may state wrongly.
final class Shapes {
    private Shapes() {}

    /// How many bits tensors of a shape take; empty if that is no long.
    ///
    /// @param shape of numbers that are not negative
    static OptionalLong bits(List<Long> shape, int bitsEach) {
        try {
            long count = shape.stream().reduce(1L, Math::multiplyExact);
            return OptionalLong.of(Math.multiplyExact(count, bitsEach));
        } catch (ArithmeticException _) {
            return OptionalLong.empty();
        }
    }

    /// `256 x 784`; `one number` where there are no dimensions.
    static String text(List<Long> shape) {
        return shape.isEmpty()
                ? "one number"
                : shape.stream().limit(8).map(String::valueOf).collect(Collectors.joining(" x "))
                        + (shape.size() > 8 ? " x …" : "");
    }
}
