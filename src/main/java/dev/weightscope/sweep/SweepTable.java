package dev.weightscope.sweep;

import dev.weightscope.lab.Column;
import dev.weightscope.lab.Table;
import dev.weightscope.lab.Value;
import dev.weightscope.option.Codec;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/// The tables of an answer.
final class SweepTable {
    private static final String SEED = "seed";

    private SweepTable() {}

    /// In long form, a row a run that is there: the numbers that are swept, the draw, its seed, and
    /// what was measured.
    static Table<?> runs(SweepAnswer answer) {
        SweepPlan plan = answer.plan();
        SweepSettings settings = answer.settings();
        List<Column<Integer>> columns = new ArrayList<>();
        columns.add(
                axis(settings.over(), run -> plan.columns().get(plan.run(run).column()).text()));
        settings.and()
                .ifPresent(way ->
                        columns.add(axis(way, run -> plan.rows().get(plan.run(run).row()).text())));
        columns.add(Column.whole("draw", run -> plan.run(run).draw() + 1));
        if (columns.stream().noneMatch(each -> each.name().equals(SEED))) {
            columns.add(Column.whole(SEED, run -> plan.seed(plan.run(run))));
        }
        columns.add(Column.text("measure", _ -> settings.measure().key()));
        columns.add(Column.real("value", answer::value));
        return new Table<>(columns, answer.runs().boxed().toList());
    }

    /// As it is typed, and in JSON a number.
    private static Column<Integer> axis(Way way, Function<Integer, String> text) {
        return new Column<>(
                way.option().key(),
                run -> {
                    String typed = text.apply(run);
                    return way.option().codec().form() == Codec.Form.NUMBER
                                    && typed.chars().allMatch(c -> c >= '0' && c <= '9')
                            ? new Value.Whole(Long.parseLong(typed))
                            : new Value.Real(Double.parseDouble(typed));
                });
    }

    /// For people, a row a point: the medians over the draws, of several settings side by side.
    ///
    /// @param labels of the answers
    /// @param answers to questions of the same settings, at least one
    static Table<?> points(List<String> labels, List<SweepAnswer> answers) {
        SweepAnswer first = answers.getFirst();
        SweepPlan plan = first.plan();
        List<Column<SweepPlan.Run>> columns = new ArrayList<>();
        columns.add(
                Column.text(
                        first.settings().over().option().key(),
                        run -> plan.columns().get(run.column()).text()));
        first.settings()
                .and()
                .ifPresent(way ->
                        columns.add(
                                Column.text(
                                        way.option().key(),
                                        run -> plan.rows().get(run.row()).text())));
        for (int i = 0; i < answers.size(); i++) {
            SweepAnswer answer = answers.get(i);
            columns.add(
                    new Column<>(
                            labels.get(i), run -> cell(answer.median(run.row(), run.column()))));
        }
        List<SweepPlan.Run> rows = new ArrayList<>();
        for (int row = 0; row < plan.rows().size(); row++) {
            for (int column = 0; column < plan.columns().size(); column++) {
                rows.add(new SweepPlan.Run(row, column, 0));
            }
        }
        return new Table<>(columns, rows);
    }

    private static Value.Cell cell(OptionalDouble value) {
        return value.isPresent() ? new Value.Real(value.getAsDouble()) : new Value.Missing();
    }
}
