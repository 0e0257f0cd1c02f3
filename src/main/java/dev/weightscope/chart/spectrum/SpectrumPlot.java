package dev.weightscope.chart.spectrum;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.ValueAxis;
import dev.weightscope.model.Histogram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A cell's histogram.
///
/// @param box of the bars; the remark stands above it
record SpectrumPlot(
        Series<SpectrumCell> setting,
        Box box,
        Range range,
        PlacedText remark,
        Optional<ValueAxis> axis) {
    private static final double BAR = 2.5;
    private static final int MOST_BINS = 64;
    private static final double HEADROOM = 2;

    private Histogram histogram() {
        int bins = (int) Math.clamp(Math.floor(box.width() / BAR), 8, MOST_BINS);
        return LogBins.of(setting.values(), range, LogBins.count(setting.values(), bins));
    }

    boolean contains(double x, double y) {
        return box.inset(-12, 0, 0, 0).contains(x, y);
    }

    Hit hit() {
        List<String> lines = new ArrayList<>(setting.values().lines(setting.label()));
        Histogram histogram = histogram();
        if (histogram.below() > 0) {
            lines.add(below(histogram) + " below the axis");
        }
        return Hit.of(setting.values().depth(), box, lines);
    }

    /// Of all values, those of exactly 0 too.
    private String below(Histogram histogram) {
        return NumberText.percent((double) histogram.below() / setting.values().total());
    }

    void paint(Surface surface, Palette palette) {
        Histogram histogram = histogram();
        double foot = Math.round(box.bottom()) - 0.5;
        double most = Math.max(1, histogram.largest());
        for (int bin = 0; bin < histogram.bins(); bin++) {
            long count = histogram.count(bin);
            if (count > 0) {
                double left = Math.round(range.toX(histogram.edge(bin), box));
                double right = Math.round(range.toX(histogram.edge(bin + 1), box));
                double height = Math.max(1, count / most * (box.height() - HEADROOM));
                surface.fill(
                        new Box(left, foot - height, Math.max(1, right - left), height),
                        palette.curve(setting.colour()));
            }
        }
        if (range.contains(0)) {
            double one = Math.floor(range.toX(0, box)) + 0.5;
            surface.line(one, box.y(), one, foot, Stroke.dotted(palette.muted(), 1));
        }
        surface.line(box.x(), foot, box.right(), foot, Stroke.solid(palette.axis(), 1));
        remark.paint(surface, setting.values().isFinite() ? palette.muted() : palette.danger());
        axis.ifPresent(each -> each.paint(surface, palette, box.bottom()));
        if (histogram.below() > 0) {
            PlacedText text =
                    PlacedText.of(
                            surface,
                            "◂" + below(histogram),
                            box.x() + 2,
                            foot - 3,
                            TextStyle.TICK,
                            Anchor.START);
            Box ground = text.box();
            surface.fill(
                    new Box(ground.x() - 2, ground.y() - 1, ground.width() + 4, ground.height()),
                    palette.background().withOpacity(0.85));
            text.paint(surface, palette.text());
        }
    }
}
