package dev.weightscope.verdict;

import java.util.List;

/// How a size changes over layers of one kind, in the order in which a signal or a gradient meets
/// them.
///
/// @param layers their numbers, rising or falling; 0 is the input; at least one
/// @param sizes the RMS at each
public record Trend(List<Integer> layers, List<Double> sizes) {
    public Trend {
        layers = List.copyOf(layers);
        sizes = List.copyOf(sizes);
        if (layers.isEmpty() || layers.size() != sizes.size()) {
            throw new IllegalArgumentException(
                    "%d sizes of %d layers".formatted(sizes.size(), layers.size()));
        }
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
