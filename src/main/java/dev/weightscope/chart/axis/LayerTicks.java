package dev.weightscope.chart.axis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Round numbers on an axis of layers 1..depth.
public final class LayerTicks {
    private static final int[] SMALL_STEPS = {10, 20, 50};
    private static final int[] STEPS = {10, 20, 25, 50};

    private LayerTicks() {}

    /// Layer 1, round numbers, and the last layer.
    public static List<Tick> ofLayers(int depth, double length, double spacing) {
        double room = length / depth;
        int step = step(room, spacing);
        List<Tick> ticks = new ArrayList<>();
        ticks.add(new Tick(1, "1"));
        IntStream.iterate(step, layer -> layer <= depth, layer -> layer + step)
                .filter(layer -> (layer - 1) * room >= spacing * 0.99)
                .forEach(layer -> ticks.add(new Tick(layer, Integer.toString(layer))));
        withLast(ticks, depth, room, spacing);
        return ticks;
    }

    private static void withLast(List<Tick> ticks, int depth, double room, double spacing) {
        if (ticks.getLast().value() == depth) {
            return;
        }
        if (ticks.size() > 1 && (depth - ticks.getLast().value()) * room < spacing) {
            ticks.removeLast();
        }
        ticks.add(new Tick(depth, Integer.toString(depth)));
    }

    /// The smallest of 1, 2, 2.5 and 5 times a power of ten that is whole and takes at least
    /// `spacing`; the largest number where none does, as in a plot that has no width left.
    ///
    /// @param room that one place takes
    static int step(double room, double spacing) {
        for (int power = 1; power <= 100_000_000; power *= 10) {
            int[] steps = power < 10 ? SMALL_STEPS : STEPS;
            for (int tenths : steps) {
                long step = (long) power * tenths / 10;
                if (step * room >= spacing) {
                    return (int) step;
                }
            }
        }
        return Integer.MAX_VALUE;
    }
}
