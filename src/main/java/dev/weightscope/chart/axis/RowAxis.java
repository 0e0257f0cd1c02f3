package dev.weightscope.chart.axis;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// The numbers of layers to the left of rows.
public record RowAxis(List<PlacedText> labels) {
    /// The width that the numbers take, the gap to the plot included.
    public static final double WIDTH = 52;

    private static final double SPACING = 18;

    public RowAxis {
        labels = List.copyOf(labels);
    }

    /// @param numbers of the layers
    /// @param length of the axis
    /// @param baseline of the label of a layer, by its place counted from 1
    public static RowAxis of(
            List<Integer> numbers,
            double length,
            double right,
            DoubleUnaryOperator baseline,
            TextMeasure measure) {
        return new RowAxis(
                LayerTicks.ofLayers(numbers.size(), length, SPACING).stream()
                        .map(tick ->
                                PlacedText.of(
                                        measure,
                                        (tick.value() == 1 ? "Layer " : "")
                                                + numbers.get((int) tick.value() - 1),
                                        right,
                                        baseline.applyAsDouble(tick.value()),
                                        TextStyle.TICK,
                                        Anchor.END))
                        .toList());
    }

    public void paint(Surface surface, Palette palette) {
        labels.forEach(label -> label.paint(surface, palette.muted()));
    }
}
