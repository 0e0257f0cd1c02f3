package dev.weightscope.chart.race;

import dev.weightscope.chart.histogram.Axis;
import dev.weightscope.chart.histogram.HistogramView;
import dev.weightscope.chart.histogram.LayerNames;
import dev.weightscope.chart.histogram.Scale;
import dev.weightscope.model.Histogram;
import dev.weightscope.model.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Counted layers, and what two classes look like.
final class SampleLayers {
    private SampleLayers() {}

    /// A bell of 40 bins as wide as `reach`.
    static Histogram bell(double reach) {
        long[] counts = new long[40];
        for (int bin = 0; bin < counts.length; bin++) {
            double z = (bin - 19.5) / 8;
            counts[bin] = Math.round(1000 * Math.exp(-z * z / 2));
        }
        return new Histogram(-reach, reach, counts, 0, 0, 0);
    }

    /// All values are 0.
    static Histogram zeros() {
        long[] counts = new long[40];
        counts[20] = 500;
        return new Histogram(-0.5, 0.5, counts, 0, 0, 0);
    }

    static HistogramView view(Quantity quantity, int depth) {
        return new HistogramView(
                IntStream.rangeClosed(1, depth)
                        .mapToObj(layer -> CountedValues.of(bell(layer), layer / 2.5))
                        .toList(),
                quantity,
                Scale.LINEAR,
                Axis.OWN,
                Optional.empty(),
                LayerNames.toOutput(depth));
    }

    static LayerRows rows(int depth) {
        return new LayerRows(
                List.of(
                        new LayerRows.Row("activation", view(Quantity.ACTIVATION, depth)),
                        new LayerRows.Row(
                                "gradient", view(Quantity.PRE_ACTIVATION_GRADIENT, depth)),
                        new LayerRows.Row("weight", view(Quantity.WEIGHT, depth))));
    }

    static Boundary boundary(int side, double slope) {
        float[] second = new float[side * side];
        for (int i = 0; i < second.length; i++) {
            int row = i / side;
            double x = (i % side + 0.5) / side - 0.5;
            double y = 0.5 - (row + 0.5) / side;
            second[i] = (float) (1 / (1 + Math.exp(-20 * (x - slope * y))));
        }
        return Boundary.ofTwo(side, second, "0.0241", "98 %");
    }
}
