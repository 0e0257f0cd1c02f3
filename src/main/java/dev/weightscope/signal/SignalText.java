package dev.weightscope.signal;

import dev.weightscope.lab.TextTable;
import dev.weightscope.model.Direction;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.Numbers;
import dev.weightscope.model.PlainLayers;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.Statistic;
import dev.weightscope.theory.LayerTheory;
import dev.weightscope.theory.SignalTheory;
import dev.weightscope.theory.TheoryAnswer;
import dev.weightscope.theory.TheorySummary;
import dev.weightscope.verdict.Verdict;
import dev.weightscope.verdict.Verdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/// An answer for people: its experiment, one line a layer, and what it means.
final class SignalText {
    private static final int DIGITS = 4;

    /// What stands in a column beside a layer's widths.
    private record Cell(String head, Function<LayerStatistics, String> text) {}

    private SignalText() {}

    /// Lines ended by LF; the numbers are those of the activations, but for the gradients'.
    static String format(SignalAnswer answer) {
        Snapshot snapshot = answer.snapshot();
        Verdict verdict = answer.verdict();
        return """
        %s

        %s%s
        values overflow: %s; squares overflow: %s; signal flushed: %s; all zero: %s
        %s%s
        """
                .formatted(
                        snapshot.experiment().caption()
                                + onItsOwnLine(snapshot.experiment().input().leftOutNote())
                                + onItsOwnLine(PlainLayers.remark(snapshot.experiment())),
                        table(columns(answer), snapshot),
                        more(answer),
                        from(snapshot.firstOverflowLayer()),
                        from(snapshot.firstSquareOverflowLayer()),
                        from(snapshot.firstFlushedLayer()),
                        from(snapshot.firstAllZeroStreamLayer()),
                        asked(answer),
                        verdict.findings().stream()
                                .map(finding -> finding.kind().label() + ": " + finding.text())
                                .collect(Collectors.joining("\n")));
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
    private static String more(SignalAnswer answer) {
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

    private static String onItsOwnLine(String note) {
        return note.isEmpty() ? "" : "\n" + note;
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

    private static String number(double number) {
        return Numbers.significant(number, DIGITS);
    }

    /// What was asked for beside the way forward, a line each.
    private static String asked(SignalAnswer answer) {
        StringBuilder lines = new StringBuilder();
        answer.snapshot()
                .gradientRatio()
                .ifPresent(ratio ->
                        lines.append(
                                "gradient rms, layer 1 : layer %d: %s\n"
                                        .formatted(
                                                answer.snapshot().layers().size(), number(ratio))));
        Verdicts.gradientTrend(answer.snapshot())
                .ifPresent(trend ->
                        lines.append(
                                "gradient rms of layers that are alike, %d back to %d: %s → %s, ×%s a layer; not finite: %s\n"
                                        .formatted(
                                                trend.firstLayer(),
                                                trend.lastLayer(),
                                                number(trend.first()),
                                                number(trend.last()),
                                                number(trend.perLayer()),
                                                back(
                                                        answer.snapshot()
                                                                .lastLayerOfGradientNotFinite()))));
        answer.theory()
                .ifPresent(theory ->
                        lines.append("theory: ")
                                .append(text(theory, answer.snapshot().experiment()))
                                .append('\n'));
        return lines.toString();
    }

    private static String text(TheoryAnswer theory, Experiment experiment) {
        return switch (theory) {
            case TheoryAnswer.None(String reason) -> reason;
            case TheoryAnswer.Known _ -> text(SignalTheory.summary(experiment));
        };
    }

    private static String text(TheorySummary summary) {
        String limit =
                Double.isNaN(summary.variance())
                        ? "; there is no q*, where the variance would settle"
                        : ", q* %s, χ₁ %s"
                                .formatted(number(summary.variance()), number(summary.chi()));
        return "σ_w² %s, σ_b² %s%s%s"
                .formatted(
                        number(summary.weightVariance()),
                        number(summary.biasVariance()),
                        limit,
                        summary.phase().map(phase -> ", " + phase.key()).orElse(""));
    }

    private static String back(OptionalInt layer) {
        return layer.isPresent() ? "from layer %d back".formatted(layer.getAsInt()) : "nowhere";
    }

    private static String from(OptionalInt layer) {
        return layer.isPresent() ? "from layer " + layer.getAsInt() : "nowhere";
    }
}
