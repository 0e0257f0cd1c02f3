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
import dev.weightscope.model.Numbers;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.Statistic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What there is to see of one layer: a histogram of each quantity, and all statistics.
public final class LayerParts {
    private static final int DIGITS = 5;
    private static final int DIGITS_OF_A_TRY = 3;

    private LayerParts() {}

    /// `Layer 3 of 10 · 500 → 500 units`.
    public static String title(Snapshot snapshot, int layer) {
        LayerStatistics statistics = snapshot.layer(layer);
        return "Layer %d of %d · %d → %d units"
                .formatted(
                        layer, snapshot.layers().size(), statistics.fanIn(), statistics.fanOut());
    }

    /// How the weights were fitted to the input, step by step; empty where they are drawn without a
    /// look at it: `Std of the pre-activations, divided out try by try: 0.72 → 1.06`.
    public static Optional<String> fit(LayerStatistics layer) {
        return layer.measuredStds().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Std of the pre-activations, divided out try by try: "
                                + layer.measuredStds().stream()
                                        .map(std -> Numbers.significant(std, DIGITS_OF_A_TRY))
                                        .collect(Collectors.joining(" → ")));
    }

    /// The histogram of one of its quantities, on its own axis.
    public static Chart histogram(Snapshot snapshot, int layer, Quantity quantity) {
        return new LayerHistogram(
                new HistogramView(snapshot, quantity, Scale.LINEAR, Axis.OWN), layer);
    }

    /// The tensors of which there is something to see, in the order to show them.
    public static List<Quantity> quantities(LayerStatistics layer) {
        return Arrays.stream(Quantity.values())
                .filter(each -> layer.has(each.direction()))
                .toList();
    }

    /// A row for each statistic, its name first, below the names of the quantities; blank where a
    /// gradient was not asked for.
    public static List<List<String>> statistics(LayerStatistics layer) {
        List<Quantity> known = quantities(layer);
        return rows((statistic, quantity) ->
                known.contains(quantity) ? text(layer, statistic, quantity) : "");
    }

    /// What is saturated is an activation.
    private static String text(LayerStatistics layer, Statistic statistic, Quantity quantity) {
        return statistic == Statistic.SATURATED && quantity != Quantity.ACTIVATION
                ? "–"
                : statistic.text(layer.of(quantity), DIGITS).replace('-', '−');
    }

    /// The table of statistics before there are any.
    public static List<List<String>> heads() {
        return rows((_, _) -> "");
    }

    private static List<List<String>> rows(BiFunction<Statistic, Quantity, String> text) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("", LayerParts::head));
        for (Statistic statistic : Statistic.values()) {
            rows.add(row(statistic.label(), quantity -> text.apply(statistic, quantity)));
        }
        return List.copyOf(rows);
    }

    private static String head(Quantity quantity) {
        return switch (quantity.direction()) {
            case FORWARD -> quantity.label();
            case BACKWARD -> quantity.symbol();
        };
    }

    private static List<String> row(String name, Function<Quantity, String> cell) {
        return Stream.concat(Stream.of(name), Arrays.stream(Quantity.values()).map(cell)).toList();
    }

    /// All of it, to keep.
    public static Figure figure(Snapshot snapshot, int layer) {
        LayerStatistics statistics = snapshot.layer(layer);
        List<Figure.Part> parts = new ArrayList<>();
        parts.add(
                new Figure.Part(
                        title(snapshot, layer)
                                + fit(statistics).map(text -> " · " + text).orElse(""),
                        row(snapshot, layer, Direction.FORWARD),
                        40));
        if (statistics.hasGradients()) {
            parts.add(new Figure.Part("Gradients", row(snapshot, layer, Direction.BACKWARD), 40));
        }
        parts.add(new Figure.Part("Statistics", new TextGrid(statistics(statistics)), 40));
        return new Figure(parts, snapshot.caption());
    }

    private static Chart row(Snapshot snapshot, int layer, Direction direction) {
        return new SideBySide(
                Quantity.of(direction).stream()
                        .map(quantity -> histogram(snapshot, layer, quantity))
                        .toList());
    }
}
