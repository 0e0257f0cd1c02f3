package dev.weightscope.report;

import dev.weightscope.inspect.LawMatch;
import dev.weightscope.inspect.TensorDifference;
import dev.weightscope.inspect.TensorSurvey;
import dev.weightscope.lab.Column;
import dev.weightscope.lab.Table;
import dev.weightscope.lab.Value;
import dev.weightscope.weights.Fans;
import dev.weightscope.weights.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// What tables tell of tensors; a cell is empty where a tensor has no such number.
public final class TensorColumns {
    /// Of one tensor, without the laws.
    public static final List<Column<TensorReport>> NUMBERS =
            List.of(
                    Column.text("name", report -> report.tensor().name()),
                    Column.text("shape", report -> shape(report.tensor())),
                    Column.text("dtype", report -> report.tensor().dtype()),
                    new Column<>(
                            "layout", text(report -> report.fans().map(TensorColumns::layout))),
                    whole("fanIn", TensorReport::fans, Fans::in),
                    whole("fanOut", TensorReport::fans, Fans::out),
                    real("mean", TensorReport::survey, TensorSurvey::mean),
                    real("std", TensorReport::survey, TensorSurvey::std),
                    real("kurtosis", TensorReport::survey, TensorSurvey::kurtosis),
                    whole("zeros", TensorReport::survey, TensorSurvey::zeros),
                    whole("infinite", TensorReport::survey, TensorSurvey::infinite),
                    whole("nan", TensorReport::survey, TensorSurvey::nan),
                    real("expectedStd", TensorReport::match, LawMatch::expectedStd));

    /// What the file says that the tensor was drawn by, and whether it may have been.
    public static final Column<TensorReport> DECLARED =
            new Column<>("declared", text(report -> report.declared().map(Declared::line)));

    /// Of both tensors of a pair.
    public static final List<Column<TensorPair>> STDS =
            List.of(
                    real("std", pair -> std(pair.one()), Double::doubleValue),
                    real("otherStd", pair -> std(pair.other()), Double::doubleValue));

    /// From the first of two tensors to the second.
    public static final List<Column<TensorPair>> DIFFERENCES =
            List.of(
                    real("stdRatio", TensorColumns::stdRatio, Double::doubleValue),
                    real("distance", TensorPair::difference, TensorDifference::distance),
                    real("relative", TensorPair::difference, TensorDifference::relative),
                    real("degrees", TensorPair::difference, TensorDifference::degrees),
                    real("largest", TensorPair::difference, TensorDifference::largest),
                    whole("changed", TensorPair::difference, TensorDifference::changed),
                    whole("leftOut", TensorPair::difference, TensorDifference::leftOut));

    private TensorColumns() {}

    /// A row for each pair, once two files are compared; until then for each tensor.
    public static Table<?> of(Inspected inspected) {
        return inspected
                .comparison()
                .<Table<?>>map(TensorColumns::of)
                .orElseGet(() -> of(inspected.file().tensors()));
    }

    /// A row for each tensor: its numbers, its law, and the keys of all that fit.
    public static Table<TensorReport> of(List<TensorReport> reports) {
        List<Column<TensorReport>> columns = new ArrayList<>(NUMBERS);
        columns.add(new Column<>("law", text(TensorColumns::law)));
        columns.add(new Column<>("laws", text(report -> report.match().map(Likeness::keys))));
        columns.add(DECLARED);
        return new Table<>(columns, reports);
    }

    /// A row for each pair.
    public static Table<TensorPair> of(Comparison comparison) {
        List<Column<TensorPair>> columns = new ArrayList<>();
        columns.add(Column.text("name", TensorPair::name));
        columns.add(new Column<>("shape", text(pair -> shape(pair.one()))));
        columns.add(new Column<>("otherShape", text(pair -> shape(pair.other()))));
        columns.addAll(STDS);
        columns.addAll(DIFFERENCES);
        columns.add(new Column<>("law", text(pair -> pair.one().flatMap(TensorColumns::law))));
        columns.add(
                new Column<>("otherLaw", text(pair -> pair.other().flatMap(TensorColumns::law))));
        return new Table<>(columns, comparison.pairs());
    }

    private static Optional<String> law(TensorReport report) {
        return report.match().map(LawMatch::law);
    }

    private static Optional<String> shape(Optional<TensorReport> report) {
        return report.map(TensorReport::tensor).map(TensorColumns::shape);
    }

    /// `256 x 784`; nothing for a single number.
    public static String shape(Tensor tensor) {
        return tensor.shape().stream().map(String::valueOf).collect(Collectors.joining(" x "));
    }

    private static Optional<Double> std(Optional<TensorReport> report) {
        return report.flatMap(TensorReport::survey).map(TensorSurvey::std);
    }

    private static Optional<Double> stdRatio(TensorPair pair) {
        return std(pair.one()).flatMap(one -> std(pair.other()).map(other -> other / one));
    }

    private static String layout(Fans fans) {
        return fans.layout().key();
    }

    private static <R> Function<R, Value.Cell> text(Function<R, Optional<String>> text) {
        return cell(text, Value.Text::new);
    }

    private static <R, P> Column<R> real(
            String name, Function<R, Optional<P>> part, ToDoubleFunction<P> number) {
        return new Column<>(name, cell(part, each -> new Value.Real(number.applyAsDouble(each))));
    }

    private static <R, P> Column<R> whole(
            String name, Function<R, Optional<P>> part, ToLongFunction<P> number) {
        return new Column<>(name, cell(part, each -> new Value.Whole(number.applyAsLong(each))));
    }

    private static <R, P> Function<R, Value.Cell> cell(
            Function<R, Optional<P>> part, Function<P, Value.Cell> cell) {
        return row -> part.apply(row).map(cell).orElseGet(Value.Missing::new);
    }
}
