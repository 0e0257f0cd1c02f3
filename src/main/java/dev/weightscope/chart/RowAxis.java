package dev.weightscope.chart;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// The numbers of layers to the left of rows.
record RowAxis(List<PlacedText> labels) {
    /// The width that the numbers take, the gap to the plot included.
    static final double WIDTH = 52;

    private static final double SPACING = 18;

    RowAxis {
        labels = List.copyOf(labels);
    }

    /// @param length of the axis
    /// @param baseline of the label of a layer, counted from 1
    static RowAxis of(
            int depth,
            double length,
            double right,
            DoubleUnaryOperator baseline,
            TextMeasure measure) {
        return new RowAxis(
                LayerTicks.ofLayers(depth, length, SPACING).stream()
                        .map(tick ->
                                PlacedText.of(
                                        measure,
                                        tick.value() == 1 ? "Layer 1" : tick.label(),
                                        right,
                                        baseline.applyAsDouble(tick.value()),
                                        TextStyle.TICK,
                                        Anchor.END))
                        .toList());
    }

    void paint(Surface surface, Palette palette) {
        labels.forEach(label -> label.paint(surface, palette.muted()));
    }
}
