package dev.weightscope.chart.plane;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.Chart;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.chart.axis.Stops;
import dev.weightscope.chart.line.LineChart;
import dev.weightscope.chart.line.LineLayout;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A heat map over two numbers, with contours, lines and named points on it.
///
/// @param above curves over the same first number from end to end, in as large an area: the map
///   lies between the same edges; empty where it stands alone
public record PlaneMap(MapView view, Optional<LineChart> above) implements Chart {
    /// Of the strip below the map.
    private static final double RAIL = 40;

    /// That stands alone.
    public PlaneMap(MapView view) {
        this(view, Optional.empty());
    }

    @Override
    public MapLayout layout(Box area, TextMeasure measure) {
        Frame frame =
                above.map(curves -> below(curves.layout(area, measure), area, measure))
                        .orElseGet(() -> frame(view, area, measure));
        Labels labels = new Labels(List.of());
        List<MapPlace> places = MapPlace.of(view, frame, labels, measure);
        List<MapText> texts = MapText.of(view, frame, area.right(), labels, measure);
        return new MapLayout(
                view, frame, places, texts, labels.taken(), RampKey.of(view, area, measure));
    }

    private Frame below(LineLayout curves, Box area, TextMeasure measure) {
        double key = RampKey.height(view, area.width(), measure);
        double left = curves.x(Stops.numberOf(0)) - area.x() - Frame.EDGE;
        double right = area.right() - curves.x(Stops.numberOf(1));
        return Frame.of(view.x(), view.y(), area, new Frame.Margins(0, key, left, right), measure);
    }

    static Frame frame(MapView view, Box area, TextMeasure measure) {
        double key = RampKey.height(view, area.width(), measure);
        Frame.Margins margins =
                view.rail()
                        .map(name ->
                                new Frame.Margins(
                                        RAIL, key, 6 + measure.textWidth(name, TextStyle.TICK), 0))
                        .orElse(new Frame.Margins(0, key, 0, 0));
        return Frame.of(view.x(), view.y(), area, margins, measure);
    }

    @Override
    public String description() {
        return "%s over %s and %s: %s"
                .formatted(
                        view.value(),
                        view.x().name(),
                        view.y().name(),
                        view.marks().stream()
                                .map(mark -> String.join(", ", mark.lines()))
                                .collect(Collectors.joining("; ")));
    }
}
