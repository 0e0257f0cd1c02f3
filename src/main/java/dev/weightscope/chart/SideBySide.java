package dev.weightscope.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Charts of equal width from the left to the right.
public record SideBySide(List<Chart> charts) implements Chart {
    private static final double GAP = 24;

    public SideBySide {
        charts = List.copyOf(charts);
    }

    @Override
    public Layout layout(Box area, TextMeasure measure) {
        double width = (area.width() - (charts.size() - 1) * GAP) / charts.size();
        List<ChartLayout> placed = new ArrayList<>();
        for (int i = 0; i < charts.size(); i++) {
            double x = area.x() + i * (width + GAP);
            Box box = new Box(Math.round(x), area.y(), Math.floor(width), area.height());
            placed.add(charts.get(i).layout(box, measure));
        }
        return new Layout(placed);
    }

    @Override
    public String description() {
        return charts.stream().map(Chart::description).collect(Collectors.joining("; "));
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
