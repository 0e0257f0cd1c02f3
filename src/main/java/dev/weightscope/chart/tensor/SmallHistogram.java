package dev.weightscope.chart.tensor;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.Chart;
import dev.weightscope.chart.ChartLayout;
import dev.weightscope.chart.DataColour;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.model.Histogram;
import java.util.List;
import java.util.Optional;

/// The shape of values in a line of a table: from the first bin that holds a value to the last, as
/// wide on both sides of 0, and not so few that equal values fill it.
public record SmallHistogram(Histogram histogram, DataColour colour) implements Chart {
    private static final int LEAST_BINS = 24;

    @Override
    public ChartLayout layout(Box area, TextMeasure measure) {
        return new Layout(this, area);
    }

    @Override
    public String description() {
        return "Histogram of values";
    }

    /// How many bins from each end hold nothing, the same number at both.
    private int empty() {
        int empty = 0;
        int last = histogram.bins() - 1;
        while (empty < histogram.bins() / 2
                && histogram.count(empty) == 0
                && histogram.count(last - empty) == 0) {
            empty++;
        }
        return Math.max(0, Math.min(empty, (histogram.bins() - LEAST_BINS) / 2));
    }

    private record Layout(SmallHistogram chart, Box area) implements ChartLayout {
        @Override
        public void paint(Surface surface, Palette palette) {
            Histogram histogram = chart.histogram();
            int from = chart.empty();
            int bins = histogram.bins() - 2 * from;
            double foot = Math.round(area.bottom()) - 0.5;
            double most = Math.max(1, histogram.largest());
            for (int i = 0; i < bins; i++) {
                long count = histogram.count(from + i);
                if (count > 0) {
                    double left = Math.round(area.x() + area.width() * i / bins);
                    double right = Math.round(area.x() + area.width() * (i + 1) / bins);
                    double height = Math.max(1, count / most * (area.height() - 2));
                    surface.fill(
                            new Box(left, foot - height, Math.max(1, right - left), height),
                            chart.colour().ink(palette));
                }
            }
            surface.line(area.x(), foot, area.right(), foot, Stroke.solid(palette.axis(), 1));
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
