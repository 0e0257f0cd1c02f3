package dev.weightscope.chart;

import dev.weightscope.model.Quantity;
import dev.weightscope.model.Spread;
import dev.weightscope.model.TensorStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What lies under a point of a picture.
public sealed interface Hit {
    /// The layer, counted from 1; 0 is the input.
    int layer();

    /// The part of the picture that is meant.
    Box focus();

    /// What there is to say about it, a line each.
    List<String> lines();

    /// A bin of a layer's histogram.
    ///
    /// @param name what the histogram is of: `Layer 3`
    /// @param count how many values lie in low..high
    record Bin(
            String name,
            int layer,
            Quantity quantity,
            int bin,
            double low,
            double high,
            long count,
            double share,
            Box focus)
            implements Hit {
        @Override
        public List<String> lines() {
            return List.of(
                    name + " · " + quantity.label().toLowerCase(Locale.ROOT),
                    NumberText.significant(low, 4) + " … " + NumberText.significant(high, 4),
                    String.format(
                            Locale.ROOT, "%,d values · %s", count, NumberText.percent(share)));
        }
    }

    /// A layer's histogram, beside its bins.
    record Whole(String name, int layer, Quantity quantity, TensorStatistics statistics, Box focus)
            implements Hit {
        @Override
        public List<String> lines() {
            List<String> lines = new ArrayList<>();
            lines.add(name + " · " + quantity.label().toLowerCase(Locale.ROOT));
            lines.add(
                    "mean %s · std %s"
                            .formatted(
                                    NumberText.significant(statistics.mean(), 4),
                                    NumberText.significant(statistics.std(), 4)));
            lines.addAll(Remarks.of(statistics));
            return List.copyOf(lines);
        }
    }

    /// A layer's place on the depth chart.
    ///
    /// @param nearest of the readings, the one closest to the point
    record Depth(int layer, Spread spread, List<Reading> readings, Reading nearest, Box focus)
            implements Hit {
        public Depth {
            readings = List.copyOf(readings);
        }

        @Override
        public List<String> lines() {
            List<String> lines = new ArrayList<>();
            lines.add((layer == 0 ? "Input" : "Layer " + layer) + " · " + spread.label());
            readings.forEach(reading ->
                    lines.add(
                            reading.curve().label()
                                    + "  "
                                    + NumberText.significant(reading.value(), 4)));
            return List.copyOf(lines);
        }
    }

    /// A curve's value at a layer, and where it is drawn.
    record Reading(Curve curve, double value, double x, double y) {}
}
