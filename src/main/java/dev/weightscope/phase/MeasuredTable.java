package dev.weightscope.phase;

import dev.weightscope.lab.Column;
import dev.weightscope.lab.Table;
import dev.weightscope.lab.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// What networks have learnt all over a map as rows, and for programs.
final class MeasuredTable {
    private MeasuredTable() {}

    /// A row a run that has ended, those of the first σ_b² first.
    static Table<?> runs(Measured measured) {
        List<MeasuredRow> rows =
                IntStream.range(0, measured.runs().size())
                        .filter(run -> measured.runs().get(run).hasEnded())
                        .mapToObj(run -> MeasuredRow.of(measured, run))
                        .toList();
        return new Table<>(
                List.of(
                        Column.real("sigmaW2", MeasuredRow::weights),
                        Column.real("sigmaB2", MeasuredRow::biases),
                        Column.whole("draw", MeasuredRow::draw),
                        Column.whole("seed", row -> row.run().seed()),
                        Column.real("accuracy", row -> row.run().accuracy()),
                        new Column<>("divergedStep", row -> Value.of(row.run().diverged())),
                        Column.real("depthByTheory", MeasuredRow::reach)),
                rows);
    }

    /// As [PhaseLab#document] says.
    static Value.Tree document(Measured measured) {
        SequencedMap<String, Value> members = new LinkedHashMap<>();
        members.put("networks", new Value.Text(measured.caption()));
        members.put("chance", new Value.Real(measured.chance()));
        members.put("sigmaW2", PhaseTable.reals(measured.places().weights().points()));
        members.put("sigmaB2", PhaseTable.reals(measured.places().biases().points()));
        members.put(
                "accuracy",
                rows(
                        measured,
                        place ->
                                measured.ended(place).isEmpty()
                                        ? new Value.Missing()
                                        : new Value.Real(measured.accuracy(place))));
        members.put(
                "depthByTheory", rows(measured, place -> new Value.Real(measured.reach()[place])));
        return new Value.Tree(members);
    }

    private static Value.Array rows(Measured measured, IntFunction<Value> cell) {
        int columns = measured.places().columns();
        return new Value.Array(
                IntStream.range(0, measured.places().biases().count())
                        .mapToObj(row ->
                                new Value.Array(
                                        IntStream.range(row * columns, (row + 1) * columns)
                                                .mapToObj(cell)
                                                .toList()))
                        .toList());
    }
}
