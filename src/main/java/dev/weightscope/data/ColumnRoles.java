package dev.weightscope.data;

import dev.weightscope.model.DataReading;
import dev.weightscope.model.TargetChoice;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Which columns of a table are to be inputs, and why the others are not.
///
/// @param reasons one for each column; empty for an input
record ColumnRoles(List<String> reasons) {
    private static final Set<String> INDEX_NAMES = Set.of("", "Unnamed: 0", "rownames");

    /// By the choices as far as they name columns that there are.
    ///
    /// @param target the column that is learnt, counted from 0
    static ColumnRoles known(ParsedTable table, DataReading reading, OptionalInt target) {
        Set<Integer> chosen = columns(table, reading.columns().chosen());
        Set<Integer> unwanted = columns(table, reading.columns().leftOut());
        boolean isChoice = !reading.columns().chosen().isEmpty();
        String ofTarget =
                reading.target() instanceof TargetChoice.Guessed ? "a label" : "the target";
        return new ColumnRoles(
                IntStream.range(0, table.columns().size())
                        .mapToObj(column -> {
                            if (target.orElse(-1) == column) {
                                return ofTarget;
                            }
                            if (unwanted.contains(column)
                                    || (isChoice && !chosen.contains(column))) {
                                return "not chosen";
                            }
                            return isChoice ? "" : usually(table, column);
                        })
                        .toList());
    }

    String whyNot(int column) {
        return reasons.get(column);
    }

    private static Set<Integer> columns(ParsedTable table, List<String> names) {
        if (names.isEmpty()) {
            return Set.of();
        }
        ColumnNames known = new ColumnNames(table.form());
        return names.stream()
                .map(known::index)
                .flatMapToInt(OptionalInt::stream)
                .boxed()
                .collect(Collectors.toSet());
    }

    /// Where nobody says what is an input.
    private static String usually(ParsedTable table, int column) {
        ColumnCells cells = table.columns().get(column);
        return switch (cells.type()) {
            case NUMBERS ->
                    column == 0
                                    && table.form().hasHeader()
                                    && INDEX_NAMES.contains(table.form().names().get(column))
                                    && cells.isIndex()
                            ? "an index"
                            : "";
            case TEXT, EMPTY -> cells.whyNoNumbers();
            case DAMAGED -> "";
        };
    }
}
