package dev.weightscope.data;

import dev.weightscope.model.ColumnChoice;
import dev.weightscope.model.DataTable;
import dev.weightscope.model.TargetChoice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What comes of a file that is read in some way, to be looked at before it is used.
///
/// @param form empty where it cannot be found out
/// @param columns all of them; none where the form is not known
/// @param rows its first ones, as in the file, which may be of different lengths; where the form is
///   not known, its first lines
/// @param target counted from 0; −1 where no column is the target
/// @param outcome what the whole file comes to
public record TablePreview(
        Optional<FoundForm> form,
        List<PreviewColumn> columns,
        List<Row> rows,
        int target,
        Outcome outcome) {
    /// How many rows there are at most.
    public static final int MOST_ROWS = 12;

    /// A row as it stands in the file.
    ///
    /// @param line where it begins there, from 1
    public record Row(long line, List<String> values) {
        public Row {
            values = List.copyOf(values);
        }
    }

    /// What the whole file comes to.
    public sealed interface Outcome {
        /// Its beginning alone has been read.
        record Unknown() implements Outcome {}

        /// @param summary as [DataTable#summary], with what is learnt
        /// @param table its inputs
        record Usable(String summary, DataTable table) implements Outcome {}

        /// @param sentence what is wrong, and where; without remedies, what would be right
        /// @param remedies each of them does away with it
        record Refused(String sentence, List<Remedy> remedies) implements Outcome {}
    }

    public TablePreview {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    static TablePreview refused(Outcome.Refused refused) {
        return new TablePreview(Optional.empty(), List.of(), List.of(), -1, refused);
    }

    /// The choice of columns that makes an input of one that is none, and the other way round.
    public ColumnChoice toggled(int column) {
        Set<Integer> inputs = new TreeSet<>(numbered(PreviewColumn::isInput));
        if (!inputs.remove(column)) {
            inputs.add(column);
        }
        Set<Integer> usual = numbered(PreviewColumn::isUsual);
        return usual.containsAll(inputs)
                ? new ColumnChoice(List.of(), keys(usual, each -> !inputs.contains(each)))
                : new ColumnChoice(keys(inputs, _ -> true), List.of());
    }

    private Set<Integer> numbered(Predicate<PreviewColumn> isWanted) {
        return IntStream.range(0, columns.size())
                .filter(each -> isWanted.test(columns.get(each)))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> keys(Set<Integer> of, Predicate<Integer> isWanted) {
        return of.stream().filter(isWanted).map(each -> columns.get(each).key()).toList();
    }

    /// The choice that makes a column the target.
    public TargetChoice targetChoice(int column) {
        return new TargetChoice.Named(columns.get(column).key());
    }
}
