package dev.weightscope.chart;

import java.util.List;

/// The numbers under a plot.
record ValueAxis(List<PlacedText> labels, List<Double> places) {
    /// The height that the numbers take.
    static final double HEIGHT = 16;

    ValueAxis {
        labels = List.copyOf(labels);
        places = List.copyOf(places);
    }

    static ValueAxis under(Box plot, Range range, TextMeasure measure) {
        List<Tick> ticks = LinearTicks.fitting(range, plot.width(), measure, TextStyle.TICK);
        return new ValueAxis(
                ticks.stream()
                        .map(tick ->
                                label(plot, range.toX(tick.value(), plot), tick.label(), measure))
                        .toList(),
                ticks.stream().map(tick -> range.toX(tick.value(), plot)).toList());
    }

    /// For rows that each have a range of their own.
    static ValueAxis ofOwnRanges(Box plot, TextMeasure measure) {
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
    void paint(Surface surface, Palette palette, double top) {
        labels.forEach(label -> label.paint(surface, palette.muted()));
        Stroke stroke = Stroke.solid(palette.axis(), 1);
        for (double place : places) {
            double x = Math.floor(place) + 0.5;
            surface.line(x, top, x, top + 3, stroke);
        }
    }
}
