package dev.weightscope.chart.histogram;

import dev.weightscope.chart.Palette;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.model.Histogram;
import dev.weightscope.model.TensorStatistics;
import java.util.stream.IntStream;

/// How full the bins of layers are beside their fullest, as colours.
final class Densities {
    private static final int SHADES = 256;

    private final HistogramView view;
    private final Range common;

    /// From an empty bin to the fullest.
    private final int[] ramp;

    /// @param common the values that the common axis spans
    Densities(HistogramView view, Range common, Palette palette) {
        this.view = view;
        this.common = common;
        ramp =
                IntStream.range(0, SHADES)
                        .map(shade -> palette.density(shade / (SHADES - 1.0)).argb())
                        .toArray();
    }

    /// What the strongest colour means.
    static String most(HistogramView view) {
        return switch (view.counts()) {
            case LINEAR ->
                    anyIsCut(view) ? "a layer's fullest bin beside 0" : "a layer's fullest bin";
            case LOG -> "a layer's fullest bin, log";
        };
    }

    private static boolean anyIsCut(HistogramView view) {
        return view.layers().stream()
                .anyMatch(each -> CountScale.of(each, view.counts()).cut().isPresent());
    }

    /// One of `lines` into which the layers are divided evenly, as `cells` colours from the least
    /// value to the greatest; where a line holds several layers, the fullest of their bins counts.
    int[] line(int index, int lines, int cells) {
        float[] heights = new float[cells];
        int first = 1 + (int) ((long) index * view.depth() / lines);
        int end = 1 + (int) ((index + 1L) * view.depth() / lines);
        for (int layer = first; layer < end; layer++) {
            add(layer, heights);
        }
        int[] colours = new int[cells];
        for (int cell = 0; cell < cells; cell++) {
            colours[cell] = ramp[Math.round(heights[cell] * (SHADES - 1))];
        }
        return colours;
    }

    /// Raises each cell to the fullest of the layer's bins that it touches.
    private void add(int layer, float[] heights) {
        TensorStatistics statistics = view.statistics(layer);
        Range range = view.range(layer, common);
        switch (Content.of(statistics)) {
            case NOT_FINITE -> {}
            case ALL_ZERO -> {
                double center = range.share(0) * heights.length;
                raise(heights, center - 1, center + 1, 1);
            }
            case VALUES -> {
                Histogram histogram = statistics.histogram();
                CountScale colors = CountScale.of(statistics, view.counts());
                for (int bin = 0; bin < histogram.bins(); bin++) {
                    double height = colors.density(bin, histogram.count(bin));
                    raise(
                            heights,
                            range.share(histogram.edge(bin)) * heights.length,
                            range.share(histogram.edge(bin + 1)) * heights.length,
                            (float) height);
                }
            }
        }
    }

    private static void raise(float[] heights, double from, double to, float height) {
        int first = Math.clamp(Math.round(from), 0, heights.length - 1);
        int end = Math.clamp(Math.max(Math.round(to), first + 1L), 1, heights.length);
        for (int cell = first; cell < end; cell++) {
            heights[cell] = Math.max(heights[cell], height);
        }
    }
}
