package dev.weightscope.data;

import dev.weightscope.data.Dataset.Target;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.model.DataReading;
import dev.weightscope.model.Numbers;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Scaling;
import dev.weightscope.model.TargetChoice;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/// A table becomes a data set: one of its columns is the target, words are classes.
final class Learnable {
    /// Up to so many different whole numbers are classes, not quantities.
    private static final int MOST_NUMBERED_CLASSES = 20;

    private static final String OTHER_TARGET = "choose another column with --target NAME";

    private Learnable() {}

    /// @throws Refusal if no column is chosen as the target or called so, and the last one holds no
    ///   words; if values of it are missing and rows are not dropped; if it holds numbers and a few
    ///   words, more words than can be classes, or a quantity that is no float
    static Dataset of(ParsedTable table, DataReading reading, Cancellation cancellation) {
        int target = target(table, reading.target());
        checkWords(table, target);
        ChosenColumns chosen = ChosenColumns.of(table, reading, OptionalInt.of(target));
        CompleteRows complete =
                CompleteRows.of(table, chosen.inputs(), target, reading.missing(), cancellation);
        return new Dataset(
                table.table(chosen, complete, reading.scaling(), cancellation),
                chosen.inputs().stream().map(table.form()::name).toList(),
                table.form().name(target),
                target(table, target, complete.rows(), reading.scaling(), cancellation));
    }

    private static void checkWords(ParsedTable table, int target) {
        ColumnCells cells = table.columns().get(target);
        ColumnCells.Place text = cells.firstText();
        if (cells.type() == ColumnType.DAMAGED && text != null) {
            throw new ReadingRefusal(
                    "%s %s is not a number, as the other values of the target are"
                            .formatted(Quoted.path(table.source()), text.text()),
                    "mend it, or empty it and leave such rows out with --missing drop, or "
                            + OTHER_TARGET,
                    List.of());
        }
        if (cells.type() == ColumnType.TEXT && cells.hasMoreWords()) {
            throw new ReadingRefusal(
                    "%s: the target %s has more than %d different words"
                            .formatted(
                                    Quoted.path(table.source()),
                                    Quoted.value(table.form().name(target)),
                                    ColumnCells.MOST_WORDS),
                    OTHER_TARGET,
                    List.of());
        }
    }

    private static void checkFloats(String source, ColumnCells cells) {
        ColumnCells.Place place = cells.firstBeyondFloat();
        if (place != null) {
            throw new ReadingRefusal(
                    "%s %s is too large a number to learn"
                            .formatted(Quoted.path(source), place.text()),
                    "the target's numbers must lie within ±%s; give them in another unit"
                            .formatted(Numbers.significant(Float.MAX_VALUE, 3)),
                    List.of());
        }
    }

    /// The column that is learnt, counted from 0.
    ///
    /// @throws Refusal if there is none
    static int target(ParsedTable table, TargetChoice choice) {
        int last = table.columns().size() - 1;
        return Targets.find(table.source(), table.form(), choice)
                .orElseGet(() -> {
                    if (choice instanceof TargetChoice.Guessed
                            && last > 0
                            && table.columns().get(last).type() == ColumnType.TEXT) {
                        return last;
                    }
                    throw new ReadingRefusal(
                            "%s names no target to learn".formatted(Quoted.path(table.source())),
                            "say which column with --target NAME, or --target last",
                            List.of(Remedy.learnLast(table.form())));
                });
    }

    private static Target target(
            ParsedTable table, int column, int[] rows, Scaling scaling, Cancellation cancellation) {
        ColumnCells cells = table.columns().get(column);
        double[] values = Arrays.stream(rows).mapToDouble(cells::number).toArray();
        if (cells.type() == ColumnType.NUMBERS) {
            double[] different = Arrays.stream(values).distinct().sorted().toArray();
            boolean isWhole = Arrays.stream(different).allMatch(each -> each == Math.rint(each));
            if (!isWhole || different.length > MOST_NUMBERED_CLASSES) {
                Target.Values target = Target.Values.of(values, scaling, cancellation);
                if (!target.isStandardized()) {
                    checkFloats(table.source(), cells);
                }
                return target;
            }
            return new Target.Classes(
                    Arrays.stream(different).mapToObj(Numbers::plain).toList(),
                    Arrays.stream(values)
                            .mapToInt(each -> Arrays.binarySearch(different, each))
                            .toArray());
        }
        int[] words = Arrays.stream(rows).map(cells::word).toArray();
        int[] used = Arrays.stream(words).distinct().sorted().toArray();
        List<String> labels = cells.labels();
        return new Target.Classes(
                Arrays.stream(used).mapToObj(labels::get).toList(),
                Arrays.stream(words).map(each -> Arrays.binarySearch(used, each)).toArray());
    }
}
