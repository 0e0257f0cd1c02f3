package dev.weightscope.chart.histogram;

import dev.weightscope.chart.Axes;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Caption;
import dev.weightscope.chart.Chart;
import dev.weightscope.chart.ChartLayout;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Ink;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.RowAxis;
import dev.weightscope.chart.axis.ValueAxis;
import dev.weightscope.model.Histogram;
import dev.weightscope.model.TensorStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The outlines of all layers' histograms one before the other, the first layer at the back and on
/// top.
public record RidgePlot(HistogramView view) implements Chart {
    /// Rows closer than this cannot be told apart.
    private static final double CLOSEST = 1.25;

    @Override
    public Layout layout(Box area, TextMeasure measure) {
        Box plot = area.inset(4, 8, Caption.HEIGHT + ValueAxis.HEIGHT + 2, RowAxis.WIDTH);
        int most = (int) Math.max(2, plot.height() / CLOSEST);
        List<Integer> layers = LayerSelection.evenly(view.depth(), most);
        double amplitude = amplitude(plot.height(), layers.size());
        double step = layers.size() == 1 ? 0 : (plot.height() - amplitude) / (layers.size() - 1);
        Range common = view.commonRange();
        List<Ridge> ridges = new ArrayList<>();
        for (int row = 0; row < layers.size(); row++) {
            int layer = layers.get(row);
            double bottom = plot.y() + amplitude + row * step;
            Box box = new Box(plot.x(), bottom - amplitude, plot.width(), amplitude);
            ridges.add(ridge(layer, box, view.range(layer, common)));
        }
        double perLayer = view.depth() == 1 ? 0 : (plot.height() - amplitude) / (view.depth() - 1);
        RowAxis rows =
                RowAxis.of(
                        view.names().numbers(),
                        plot.height() - amplitude + perLayer,
                        plot.x() - 10,
                        layer -> plot.y() + amplitude + (layer - 1) * perLayer,
                        measure);
        ValueAxis values =
                switch (view.axis()) {
                    case COMMON -> ValueAxis.under(plot, common, measure);
                    case OWN -> ValueAxis.ofOwnRanges(plot, measure);
                };
        return new Layout(
                view.names().numbers().getLast(),
                plot,
                ridges,
                step,
                rows,
                values,
                caption(area, layers, measure));
    }

    private Caption caption(Box area, List<Integer> layers, TextMeasure measure) {
        String showing =
                layers.size() < view.depth()
                        ? "Showing %d of %d layers. ".formatted(layers.size(), view.depth())
                        : "";
        String all = Axis.caption(view, RangeSpread.remark(view).orElse(""));
        return Caption.at(area, measure, showing + all, showing + view.names().remark(), showing);
    }

    private static double amplitude(double height, int rows) {
        if (rows == 1) {
            return height;
        }
        return Math.clamp(2.6 * height / rows, 0.14 * height, 0.45 * height);
    }

    private Ridge ridge(int layer, Box box, Range range) {
        TensorStatistics statistics = view.statistics(layer);
        HistogramPlot plot = HistogramPlot.of(view, layer, range, box);
        return switch (Content.of(statistics)) {
            case VALUES -> new Ridge(plot, outline(plot));
            case ALL_ZERO -> {
                double x = Math.clamp(range.toX(0, box), box.x() + 2, box.right() - 2);
                yield new Ridge(
                        plot,
                        new Outline(
                                new double[] {x - 2, x, x + 2},
                                new double[] {box.bottom(), box.y(), box.bottom()},
                                3));
            }
            case NOT_FINITE -> new Ridge(plot, new Outline(new double[0], new double[0], 0));
        };
    }

    /// Through the top of each bin's middle; the first and the last bin keep their height to their
    /// outer edge, so that values heaped up at an end of the axis are not drawn as a slope to 0.
    private static Outline outline(HistogramPlot plot) {
        Histogram histogram = plot.statistics().histogram();
        Box box = plot.box();
        int bins = histogram.bins();
        CountScale heights = plot.countScale();
        double[] xs = new double[bins + 4];
        double[] ys = new double[bins + 4];
        for (int bin = 0; bin < bins; bin++) {
            double middle = (histogram.edge(bin) + histogram.edge(bin + 1)) / 2;
            xs[bin + 2] = plot.range().toX(middle, box);
            ys[bin + 2] = box.bottom() - heights.height(bin, histogram.count(bin)) * box.height();
        }
        // A shape narrower than a pixel would vanish.
        double margin = Math.max(0, 1.5 - (xs[bins + 1] - xs[2])) / 2;
        xs[1] = plot.range().toX(histogram.low(), box) - margin;
        ys[1] = ys[2];
        xs[bins + 2] = plot.range().toX(histogram.high(), box) + margin;
        ys[bins + 2] = ys[bins + 1];
        xs[0] = xs[1];
        ys[0] = box.bottom();
        xs[bins + 3] = xs[bins + 2];
        ys[bins + 3] = box.bottom();
        return new Outline(xs, ys, bins + 4);
    }

    @Override
    public Axes axes() {
        return view.axes();
    }

    @Override
    public RidgePlot on(Axes held) {
        return new RidgePlot(view.on(held));
    }

    @Override
    public String description() {
        return "Ridges of %s in %d layers, the first on top"
                .formatted(view.quantity().label().toLowerCase(Locale.ROOT), view.depth());
    }

    /// A closed line; its first and last point lie on the baseline.
    record Outline(double[] xs, double[] ys, int count) {
        /// The y of the line at x; the baseline of an empty one is infinite.
        double y(double x) {
            for (int i = 1; i < count; i++) {
                if (x >= xs[i - 1] && x <= xs[i] && xs[i] > xs[i - 1]) {
                    double share = (x - xs[i - 1]) / (xs[i] - xs[i - 1]);
                    return ys[i - 1] + share * (ys[i] - ys[i - 1]);
                }
            }
            return Double.POSITIVE_INFINITY;
        }
    }

    /// A layer's outline; its plot's lower edge is its baseline.
    record Ridge(HistogramPlot plot, Outline outline) {
        void paint(Surface surface, Palette palette, Ink ink, double step) {
            Box box = plot.box();
            boolean isFinite = Content.of(plot.statistics()) != Content.NOT_FINITE;
            if (outline.count() > 0) {
                surface.polygon(outline.xs(), outline.ys(), outline.count(), ink);
                surface.polyline(
                        outline.xs(), outline.ys(), outline.count(), edge(palette, ink, step));
            }
            Ink baseline =
                    isFinite
                            ? ink.withOpacity(step == 0 ? 0.5 : Math.min(0.5, step / 12))
                            : palette.danger().withOpacity(0.45);
            Stroke stroke = Stroke.solid(baseline, 1);
            surface.line(box.x(), box.bottom(), box.right(), box.bottom(), stroke);
            if (!plot.statistics().allFinite() && step >= CLOSEST) {
                surface.disc(
                        box.right() + 4, box.bottom(), Math.min(2.5, step / 2), palette.danger());
            }
        }

        /// A gap to the ridge behind, unless the shape is so narrow that it would vanish in it.
        private Stroke edge(Palette palette, Ink ink, double step) {
            double width = outline.xs()[outline.count() - 1] - outline.xs()[0];
            return width < 8
                    ? Stroke.solid(ink, 1)
                    : Stroke.solid(
                            palette.background().withOpacity(Math.clamp(step / 6, 0.25, 0.9)), 1);
        }
    }

    /// Where the ridges lie, from the back to the front.
    ///
    /// @param step between two baselines
    public record Layout(
            int depth,
            Box plot,
            List<Ridge> ridges,
            double step,
            RowAxis rows,
            ValueAxis values,
            Caption caption)
            implements ChartLayout {
        public Layout {
            ridges = List.copyOf(ridges);
        }

        @Override
        public List<Hit> stops() {
            return ridges.stream().map(ridge -> ridge.plot().whole(ridge.plot().box())).toList();
        }

        @Override
        public void paint(Surface surface, Palette palette) {
            for (Ridge ridge : ridges) {
                ridge.paint(surface, palette, palette.layer(ridge.plot().layer(), depth), step);
            }
            rows.paint(surface, palette);
            values.paint(surface, palette, plot.bottom() + 1);
            caption.paint(surface, palette);
        }

        /// The frontmost ridge that covers the point, or the one whose baseline is next below it.
        @Override
        public Optional<Hit> hit(double x, double y) {
            if (!plot.contains(x, y)) {
                return Optional.empty();
            }
            for (Ridge ridge : ridges.reversed()) {
                if (y <= ridge.plot().box().bottom() && y >= ridge.outline().y(x)) {
                    return ridge.plot().hit(x, y);
                }
            }
            return ridges.stream()
                    .filter(ridge -> ridge.plot().box().bottom() >= y)
                    .findFirst()
                    .map(ridge -> ridge.plot().whole(ridge.plot().box()));
        }
    }
}
