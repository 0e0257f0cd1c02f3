package dev.weightscope.phase;

import dev.weightscope.lab.Column;
import dev.weightscope.lab.MadeRows;
import dev.weightscope.lab.Table;
import dev.weightscope.lab.Value;
import dev.weightscope.theory.CriticalCurve;
import dev.weightscope.theory.MeanField;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/// An answer as rows, and for programs.
final class PhaseTable {
    private record Cell(double weights, double biases, double value) {}

    private PhaseTable() {}

    /// A row a cell, those of the first σ_b² first.
    static Table<?> cells(PhaseAnswer answer) {
        PhaseGrid grid = answer.grid();
        double[] values = grid.values(answer.settings().quantity());
        int columns = grid.weights().count();
        return new Table<>(
                List.of(
                        Column.real("sigmaW2", Cell::weights),
                        Column.real("sigmaB2", Cell::biases),
                        Column.real(name(answer.settings().quantity()), Cell::value)),
                new MadeRows<>(
                        values.length,
                        place ->
                                new Cell(
                                        grid.weights().at(place % columns),
                                        grid.biases().at(place / columns),
                                        values[place])));
    }

    private static String name(PhaseQuantity quantity) {
        return switch (quantity) {
            case CHI -> "chi";
            case XI_C -> "xiC";
            case Q -> "q";
            case DEPTH -> "depth";
        };
    }

    static Table<?> line(PhaseAnswer answer) {
        return new Table<>(
                List.of(
                        Column.real("q", CriticalCurve.Point::variance),
                        Column.real("sigmaW2", CriticalCurve.Point::weightVariance),
                        Column.real("sigmaB2", CriticalCurve.Point::biasVariance),
                        Column.text("settles", point -> point.isStable() ? "yes" : "no")),
                answer.line().points());
    }

    static Table<?> scales(PhaseAnswer answer) {
        return new Table<>(
                List.of(
                        Column.real("sigmaW2", PhaseCurves.Scale::weightVariance),
                        Column.real("xiC", PhaseCurves.Scale::correlation),
                        Column.real("xiQ", PhaseCurves.Scale::length)),
                answer.curves().map(PhaseCurves::scales).orElse(List.of()));
    }

    /// As [PhaseLab#document] says.
    static Value.Tree document(PhaseAnswer answer) {
        PhaseSettings settings = answer.settings();
        SequencedMap<String, Value> members = new LinkedHashMap<>();
        members.put(
                "activation", new Value.Text(answer.experiment().activation().function().key()));
        members.put("what", new Value.Text(settings.quantity().key()));
        members.put("sigmaW2", reals(answer.grid().weights().points()));
        members.put("sigmaB2", reals(answer.grid().biases().points()));
        double[] values = answer.grid().values(settings.quantity());
        int columns = answer.grid().weights().count();
        List<Value.Array> rows =
                IntStream.range(0, answer.grid().biases().count())
                        .mapToObj(row ->
                                reals(
                                        Arrays.stream(values, row * columns, (row + 1) * columns)
                                                .boxed()
                                                .toList()))
                        .toList();
        members.put("values", new Value.Array(rows));
        members.put(
                "criticalLine",
                new Value.Array(answer.line().points().stream().map(PhaseTable::point).toList()));
        members.put("point", point(answer.point()));
        answer.measured()
                .ifPresent(measured -> members.put("measured", MeasuredTable.document(measured)));
        return new Value.Tree(members);
    }

    static Value.Array reals(List<Double> numbers) {
        return new Value.Array(numbers.stream().map(Value.Real::new).toList());
    }

    private static Value.Tree point(CriticalCurve.Point point) {
        SequencedMap<String, Value> members = new LinkedHashMap<>();
        members.put("q", new Value.Real(point.variance()));
        members.put("sigmaW2", new Value.Real(point.weightVariance()));
        members.put("sigmaB2", new Value.Real(point.biasVariance()));
        return new Value.Tree(members);
    }

    private static Value.Tree point(PhasePoint point) {
        SequencedMap<String, Value> members = new LinkedHashMap<>();
        switch (point) {
            case PhasePoint.None(var reason) -> members.put("none", new Value.Text(reason));
            case PhasePoint.Beside(var w, var b, var reason) -> {
                members.put("sigmaW2", new Value.Real(w));
                members.put("sigmaB2", new Value.Real(b));
                members.put("none", new Value.Text(reason));
            }
            case PhasePoint.At(var limit, var _, var critical) -> {
                add(members, limit);
                members.put(
                        "criticalSigmaW2",
                        critical.isPresent()
                                ? new Value.Real(critical.getAsDouble())
                                : new Value.Missing());
            }
        }
        return new Value.Tree(members);
    }

    private static void add(SequencedMap<String, Value> members, MeanField limit) {
        members.put("sigmaW2", new Value.Real(limit.weightVariance()));
        members.put("sigmaB2", new Value.Real(limit.biasVariance()));
        members.put("q", new Value.Real(limit.variance()));
        members.put("chi", new Value.Real(limit.chi()));
        members.put("correlation", new Value.Real(limit.limitingCorrelation()));
        members.put("xiQ", new Value.Real(limit.varianceScale()));
        members.put("xiC", new Value.Real(limit.correlationScale()));
        members.put("xiGradient", new Value.Real(limit.gradientScale()));
        members.put("phase", new Value.Text(limit.phase().key()));
    }
}
