package dev.weightscope.chart.tensor;

import dev.weightscope.chart.DataColour;
import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.model.Histogram;
import java.util.List;
import java.util.Locale;

/// Bars of equal width beside each other.
public sealed interface Bars {
    /// What they are of, for the pointer and beside others.
    String name();

    DataColour colour();

    int size();

    /// Where bar 0..size−1 begins; the end of the last one for `size`.
    double edge(int bar);

    /// At least 0; NaN where it is not known.
    double height(int bar);

    /// What there is to say of a bar.
    List<String> lines(int bar);

    /// All bars' room.
    default Range range() {
        return Range.around(edge(0), edge(size()));
    }

    /// The largest height; 0 where none is known.
    default double highest() {
        double highest = 0;
        for (int bar = 0; bar < size(); bar++) {
            highest = Math.max(highest, Double.isNaN(height(bar)) ? 0 : height(bar));
        }
        return highest;
    }

    /// Counts of values, as high as their density is: the area of all, with what lies outside of
    /// the histogram, is 1.
    record Counted(String name, DataColour colour, Histogram histogram) implements Bars {
        @Override
        public int size() {
            return histogram.bins();
        }

        @Override
        public double edge(int bar) {
            return histogram.edge(bar);
        }

        @Override
        public double height(int bar) {
            long finite = histogram.total() - histogram.notFinite();
            return finite == 0 || histogram.binWidth() == 0
                    ? 0
                    : histogram.count(bar) / (finite * histogram.binWidth());
        }

        @Override
        public List<String> lines(int bar) {
            return List.of(
                    NumberText.significant(edge(bar), 4)
                            + " … "
                            + NumberText.significant(edge(bar + 1), 4),
                    String.format(
                            Locale.ROOT,
                            "%,d values · %s",
                            histogram.count(bar),
                            NumberText.percent((double) histogram.count(bar) / histogram.total())));
        }
    }

    /// A number each, of things that are counted from 1.
    ///
    /// @param name of one: `input`
    /// @param quantity of the numbers: `std`
    record Listed(String name, String quantity, DataColour colour, List<Double> values)
            implements Bars {
        public Listed {
            values = List.copyOf(values);
        }

        @Override
        public int size() {
            return values.size();
        }

        @Override
        public double edge(int bar) {
            return bar + 0.5;
        }

        @Override
        public double height(int bar) {
            return values.get(bar);
        }

        @Override
        public List<String> lines(int bar) {
            return List.of(
                    "%s %d".formatted(name, bar + 1),
                    quantity + " " + NumberText.significant(values.get(bar), 4));
        }
    }
}
