package dev.weightscope.data;

import dev.weightscope.model.ColumnChoice;
import dev.weightscope.model.DataReading;
import dev.weightscope.model.LeftOutColumn;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which columns of a table are inputs, and why the others are not.
///
/// @param inputs counted from 0
/// @param leftOut in the file's order
record ChosenColumns(List<Integer> inputs, List<LeftOutColumn> leftOut) {
    /// @param target the column that is learnt, counted from 0
    /// @throws Refusal if no column of numbers is left, if one that is chosen is none, or if one
    ///   has numbers and a few words
    static ChosenColumns of(ParsedTable table, DataReading reading, OptionalInt target) {
        ColumnNames names = new ColumnNames(table.form());
        Stream.concat(reading.columns().chosen().stream(), reading.columns().leftOut().stream())
                .forEach(name -> Targets.column(table.source(), table.form(), names, name));
        ColumnRoles roles = ColumnRoles.known(table, reading, target);
        List<Integer> inputs = new ArrayList<>();
        List<LeftOutColumn> leftOut = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            String reason = roles.whyNot(column);
            if (reason.isEmpty()) {
                check(table, column, reading.columns());
                inputs.add(column);
            } else {
                leftOut.add(new LeftOutColumn(table.form().name(column), reason));
            }
        }
        if (inputs.isEmpty()) {
            throw new Refusal(
                    "%s has no column of numbers; it was read as: %s; left out: %s"
                            .formatted(
                                    Quoted.path(table.source()),
                                    table.form().text(),
                                    leftOut.stream()
                                            .limit(5)
                                            .map(LeftOutColumn::toString)
                                            .collect(Collectors.joining(", "))));
        }
        return new ChosenColumns(List.copyOf(inputs), List.copyOf(leftOut));
    }

    /// @throws Refusal if a column that is to be an input has words
    private static void check(ParsedTable table, int column, ColumnChoice choice) {
        ColumnCells cells = table.columns().get(column);
        if (!choice.chosen().isEmpty() && cells.type() != ColumnType.NUMBERS) {
            ColumnCells.Place text = cells.firstText();
            throw new Refusal(
                    "%s %s"
                            .formatted(
                                    Quoted.path(table.source()),
                                    text == null
                                            ? "has no number in the chosen column %s"
                                                    .formatted(Quoted.of(table.form().name(column)))
                                            : text.text() + " is not a number"));
        }
        if (cells.type() == ColumnType.DAMAGED) {
            throw damaged(table, column, cells);
        }
    }

    private static Refusal damaged(ParsedTable table, int column, ColumnCells cells) {
        ColumnCells.Place text = cells.firstText();
        return new ReadingRefusal(
                "%s %s is not a number"
                        .formatted(Quoted.path(table.source()), text == null ? "" : text.text()),
                "mend it, or leave the column out with --columns -%s"
                        .formatted(Quoted.value(optionName(table, column))),
                List.of(Remedy.withoutColumn(table.form(), column)));
    }

    static String optionName(ParsedTable table, int column) {
        String name = table.form().names().get(column);
        return name.isEmpty() ? String.valueOf(column + 1) : name;
    }
}
