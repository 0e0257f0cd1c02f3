package dev.weightscope.signal;

import dev.weightscope.chart.Chart;
import dev.weightscope.chart.Figure;
import dev.weightscope.chart.SideBySide;
import dev.weightscope.chart.TextGrid;
import dev.weightscope.chart.histogram.Axis;
import dev.weightscope.chart.histogram.HistogramView;
import dev.weightscope.chart.histogram.LayerHistogram;
import dev.weightscope.chart.histogram.Scale;
import dev.weightscope.model.Direction;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/// What there is to see of one layer: a histogram of each quantity, and all statistics.
public final class LayerParts {
    private static final int DIGITS = 5;

    private LayerParts() {}

    /// `Layer 3 of 10 · 500 → 500 units`.
    public static String title(Snapshot snapshot, int layer) {
        LayerStatistics statistics = snapshot.layer(layer);
        return "Layer %d of %d · %d → %d units"
                .formatted(
                        layer, snapshot.layers().size(), statistics.fanIn(), statistics.fanOut());
    }

    /// The histogram of one of its quantities, on its own axis.
    public static Chart histogram(Snapshot snapshot, int layer, Quantity quantity) {
        return new LayerHistogram(
                new HistogramView(snapshot, quantity, Scale.LINEAR, Axis.OWN), layer);
    }

    /// A row for each statistic, its name first, below the names of the quantities.
    public static List<List<String>> statistics(LayerStatistics layer) {
        return rows((statistic, quantity) ->
                statistic.text(layer.of(quantity), DIGITS).replace('-', '−'));
    }

    /// The table of statistics before there are any.
    public static List<List<String>> heads() {
        return rows((_, _) -> "");
    }

    private static List<List<String>> rows(BiFunction<Statistic, Quantity, String> text) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("", Quantity::label));
        for (Statistic statistic : Statistic.values()) {
            rows.add(row(statistic.label(), quantity -> text.apply(statistic, quantity)));
        }
        return List.copyOf(rows);
    }

    private static List<String> row(String name, Function<Quantity, String> cell) {
        return Stream.concat(Stream.of(name), Quantity.of(Direction.FORWARD).stream().map(cell))
                .toList();
    }

    /// All of it, to keep.
    public static Figure figure(Snapshot snapshot, int layer) {
        TextGrid table = new TextGrid(statistics(snapshot.layer(layer)));
        Chart histograms =
                new SideBySide(
                        Quantity.of(Direction.FORWARD).stream()
                                .map(quantity -> histogram(snapshot, layer, quantity))
                                .toList());
        return new Figure(
                List.of(
                        new Figure.Part(title(snapshot, layer), histograms, 55),
                        new Figure.Part("Statistics", table, 45)),
                snapshot.caption());
    }
}
