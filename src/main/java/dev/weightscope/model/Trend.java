package dev.weightscope.model;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// How a size changes over layers of one kind, in the order in which a signal or a gradient meets
/// them.
///
/// @param layers their numbers, rising or falling; 0 is the input; at least one
/// @param sizes at each: an RMS, or a std
public record Trend(List<Integer> layers, List<Double> sizes) {
    public Trend {
        layers = List.copyOf(layers);
        sizes = List.copyOf(sizes);
        if (layers.isEmpty() || layers.size() != sizes.size()) {
            throw new IllegalArgumentException(
                    "%d sizes of %d layers".formatted(sizes.size(), layers.size()));
        }
    }

    /// Of the outputs of the [LikeLayers].
    ///
    /// @param size of a layer's output, or of the input
    public static Trend ofSignal(Snapshot snapshot, ToDoubleFunction<TensorStatistics> size) {
        List<Integer> layers = LikeLayers.of(snapshot.experiment()).signal();
        return new Trend(
                layers,
                layers.stream().map(layer -> size.applyAsDouble(snapshot.output(layer))).toList());
    }

    /// Of the RMS of the gradient by the pre-activations of the [LikeLayers], from the last of
    /// them, where it comes in, to the first.
    ///
    /// @throws IllegalArgumentException if the snapshot has no gradients
    public static Trend ofGradient(Snapshot snapshot) {
        List<Integer> back = LikeLayers.of(snapshot.experiment()).gradient().reversed();
        return new Trend(
                back,
                back.stream()
                        .map(layer ->
                                snapshot.layer(layer).of(Quantity.PRE_ACTIVATION_GRADIENT).rms())
                        .toList());
    }

    public int firstLayer() {
        return layers.getFirst();
    }

    public int lastLayer() {
        return layers.getLast();
    }

    public double first() {
        return sizes.getFirst();
    }

    public double last() {
        return sizes.getLast();
    }

    /// Last size over first.
    public double growth() {
        return last() / first();
    }

    /// (size / first size)^(1 / steps), the factor from one layer to the next as a geometric mean
    /// over the layers before the size is 0 or not finite; NaN where there are none.
    public double perLayer() {
        int count = 0;
        while (count < sizes.size() && isOrdinary(sizes.get(count))) {
            count++;
        }
        if (count < 2) {
            return Double.NaN;
        }
        int steps = Math.abs(layers.get(count - 1) - firstLayer());
        return Math.pow(sizes.get(count - 1) / first(), 1.0 / steps);
    }

    private static boolean isOrdinary(double size) {
        return size > 0 && Double.isFinite(size);
    }
}
