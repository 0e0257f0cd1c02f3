package dev.weightscope.chart.line;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.chart.axis.Tick;
import dev.weightscope.model.Direction;
import java.util.List;

/// The numbers along the axes of a plot.
final class AxisLabels {
    private AxisLabels() {}

    /// Beside the plot, on the side where no names stand.
    static List<PlacedText> values(
            List<Tick> ticks, Placement placement, Direction direction, TextMeasure measure) {
        Box plot = placement.plot();
        double x =
                switch (direction) {
                    case FORWARD -> plot.x() - 8;
                    case BACKWARD -> plot.right() + 8;
                };
        Anchor anchor =
                switch (direction) {
                    case FORWARD -> Anchor.END;
                    case BACKWARD -> Anchor.START;
                };
        return ticks.stream()
                .map(tick ->
                        PlacedText.of(
                                measure,
                                tick.label(),
                                x,
                                placement.y(tick.value()) + TextStyle.TICK.baselineShift(),
                                TextStyle.TICK,
                                anchor))
                .toList();
    }

    /// Below the plot.
    static List<PlacedText> stops(Placement placement, double baseline, TextMeasure measure) {
        double widest = measure.textWidth(placement.stops().widest(), TextStyle.TICK);
        double length = placement.plot().width() - 2 * Placement.MARGIN;
        return placement.stops().ticks(length, Math.max(26, widest + 18)).stream()
                .map(tick ->
                        PlacedText.of(
                                measure,
                                tick.label(),
                                placement.x(tick.value()),
                                baseline,
                                TextStyle.TICK,
                                Anchor.MIDDLE))
                .toList();
    }

    /// What the values of an axis that measures are, in the middle below it; without a text where
    /// it counts.
    static PlacedText name(Placement placement, double baseline, TextMeasure measure) {
        Box plot = placement.plot();
        return PlacedText.of(
                measure,
                placement.stops().axisName(),
                plot.centerX(),
                baseline,
                TextStyle.TICK,
                Anchor.MIDDLE);
    }
}
