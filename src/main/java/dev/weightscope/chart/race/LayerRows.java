package dev.weightscope.chart.race;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Axes;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Chart;
import dev.weightscope.chart.ChartLayout;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.chart.histogram.HistogramGrid;
import dev.weightscope.chart.histogram.HistogramView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Histograms of several quantities of the same layers, a row each with the layers in columns; side
/// by side where rows would be too low.
public record LayerRows(List<Row> rows) implements Chart {
    private static final double GAP = 8;
    private static final double LEAST_ROW = 62;
    private static final double SIDE_GAP = 20;
    private static final double ABOVE = 16;

    public LayerRows {
        rows = List.copyOf(rows);
    }

    /// @param name `gradient`
    public record Row(String name, HistogramView view) {}

    @Override
    public Layout layout(Box area, TextMeasure measure) {
        double height = (area.height() - (rows.size() - 1) * GAP) / rows.size();
        return height >= LEAST_ROW ? below(area, height, measure) : beside(area, measure);
    }

    private Layout below(Box area, double height, TextMeasure measure) {
        double names =
                10
                        + rows.stream()
                                .mapToDouble(row -> measure.textWidth(row.name(), TextStyle.TICK))
                                .max()
                                .orElse(0);
        List<PlacedText> texts = new ArrayList<>();
        List<Box> strips = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Box row = new Box(area.x(), area.y() + i * (height + GAP), area.width(), height);
            texts.add(
                    PlacedText.of(
                            measure,
                            rows.get(i).name(),
                            row.x(),
                            row.centerY(),
                            TextStyle.TICK,
                            Anchor.START));
            strips.add(row.inset(0, 0, 0, names));
        }
        return new Layout(texts, HistogramGrid.below(views(), strips, measure));
    }

    private Layout beside(Box area, TextMeasure measure) {
        double width = (area.width() - (rows.size() - 1) * SIDE_GAP) / rows.size();
        List<PlacedText> texts = new ArrayList<>();
        List<Box> strips = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            double x = Math.round(area.x() + i * (width + SIDE_GAP));
            Box part = new Box(x, area.y(), Math.floor(width), area.height());
            texts.add(
                    PlacedText.of(
                            measure,
                            rows.get(i).name(),
                            part.x(),
                            part.y() + 10,
                            TextStyle.TICK,
                            Anchor.START));
            strips.add(part.inset(ABOVE, 0, 0, 0));
        }
        return new Layout(texts, HistogramGrid.beside(views(), strips, measure));
    }

    private List<HistogramView> views() {
        return rows.stream().map(Row::view).toList();
    }

    @Override
    public Axes axes() {
        return new Axes(List.of(), grids().stream().map(HistogramGrid::axes).toList());
    }

    @Override
    public LayerRows on(Axes held) {
        List<HistogramGrid> grids = grids();
        List<Row> placed = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Axes own = i < held.parts().size() ? held.parts().get(i) : Axes.NONE;
            placed.add(new Row(rows.get(i).name(), grids.get(i).on(own).view()));
        }
        return new LayerRows(placed);
    }

    private List<HistogramGrid> grids() {
        return views().stream().map(HistogramGrid::new).toList();
    }

    @Override
    public String description() {
        return grids().stream().map(HistogramGrid::description).collect(Collectors.joining("; "));
    }

    /// Where the rows lie.
    public record Layout(List<PlacedText> names, List<HistogramGrid.Layout> charts)
            implements ChartLayout {
        public Layout {
            names = List.copyOf(names);
            charts = List.copyOf(charts);
        }

        @Override
        public void paint(Surface surface, Palette palette) {
            names.forEach(name -> name.paint(surface, palette.muted()));
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
