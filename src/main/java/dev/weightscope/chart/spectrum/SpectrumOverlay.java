package dev.weightscope.chart.spectrum;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Axes;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Chart;
import dev.weightscope.chart.ChartLayout;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Ink;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextLines;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.ValueAxis;
import dev.weightscope.model.Histogram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Histograms of singular values at one depth over each other, each as high as its own peak: the
/// first setting's filled, the others' outlined.
///
/// @param settings the live one first; at least one
/// @param held what the axis spans at least
public record SpectrumOverlay(List<Series<SpectrumCell>> settings, Optional<Range> held)
        implements Chart {
    private static final double NAME = 15;
    private static final double BAR = 5;
    private static final int MOST_BINS = 160;

    public SpectrumOverlay {
        settings = List.copyOf(settings);
    }

    /// On an axis that spans what it needs.
    public SpectrumOverlay(List<Series<SpectrumCell>> settings) {
        this(settings, Optional.empty());
    }

    private Range range() {
        return LogAxis.around(settings.stream().map(Series::values), held);
    }

    @Override
    public Axes axes() {
        return Axes.of(List.of(range().toSpan()));
    }

    @Override
    public SpectrumOverlay on(Axes other) {
        return new SpectrumOverlay(settings, Range.first(other).or(() -> held));
    }

    @Override
    public ChartLayout layout(Box area, TextMeasure measure) {
        Box plot = area.inset(4 + NAME * settings.size(), 10, ValueAxis.HEIGHT, 10);
        Range range = range();
        int room = (int) Math.clamp(Math.floor(plot.width() / BAR), 16, MOST_BINS);
        int bins =
                settings.stream()
                        .mapToInt(setting -> LogBins.count(setting.values(), room))
                        .max()
                        .orElse(room);
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < settings.size(); i++) {
            Series<SpectrumCell> setting = settings.get(i);
            Histogram histogram = LogBins.of(setting.values(), range, bins);
            String text = setting.label() + " · " + setting.values().remark();
            if (histogram.below() > 0) {
                double share = (double) histogram.below() / setting.values().total();
                text += " · ◂ " + NumberText.percent(share);
            }
            shapes.add(
                    new Shape(
                            setting,
                            histogram,
                            PlacedText.of(
                                    measure,
                                    TextLines.fit(
                                                    text,
                                                    area.width() - 30,
                                                    1,
                                                    measure,
                                                    TextStyle.LABEL)
                                            .getFirst(),
                                    area.x() + 24,
                                    area.y() + 12 + i * NAME,
                                    TextStyle.LABEL,
                                    Anchor.START)));
        }
        return new Layout(plot, range, shapes, LogAxis.under(plot, range, measure));
    }

    private record Shape(Series<SpectrumCell> setting, Histogram histogram, PlacedText name) {
        double height(int bin, Box plot) {
            double most = Math.max(1, (double) histogram.largest());
            return histogram.count(bin) / most * (plot.height() - 2);
        }

        void paint(Surface surface, Palette palette, Box plot, Range range, boolean isFilled) {
            Ink ink = palette.curve(setting.colour());
            int bins = histogram.bins();
            double[] xs = new double[2 * bins + 2];
            double[] ys = new double[xs.length];
            xs[0] = plot.x();
            ys[0] = plot.bottom();
            for (int bin = 0; bin < bins; bin++) {
                double y = plot.bottom() - height(bin, plot);
                xs[2 * bin + 1] = range.toX(histogram.edge(bin), plot);
                xs[2 * bin + 2] = range.toX(histogram.edge(bin + 1), plot);
                ys[2 * bin + 1] = y;
                ys[2 * bin + 2] = y;
            }
            xs[xs.length - 1] = plot.right();
            ys[xs.length - 1] = plot.bottom();
            if (isFilled) {
                surface.polygon(xs, ys, xs.length, ink.withOpacity(0.45));
            }
            surface.polyline(xs, ys, xs.length, Stroke.solid(ink, 1.5));
            double middle = name.baseline() - name.style().baselineShift();
            surface.disc(name.x() - 9, middle, 4, ink);
            name.paint(surface, palette.text());
        }
    }

    private record Layout(Box plot, Range range, List<Shape> shapes, ValueAxis axis)
            implements ChartLayout {
        @Override
        public void paint(Surface surface, Palette palette) {
            for (int i = 0; i < shapes.size(); i++) {
                shapes.get(i).paint(surface, palette, plot, range, i == 0);
            }
            if (range.contains(0)) {
                double one = Math.floor(range.toX(0, plot)) + 0.5;
                surface.line(one, plot.y(), one, plot.bottom(), Stroke.dotted(palette.muted(), 1));
            }
            double foot = Math.round(plot.bottom()) - 0.5;
            surface.line(plot.x(), foot, plot.right(), foot, Stroke.solid(palette.axis(), 1));
            axis.paint(surface, palette, plot.bottom());
        }

        @Override
        public Optional<Hit> hit(double x, double y) {
            if (!plot.contains(x, y)) {
                return Optional.empty();
            }
            int bins = shapes.getFirst().histogram().bins();
            return Optional.of(hit((int) ((x - plot.x()) / plot.width() * bins)));
        }

        private Hit hit(int bin) {
            Histogram first = shapes.getFirst().histogram();
            List<String> lines = new ArrayList<>();
            lines.add(
                    "σ %s … %s"
                            .formatted(
                                    LogAxis.number(first.edge(bin)),
                                    LogAxis.number(first.edge(bin + 1))));
            for (Shape shape : shapes) {
                lines.add(
                        "%s: %d of %d"
                                .formatted(
                                        shape.setting().label(),
                                        shape.histogram().count(bin),
                                        shape.setting().values().total()));
            }
            double left = range.toX(first.edge(bin), plot);
            double right = range.toX(first.edge(bin + 1), plot);
            return Hit.of(bin + 1, new Box(left, plot.y(), right - left, plot.height()), lines);
        }

        @Override
        public List<Hit> stops() {
            Histogram first = shapes.getFirst().histogram();
            return IntStream.range(0, first.bins())
                    .filter(bin ->
                            shapes.stream().anyMatch(each -> each.histogram().count(bin) > 0))
                    .mapToObj(this::hit)
                    .toList();
        }
    }

    @Override
    public String description() {
        return "Singular values of %d settings at depth %d"
                .formatted(settings.size(), settings.getFirst().values().depth());
    }
}
