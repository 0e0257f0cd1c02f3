package dev.weightscope.chart.histogram;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Caption;
import dev.weightscope.chart.Chart;
import dev.weightscope.chart.ChartLayout;
import dev.weightscope.chart.Curve;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextLines;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.ValueAxis;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.TensorStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A row of histograms for each setting, columns are layers; all on one axis.
public record CompareMatrix(CompareView view) implements Chart {
    private static final double HEADER = 20;
    private static final double MIN_WIDTH = 78;
    private static final double GAP_X = 12;
    private static final double GAP_Y = 10;
    private static final double SWATCH = 14;
    private static final double STD_HEIGHT = 13;
    private static final double ROOM_FOR_STD = 38;

    @Override
    public Layout layout(Box area, TextMeasure measure) {
        if (view.curves().isEmpty()) {
            return new Layout(List.of(), List.of(), List.of(), Caption.none());
        }
        double names = Math.clamp(area.width() * 0.2, 96, 190);
        Box cells = area.inset(HEADER, 6, ValueAxis.HEIGHT + Caption.HEIGHT, names + 10);
        int most = (int) Math.max(1, (cells.width() + GAP_X) / (MIN_WIDTH + GAP_X));
        List<Integer> layers = LayerSelection.including(view.lastLayers(), view.depth(), most);
        int rows = view.curves().size();
        double width = (cells.width() - (layers.size() - 1) * GAP_X) / layers.size();
        double height = (cells.height() - (rows - 1) * GAP_Y) / rows;
        ComparableRange comparable = ComparableRange.of(shown(layers), view.range());
        Range range = comparable.range();
        List<Name> rowNames = new ArrayList<>();
        List<Cell> placed = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            Curve curve = view.curves().get(row);
            double y = cells.y() + row * (height + GAP_Y);
            rowNames.add(name(curve, new Box(area.x(), y, names, height), measure));
            for (int column = 0; column < layers.size(); column++) {
                Box box =
                        new Box(
                                Math.round(cells.x() + column * (width + GAP_X)),
                                Math.round(y),
                                Math.floor(width),
                                Math.floor(height));
                cell(curve, layers.get(column), box, range, measure).ifPresent(placed::add);
            }
        }
        List<Column> columns = new ArrayList<>();
        for (int column = 0; column < layers.size(); column++) {
            double x = Math.round(cells.x() + column * (width + GAP_X));
            Box plot = new Box(x, cells.y(), Math.floor(width), Math.floor(cells.height()));
            PlacedText title =
                    PlacedText.of(
                            measure,
                            "Layer " + layers.get(column),
                            plot.centerX(),
                            area.y() + 13,
                            TextStyle.TITLE,
                            Anchor.MIDDLE);
            columns.add(new Column(title, plot, ValueAxis.under(plot, range, measure)));
        }
        return new Layout(rowNames, columns, placed, caption(area, layers, comparable, measure));
    }

    private List<TensorStatistics> shown(List<Integer> layers) {
        return view.curves().stream()
                .flatMap(curve ->
                        layers.stream()
                                .filter(layer -> layer <= curve.snapshot().experiment().depth())
                                .map(layer -> curve.snapshot().layer(layer).of(view.quantity())))
                .toList();
    }

    private Caption caption(
            Box area, List<Integer> layers, ComparableRange comparable, TextMeasure measure) {
        String showing =
                layers.size() < view.depth()
                        ? "Showing %d of %d layers.".formatted(layers.size(), view.depth())
                        : "";
        if (!comparable.leavesOut()) {
            return Caption.at(area, measure, showing);
        }
        String left = "Far wider histograms run off the axis: the badges say how much.";
        return Caption.at(area, measure, (showing + " " + left).strip(), left);
    }

    private static Name name(Curve curve, Box box, TextMeasure measure) {
        TextStyle style =
                switch (curve.role()) {
                    case LIVE -> TextStyle.TITLE;
                    case PINNED -> TextStyle.LABEL;
                };
        List<String> lines = TextLines.wrap(curve.label(), box.width() - SWATCH, measure, style);
        double lineHeight = style.lineHeight();
        int most = (int) Math.max(1, box.height() / lineHeight);
        double top = box.centerY() - Math.min(lines.size(), most) * lineHeight / 2;
        List<PlacedText> placed = new ArrayList<>();
        for (int i = 0; i < Math.min(lines.size(), most); i++) {
            double baseline = top + (i + 0.5) * lineHeight + style.baselineShift();
            placed.add(
                    PlacedText.of(
                            measure,
                            lines.get(i),
                            box.x() + SWATCH,
                            baseline,
                            style,
                            Anchor.START));
        }
        return new Name(curve, placed);
    }

    private Optional<Cell> cell(Curve curve, int layer, Box box, Range range, TextMeasure measure) {
        Snapshot snapshot = curve.snapshot();
        if (layer > snapshot.experiment().depth()) {
            return Optional.empty();
        }
        TensorStatistics statistics = snapshot.layer(layer).of(view.quantity());
        boolean hasRoom = box.height() >= ROOM_FOR_STD;
        HistogramPlot plot =
                new HistogramPlot(
                        curve.label() + " · layer " + layer,
                        layer,
                        view.quantity(),
                        statistics,
                        view.counts(),
                        range,
                        hasRoom ? box.inset(STD_HEIGHT, 0, 0, 0) : box);
        Optional<PlacedText> std =
                hasRoom && Content.of(statistics) == Content.VALUES
                        ? Optional.of(
                                PlacedText.of(
                                        measure,
                                        "σ " + NumberText.steady(statistics.std()),
                                        box.centerX(),
                                        box.y() + 9,
                                        TextStyle.TICK,
                                        Anchor.MIDDLE))
                        : Optional.empty();
        return Optional.of(new Cell(curve, plot, std));
    }

    @Override
    public String description() {
        return "Histograms of %d settings side by side, a row each".formatted(view.curves().size());
    }

    /// A row's name beside its colour.
    record Name(Curve curve, List<PlacedText> lines) {
        void paint(Surface surface, Palette palette) {
            PlacedText first = lines.getFirst();
            surface.disc(
                    first.x() - SWATCH + 5,
                    first.baseline() - first.style().baselineShift(),
                    4,
                    palette.curve(curve.colorIndex()));
            lines.forEach(line -> line.paint(surface, palette.text()));
        }
    }

    /// A layer: its title above and its axis below the cells.
    record Column(PlacedText title, Box box, ValueAxis axis) {
        void paint(Surface surface, Palette palette) {
            title.paint(surface, palette.text());
            axis.paint(surface, palette, box.bottom());
        }
    }

    /// A setting's histogram of a layer.
    record Cell(Curve curve, HistogramPlot plot, Optional<PlacedText> std) {
        void paint(Surface surface, Palette palette) {
            plot.paint(surface, palette, palette.curve(curve.colorIndex()));
            std.ifPresent(text -> text.paint(surface, palette.muted()));
        }
    }

    /// Where the cells lie; a setting with fewer layers leaves cells out.
    public record Layout(List<Name> names, List<Column> columns, List<Cell> cells, Caption caption)
            implements ChartLayout {
        public Layout {
            names = List.copyOf(names);
            columns = List.copyOf(columns);
            cells = List.copyOf(cells);
        }

        @Override
        public void paint(Surface surface, Palette palette) {
            columns.forEach(column -> column.paint(surface, palette));
            names.forEach(name -> name.paint(surface, palette));
            cells.forEach(cell -> cell.paint(surface, palette));
            caption.paint(surface, palette);
        }

        @Override
        public List<Hit> stops() {
            return cells.stream().map(cell -> cell.plot().whole(cell.plot().box())).toList();
        }

        @Override
        public Optional<Hit> hit(double x, double y) {
            return cells.stream().flatMap(cell -> cell.plot().hit(x, y).stream()).findFirst();
        }
    }
}
