package dev.weightscope.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Charts of equal size from the left to the right; where that leaves no room for their texts, one
/// below the other.
public record SideBySide(List<Chart> charts) implements Chart {
    private static final double GAP = 24;

    /// Of a chart beside another: a title, and a plot beside the names at its curves' ends.
    private static final double LEAST_WIDTH = 240;

    /// Of a chart below another: title, numbers and a plot between them.
    private static final double LEAST_HEIGHT = 100;

    public SideBySide {
        charts = List.copyOf(charts);
    }

    @Override
    public Layout layout(Box area, TextMeasure measure) {
        List<ChartLayout> placed = new ArrayList<>();
        List<Box> boxes = areStacked(area) ? stacked(area) : beside(area);
        for (int i = 0; i < charts.size(); i++) {
            placed.add(charts.get(i).layout(boxes.get(i), measure));
        }
        return new Layout(placed);
    }

    private boolean areStacked(Box area) {
        return isTooNarrow(area.width()) && share(area.height()) >= LEAST_HEIGHT;
    }

    /// Whether the charts have no room beside each other.
    boolean isTooNarrow(double width) {
        return share(width) < LEAST_WIDTH;
    }

    private double share(double length) {
        return (length - (charts.size() - 1) * GAP) / charts.size();
    }

    private List<Box> beside(Box area) {
        double width = share(area.width());
        return IntStream.range(0, charts.size())
                .mapToObj(i ->
                        new Box(
                                Math.round(area.x() + i * (width + GAP)),
                                area.y(),
                                Math.floor(width),
                                area.height()))
                .toList();
    }

    private List<Box> stacked(Box area) {
        double height = share(area.height());
        return IntStream.range(0, charts.size())
                .mapToObj(i ->
                        new Box(
                                area.x(),
                                Math.round(area.y() + i * (height + GAP)),
                                area.width(),
                                Math.floor(height)))
                .toList();
    }

    @Override
    public String description() {
        return charts.stream().map(Chart::description).collect(Collectors.joining("; "));
    }

    @Override
    public Axes axes() {
        return Axes.ofParts(charts);
    }

    @Override
    public SideBySide on(Axes held) {
        return new SideBySide(held.on(charts));
    }

    /// Where the charts lie.
    public record Layout(List<ChartLayout> charts) implements ChartLayout {
        public Layout {
            charts = List.copyOf(charts);
        }

        @Override
        public void paint(Surface surface, Palette palette) {
            charts.forEach(chart -> chart.paint(surface, palette));
        }

        @Override
        public Optional<Hit> hit(double x, double y) {
            return charts.stream().flatMap(chart -> chart.hit(x, y).stream()).findFirst();
        }

        @Override
        public List<Hit> stops() {
            return charts.stream().flatMap(chart -> chart.stops().stream()).toList();
        }
    }
}
