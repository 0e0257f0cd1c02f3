package dev.weightscope.data;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.model.MissingValues;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// The rows of a table whose numbers are all there, or are made so.
///
/// @param rows of the table, counted from 0
/// @param columns the inputs' numbers in these rows
/// @param note what was done about missing values: `2 rows with missing values dropped`; empty
///   where none are
record CompleteRows(int[] rows, List<double[]> columns, String note) {
    /// @param target a column whose missing values cannot be filled; −1 if there is none
    /// @throws Refusal if values are missing and nothing is to be done about it
    static CompleteRows of(
            ParsedTable table,
            List<Integer> inputs,
            int target,
            MissingValues missing,
            Cancellation cancellation) {
        List<ColumnCells> cells = inputs.stream().map(table.columns()::get).toList();
        if (missing == MissingValues.REFUSE) {
            refuseMissing(table, cells);
        }
        if (target >= 0 && missing != MissingValues.DROP) {
            refuseMissingTarget(table, table.columns().get(target));
        }
        int[] rows =
                IntStream.range(0, table.rows())
                        .filter(row ->
                                missing != MissingValues.DROP
                                        || isWhole(table, cells, target, row, cancellation))
                        .toArray();
        if (rows.length == 0) {
            throw new ReadingRefusal(
                    "%s has no row in which no value is missing"
                            .formatted(Quoted.path(table.source())),
                    "fill in means with --missing mean, or leave columns out",
                    List.of(Remedy.MEAN));
        }
        List<double[]> columns = new ArrayList<>();
        int filled = 0;
        for (ColumnCells each : cells) {
            cancellation.throwIfCancelled();
            double mean = each.firstMissing() == null ? 0 : each.mean();
            double[] numbers = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                double number = each.number(rows[i]);
                filled += Double.isNaN(number) ? 1 : 0;
                numbers[i] = Double.isNaN(number) ? mean : number;
            }
            columns.add(numbers);
        }
        return new CompleteRows(rows, columns, note(table.rows() - rows.length, filled));
    }

    private static boolean isWhole(
            ParsedTable table,
            List<ColumnCells> cells,
            int target,
            int row,
            Cancellation cancellation) {
        cancellation.throwIfCancelled();
        return cells.stream().noneMatch(each -> Double.isNaN(each.number(row)))
                && (target < 0 || !table.columns().get(target).isMissing(row));
    }

    private static void refuseMissing(ParsedTable table, List<ColumnCells> cells) {
        cells.stream()
                .map(ColumnCells::firstMissing)
                .filter(Objects::nonNull)
                .min(Comparator.comparingLong(ColumnCells.Place::line))
                .ifPresent(place -> {
                    throw new ReadingRefusal(
                            wrong(table, place),
                            ("leave such rows out with --missing drop, fill in means with"
                                            + " --missing mean, or leave the column out with"
                                            + " --columns -%s")
                                    .formatted(
                                            Quoted.value(
                                                    ChosenColumns.optionName(
                                                            table, place.column()))),
                            List.of(
                                    Remedy.DROP,
                                    Remedy.MEAN,
                                    Remedy.withoutColumn(table.form(), place.column())));
                });
    }

    /// What is not known to have been right cannot be learnt.
    private static void refuseMissingTarget(ParsedTable table, ColumnCells target) {
        ColumnCells.Place place = target.firstMissing();
        if (place != null) {
            throw new ReadingRefusal(
                    wrong(table, place) + " of the target",
                    "leave such rows out with --missing drop",
                    List.of(Remedy.DROP));
        }
    }

    private static String wrong(ParsedTable table, ColumnCells.Place place) {
        return "%s %s is a missing value".formatted(Quoted.path(table.source()), place.text());
    }

    private static String note(int dropped, int filled) {
        if (dropped > 0) {
            return dropped == 1
                    ? "1 row with missing values dropped"
                    : dropped + " rows with missing values dropped";
        }
        return filled == 0
                ? ""
                : filled == 1
                        ? "1 missing value is its column's mean"
                        : filled + " missing values are their columns' means";
    }
}
