package dev.weightscope.signal;

import dev.weightscope.lab.TextTable;
import dev.weightscope.model.Direction;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.Numbers;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.Statistic;
import dev.weightscope.theory.LayerTheory;
import dev.weightscope.theory.TheoryAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// An answer in tables for people, a line a layer; the numbers are those of the activations, but
/// for the gradients'.
final class LayerTexts {
    private static final int DIGITS = 4;

    /// What stands in a column beside a layer's widths.
    private record Cell(String head, Function<LayerStatistics, String> text) {}

    private LayerTexts() {}

    /// The table of what was measured.
    static String measured(SignalAnswer answer) {
        return table(columns(answer), answer.snapshot());
    }

    private static String table(List<Cell> columns, Snapshot snapshot) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(columns.stream().map(Cell::head).toList());
        for (LayerStatistics layer : snapshot.layers()) {
            rows.add(columns.stream().map(column -> column.text().apply(layer)).toList());
        }
        return TextTable.format(TextTable.Alignment.RIGHT, rows);
    }

    /// All that theory and other draws say of each layer, in tables of their own: in one with what
    /// was measured, lines would be too long to read.
    static String more(SignalAnswer answer) {
        StringBuilder tables = new StringBuilder();
        answer.curves()
                .ifPresent(curves -> {
                    List<Cell> columns = layerColumn();
                    TheoryColumns.FIELDS.forEach(field ->
                            columns.add(
                                    new Cell(
                                            field.head(),
                                            layer ->
                                                    number(
                                                            field.value()
                                                                    .applyAsDouble(
                                                                            of(curves, layer))))));
                    tables.append("\ntheory\n").append(table(columns, answer.snapshot()));
                });
        if (answer.draws().areSeveral()) {
            List<Cell> columns = layerColumn();
            DrawnSpread.of(answer).forEach(each -> addQuartiles(each, answer.draws(), columns));
            tables.append("\n%s\n".formatted(answer.draws().label()))
                    .append(table(columns, answer.snapshot()));
        }
        return tables.toString();
    }

    private static List<Cell> layerColumn() {
        return new ArrayList<>(
                List.of(new Cell("layer", layer -> Integer.toString(layer.layer()))));
    }

    /// @param columns modified: gets the five numbers
    private static void addQuartiles(DrawnSpread spread, Draws draws, List<Cell> columns) {
        for (int i = 0; i < Draws.Quartiles.NAMES.size(); i++) {
            int place = i;
            columns.add(
                    new Cell(
                            (i == 0 ? spread.head() + ": " : "") + Draws.Quartiles.NAMES.get(i),
                            layer ->
                                    number(
                                            spread.quartiles(draws, layer.layer())
                                                    .inOrder()
                                                    .get(place))));
        }
    }

    private static List<Cell> columns(SignalAnswer answer) {
        List<Cell> columns = layerColumn();
        columns.add(new Cell("fan-in", layer -> Integer.toString(layer.fanIn())));
        columns.add(new Cell("fan-out", layer -> Integer.toString(layer.fanOut())));
        columns.add(statistic("mean", Statistic.MEAN));
        columns.add(statistic("std", Statistic.STD));
        columns.add(statistic("rms", Statistic.RMS));
        columns.add(statistic("per-unit std", Statistic.PER_UNIT_STD));
        columns.add(
                statistic(
                        switch (answer.snapshot()
                                .experiment()
                                .activation()
                                .function()
                                .saturation()) {
                            case RECTIFIED -> "dead";
                            case UNBOUNDED, MINUS_ONE_TO_ONE, ZERO_TO_ONE -> "saturated";
                        },
                        Statistic.SATURATED));
        columns.add(statistic("zeros", Statistic.ZEROS));
        columns.add(
                new Cell(
                        "non-finite",
                        layer ->
                                Long.toString(
                                        layer.activation().infiniteCount()
                                                + layer.activation().nanCount())));
        addAsked(answer, columns);
        return columns;
    }

    /// @param columns modified: gets what was asked for beside the way forward
    private static void addAsked(SignalAnswer answer, List<Cell> columns) {
        Draws draws = answer.draws();
        boolean hasGradients = answer.snapshot().hasGradients();
        answer.curves()
                .ifPresent(curves ->
                        columns.add(
                                new Cell(
                                        "theory rms",
                                        layer -> number(of(curves, layer).activationRms()))));
        if (draws.areSeveral()) {
            columns.add(
                    new Cell(
                            "rms, " + draws.label(),
                            layer -> range(draws, layer, Direction.FORWARD)));
        }
        if (hasGradients) {
            columns.add(
                    new Cell(
                            "gradient rms",
                            layer ->
                                    Statistic.RMS.text(
                                            layer.of(Quantity.PRE_ACTIVATION_GRADIENT), DIGITS)));
            answer.curves()
                    .ifPresent(curves ->
                            columns.add(
                                    new Cell(
                                            "theory gradient rms",
                                            layer -> number(of(curves, layer).gradientRms()))));
        }
        if (hasGradients && draws.areSeveral()) {
            columns.add(
                    new Cell(
                            "gradient rms, " + draws.label(),
                            layer -> range(draws, layer, Direction.BACKWARD)));
        }
    }

    private static LayerTheory of(TheoryAnswer.Known curves, LayerStatistics layer) {
        return curves.layers().get(layer.layer() - 1);
    }

    private static Cell statistic(String head, Statistic statistic) {
        return new Cell(head, layer -> statistic.text(layer.activation(), DIGITS));
    }

    private static String range(Draws draws, LayerStatistics layer, Direction direction) {
        Draws.Quartiles rms = draws.quartiles(draw -> draw.layer(layer.layer(), direction).rms());
        return number(rms.min()) + "…" + number(rms.max());
    }

    static String number(double number) {
        return Numbers.significant(number, DIGITS);
    }
}
