package dev.weightscope.chart.plane;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.Chart;
import dev.weightscope.chart.ChartLayout;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextMeasure;
import java.util.List;
import java.util.Optional;

/// One point of a map and nothing else: laid over the map it moves without the map being drawn
/// again.
///
/// @param taken what its name is not to hide, as [MapLayout#taken] of the map
public record MapPoint(MapView view, MapMark mark, List<Box> taken) implements Chart {
    public MapPoint {
        taken = List.copyOf(taken);
    }

    @Override
    public Layout layout(Box area, TextMeasure measure) {
        return new Layout(
                MapPlace.of(
                                view.withMarks(List.of(mark)),
                                PlaneMap.frame(view, area, measure),
                                new Labels(taken),
                                measure)
                        .getFirst());
    }

    @Override
    public String description() {
        return mark.name() + ": " + String.join(", ", mark.lines());
    }

    /// The point in its place.
    public record Layout(MapPlace place) implements ChartLayout {
        @Override
        public void paint(Surface surface, Palette palette) {
            MarkPaint.paint(surface, palette, place);
        }

        @Override
        public Optional<Hit> hit(double x, double y) {
            return Optional.empty();
        }

        @Override
        public List<Hit> stops() {
            return List.of();
        }
    }
}
