package dev.weightscope.chart.histogram;

import dev.weightscope.chart.Axes;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Caption;
import dev.weightscope.chart.Chart;
import dev.weightscope.chart.ChartLayout;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.RowAxis;
import dev.weightscope.chart.axis.ValueAxis;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// A row of colours for each layer: how full its bins are beside its fullest.
public record Heatmap(HistogramView view) implements Chart {
    @Override
    public Layout layout(Box area, TextMeasure measure) {
        Box plot = area.inset(4, 10, Caption.HEIGHT + ValueAxis.HEIGHT + 2, RowAxis.WIDTH);
        Range common = view.commonRange();
        double rowHeight = plot.height() / view.depth();
        RowAxis rows =
                RowAxis.of(
                        view.names().numbers(),
                        plot.height(),
                        plot.x() - 8,
                        layer ->
                                plot.y()
                                        + (layer - 0.5) * rowHeight
                                        + TextStyle.TICK.baselineShift(),
                        measure);
        ValueAxis values =
                switch (view.axis()) {
                    case COMMON -> ValueAxis.under(plot, common, measure);
                    case OWN -> ValueAxis.ofOwnRanges(plot, measure);
                };
        ColorKey key = ColorKey.at(area, Densities.most(view), measure);
        Box left = new Box(area.x(), area.y(), area.width() - key.width() - 16, area.height());
        return new Layout(view, common, plot, rows, values, key, caption(left, measure));
    }

    private Caption caption(Box area, TextMeasure measure) {
        return Caption.at(
                area,
                measure,
                Axis.caption(view, RangeSpread.remark(view).orElse("")),
                view.names().remark().isEmpty() && view.axis() == Axis.OWN
                        ? "Each layer on its own axis."
                        : view.names().remark());
    }

    @Override
    public Axes axes() {
        return view.axes();
    }

    @Override
    public Heatmap on(Axes held) {
        return new Heatmap(view.on(held));
    }

    @Override
    public String description() {
        return "Heat map of %s in %d layers, the first on top"
                .formatted(view.quantity().label().toLowerCase(Locale.ROOT), view.depth());
    }

    /// Where rows and legend lie.
    public record Layout(
            HistogramView view,
            Range common,
            Box plot,
            RowAxis rows,
            ValueAxis values,
            ColorKey key,
            Caption caption)
            implements ChartLayout {
        @Override
        public void paint(Surface surface, Palette palette) {
            int columns = Math.max(1, (int) Math.round(plot.width()));
            int pixelRows = Math.max(1, Math.min(view.depth(), (int) plot.height()));
            int[] pixels = pixels(columns, pixelRows, palette);
            surface.image(pixels, columns, pixelRows, plot);
            NotFiniteMarks.paint(view, this::row, this::mark, surface, palette);
            rows.paint(surface, palette);
            values.paint(surface, palette, plot.bottom());
            key.paint(surface, palette);
            caption.paint(surface, palette);
        }

        private int[] pixels(int columns, int pixelRows, Palette palette) {
            Densities densities = new Densities(view, common, palette);
            int[] pixels = new int[columns * pixelRows];
            for (int row = 0; row < pixelRows; row++) {
                System.arraycopy(
                        densities.line(row, pixelRows, columns), 0, pixels, row * columns, columns);
            }
            return pixels;
        }

        /// At the right of a row.
        private Box mark(int layer) {
            Box row = row(layer);
            return new Box(plot.right() + 2, row.y(), 5, row.height());
        }

        private Box row(int layer) {
            double height = plot.height() / view.depth();
            return new Box(plot.x(), plot.y() + (layer - 1) * height, plot.width(), height);
        }

        @Override
        public Optional<Hit> hit(double x, double y) {
            if (!plot.contains(x, y)) {
                return Optional.empty();
            }
            int row = (int) ((y - plot.y()) / plot.height() * view.depth());
            int layer = 1 + Math.min(row, view.depth() - 1); // rounding may reach the edge
            return histogram(layer).hit(x, Math.max(y, row(layer).y()));
        }

        @Override
        public List<Hit> stops() {
            return IntStream.rangeClosed(1, view.depth())
                    .mapToObj(layer -> histogram(layer).whole(row(layer)))
                    .toList();
        }

        private HistogramPlot histogram(int layer) {
            return HistogramPlot.of(view, layer, view.range(layer, common), row(layer));
        }
    }
}
