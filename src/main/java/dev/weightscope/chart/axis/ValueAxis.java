package dev.weightscope.chart.axis;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import java.util.List;

/// The numbers under a plot.
public record ValueAxis(List<PlacedText> labels, List<Double> places) {
    /// The height that the numbers take.
    public static final double HEIGHT = 16;

    public ValueAxis {
        labels = List.copyOf(labels);
        places = List.copyOf(places);
    }

    public static ValueAxis under(Box plot, Range range, TextMeasure measure) {
        List<Tick> ticks = LinearTicks.fitting(range, plot.width(), measure, TextStyle.TICK);
        return new ValueAxis(
                ticks.stream()
                        .map(tick ->
                                label(plot, range.toX(tick.value(), plot), tick.label(), measure))
                        .toList(),
                ticks.stream().map(tick -> range.toX(tick.value(), plot)).toList());
    }

    /// For rows that each have a range of their own.
    public static ValueAxis ofOwnRanges(Box plot, TextMeasure measure) {
        return new ValueAxis(
                List.of(
                        label(plot, plot.x(), "min", measure),
                        label(plot, plot.right(), "max", measure)),
                List.of(plot.x(), plot.right()));
    }

    private static PlacedText label(Box plot, double x, String text, TextMeasure measure) {
        return PlacedText.of(measure, text, x, plot.bottom() + 12.5, TextStyle.TICK, Anchor.MIDDLE)
                .within(plot.x(), plot.right());
    }

    /// The numbers, and a short line from each to the plot.
    public void paint(Surface surface, Palette palette, double top) {
        labels.forEach(label -> label.paint(surface, palette.muted()));
        Stroke stroke = Stroke.solid(palette.axis(), 1);
        for (double place : places) {
            double x = Math.floor(place) + 0.5;
            surface.line(x, top, x, top + 3, stroke);
        }
    }
}
