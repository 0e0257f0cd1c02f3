package dev.weightscope.chart.axis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Labels of an axis of layers: the input as 0, then 1..depth.
public final class LayerTicks {
    private LayerTicks() {}

    /// The input, round numbers, and the last layer; at least `spacing` units of length apart.
    public static List<Tick> withInput(int depth, double length, double spacing) {
        List<Tick> ticks = new ArrayList<>();
        ticks.add(new Tick(0, "input"));
        double room = length / depth;
        int step = step(room, spacing);
        for (int layer = step; layer <= depth; layer += step) {
            ticks.add(new Tick(layer, Integer.toString(layer)));
        }
        // "input" is wider than a number.
        if (ticks.size() > 1 && ticks.get(1).value() * room < spacing * 1.2) {
            ticks.remove(1);
        }
        withLast(ticks, depth, room, spacing);
        return ticks;
    }

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

    private static int step(double room, double spacing) {
        return IntStream.of(1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500)
                .filter(step -> step * room >= spacing)
                .findFirst()
                .orElse(1000);
    }
}
