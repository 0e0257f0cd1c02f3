package dev.weightscope.lab;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/// A column of a [Table].
///
/// @param name for programs, its path in JSON with dots between: `activation.std`; never changes
public record Column<R>(String name, Function<R, Value.Cell> cell) {
    public static <R> Column<R> whole(String name, ToLongFunction<R> number) {
        return new Column<>(name, row -> new Value.Whole(number.applyAsLong(row)));
    }

    public static <R> Column<R> real(String name, ToDoubleFunction<R> number) {
        return new Column<>(name, row -> new Value.Real(number.applyAsDouble(row)));
    }

    public static <R> Column<R> text(String name, Function<R, String> text) {
        return new Column<>(name, row -> new Value.Text(text.apply(row)));
    }

    public Value.Cell of(R row) {
        return cell.apply(row);
    }
}
