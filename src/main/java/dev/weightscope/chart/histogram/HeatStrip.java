package dev.weightscope.chart.histogram;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Axes;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Caption;
import dev.weightscope.chart.Chart;
import dev.weightscope.chart.ChartLayout;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.chart.axis.LayerTicks;
import dev.weightscope.chart.axis.LinearTicks;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.ValueAxis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// As [Heatmap], turned: a column of colours for each layer, the first at the left, values upwards.
/// What the view remarks is said elsewhere.
public record HeatStrip(HistogramView view) implements Chart {
    private static final double NUMBERS = 44;
    private static final double RIGHT = 10;
    private static final double VALUE_SPACING = 30;
    private static final double LAYER_SPACING = 26;

    @Override
    public Layout layout(Box area, TextMeasure measure) {
        Box plot = area.inset(4, RIGHT, Caption.HEIGHT + ValueAxis.HEIGHT, NUMBERS);
        Range common = view.commonRange();
        ColorKey key = ColorKey.at(area, Densities.most(view), measure);
        Box left = new Box(area.x(), area.y(), area.width() - key.width() - 16, area.height());
        return new Layout(
                view,
                common,
                plot,
                labels(plot, common, measure),
                key,
                Caption.at(left, measure, Axis.caption(view, ""), view.names().remark()));
    }

    private List<PlacedText> labels(Box plot, Range common, TextMeasure measure) {
        List<PlacedText> labels = new ArrayList<>();
        switch (view.axis()) {
            case COMMON -> {
                LinearTicks.spaced(common, plot.height(), VALUE_SPACING)
                        .forEach(tick ->
                                labels.add(
                                        value(
                                                tick.label(),
                                                plot.bottom()
                                                        - common.share(tick.value())
                                                                * plot.height(),
                                                plot,
                                                measure)));
            }
            case OWN -> {
                labels.add(value("max", plot.y() + 4, plot, measure));
                labels.add(value("min", plot.bottom() - 4, plot, measure));
            }
        }
        double width = plot.width() / view.depth();
        LayerTicks.ofLayers(view.depth(), plot.width(), LAYER_SPACING)
                .forEach(tick ->
                        labels.add(
                                PlacedText.of(
                                                measure,
                                                Integer.toString(
                                                        view.names().number((int) tick.value())),
                                                plot.x() + (tick.value() - 0.5) * width,
                                                plot.bottom() + 12.5,
                                                TextStyle.TICK,
                                                Anchor.MIDDLE)
                                        .within(plot.x() - NUMBERS, plot.right() + RIGHT)));
        return labels;
    }

    private static PlacedText value(String text, double y, Box plot, TextMeasure measure) {
        return PlacedText.of(
                measure,
                text,
                plot.x() - 8,
                y + TextStyle.TICK.baselineShift(),
                TextStyle.TICK,
                Anchor.END);
    }

    @Override
    public Axes axes() {
        return view.axes();
    }

    @Override
    public HeatStrip on(Axes held) {
        return new HeatStrip(view.on(held));
    }

    @Override
    public String description() {
        return "Heat map of %s in %d layers, the first at the left"
                .formatted(view.quantity().label().toLowerCase(Locale.ROOT), view.depth());
    }

    /// Where columns and legend lie.
    ///
    /// @param labels of values and layers
    public record Layout(
            HistogramView view,
            Range common,
            Box plot,
            List<PlacedText> labels,
            ColorKey key,
            Caption caption)
            implements ChartLayout {
        public Layout {
            labels = List.copyOf(labels);
        }

        @Override
        public void paint(Surface surface, Palette palette) {
            int columns = Math.max(1, Math.min(view.depth(), (int) plot.width()));
            int rows = Math.max(1, (int) Math.round(plot.height()));
            surface.image(pixels(columns, rows, palette), columns, rows, plot);
            NotFiniteMarks.paint(view, this::column, this::mark, surface, palette);
            labels.forEach(label -> label.paint(surface, palette.muted()));
            key.paint(surface, palette);
            caption.paint(surface, palette);
        }

        private int[] pixels(int columns, int rows, Palette palette) {
            Densities densities = new Densities(view, common, palette);
            int[] pixels = new int[columns * rows];
            for (int column = 0; column < columns; column++) {
                int[] line = densities.line(column, columns, rows);
                for (int row = 0; row < rows; row++) {
                    pixels[row * columns + column] = line[rows - 1 - row];
                }
            }
            return pixels;
        }

        /// Above a column.
        private Box mark(int layer) {
            Box column = column(layer);
            return new Box(column.x(), plot.y() - 4, column.width(), 3);
        }

        private Box column(int layer) {
            double width = plot.width() / view.depth();
            return new Box(plot.x() + (layer - 1) * width, plot.y(), width, plot.height());
        }

        @Override
        public Optional<Hit> hit(double x, double y) {
            if (!plot.contains(x, y)) {
                return Optional.empty();
            }
            int index = (int) ((x - plot.x()) / plot.width() * view.depth());
            int layer = 1 + Math.min(index, view.depth() - 1); // rounding may reach the edge
            return lying(layer)
                    .hit(Math.min(plot.bottom() - y, plot.height() - 1e-6), 0)
                    .map(hit -> upright(hit, layer));
        }

        @Override
        public List<Hit> stops() {
            return IntStream.rangeClosed(1, view.depth())
                    .mapToObj(layer -> lying(layer).whole(column(layer)))
                    .toList();
        }

        /// The layer's histogram in a box of its own, from 0 to the right as far as the column is
        /// high.
        private HistogramPlot lying(int layer) {
            return HistogramPlot.of(
                    view, layer, view.range(layer, common), new Box(0, 0, plot.height(), 1));
        }

        private Hit upright(Hit hit, int layer) {
            Box column = column(layer);
            Box bin = hit.focus();
            return Hit.of(
                    hit.stop(),
                    new Box(column.x(), plot.bottom() - bin.right(), column.width(), bin.width()),
                    hit.lines());
        }
    }
}
