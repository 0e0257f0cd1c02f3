package dev.weightscope.export;

import dev.weightscope.lab.Answered;
import dev.weightscope.lab.Named;
import dev.weightscope.lab.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A table of answers as a CSV file: what can be exported beside pictures, on the command line and
/// in the window.
public final class TableFile {
    private final String name;
    private final String label;
    private final List<AnswerCsv.Part> parts;

    private TableFile(String name, String label, List<AnswerCsv.Part> parts) {
        this.name = name;
        this.label = label;
        this.parts = List.copyOf(parts);
    }

    /// All tables: the lab's own, then those that stand beside it.
    ///
    /// @param name of the lab's own file, without its ending
    /// @param answers of one lab, at least one; their tables stand one below the other
    public static <S, A> List<TableFile> of(String name, List<Answered<S, A>> answers) {
        return of(
                name,
                answers.stream().map(each -> new Source<>(each, UnaryOperator.identity())).toList(),
                answers.getFirst());
    }

    /// Of a table that answers no experiment.
    public static TableFile of(String name, String label, Table<?> table) {
        return new TableFile(name, label, List.of(new AnswerCsv.Part(table, "")));
    }

    /// As [#of], each row with the name of its setting in front.
    public static <S, A> List<TableFile> named(String name, List<Named<S, A>> answers) {
        return of(
                name,
                answers.stream()
                        .map(each ->
                                new Source<>(
                                        each.answered(), table -> table.labelled(each.label())))
                        .toList(),
                answers.getFirst().answered());
    }

    /// An answer, and what is made of each of its tables.
    private record Source<S, A>(Answered<S, A> answered, UnaryOperator<Table<?>> change) {
        AnswerCsv.Part part(Table<?> table) {
            return AnswerCsv.Part.of(answered, change.apply(table));
        }

        AnswerCsv.Part own() {
            return part(answered.lab().table(answered.answer()));
        }

        Object subject(String table) {
            return answered.lab().subject(table, answered.question());
        }

        Stream<AnswerCsv.Part> other(String name) {
            return Stream.ofNullable(answered.lab().moreTables(answered.answer()).get(name))
                    .map(this::part);
        }
    }

    private static <S, A> List<TableFile> of(
            String name, List<Source<S, A>> sources, Answered<S, A> first) {
        List<TableFile> tables = new ArrayList<>();
        tables.add(
                new TableFile(
                        name,
                        first.lab().tableLabel(),
                        once(name, sources).map(Source::own).toList()));
        for (String other : first.lab().moreTables(first.answer()).keySet()) {
            tables.add(
                    new TableFile(
                            other,
                            capitalized(other),
                            once(other, sources).flatMap(each -> each.other(other)).toList()));
        }
        return tables;
    }

    /// Of those whose rows are the same, the first.
    private static <S, A> Stream<Source<S, A>> once(String table, List<Source<S, A>> sources) {
        Set<Object> subjects = new HashSet<>();
        return sources.stream().filter(each -> subjects.add(each.subject(table)));
    }

    private static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /// Of the file, without its ending: `curves`.
    public String name() {
        return name;
    }

    /// Where a person chooses one: `Curves`.
    public String label() {
        return label;
    }

    /// `4020 rows × 10 columns`.
    public String sizeText() {
        int rows = parts.stream().mapToInt(part -> part.table().rows().size()).sum();
        return "%d rows × %d columns".formatted(rows, AnswerCsv.names(parts).size());
    }

    /// The first lines of the file.
    ///
    /// @param rows at most that many, below the header
    public String head(int rows) {
        List<AnswerCsv.Part> head = new ArrayList<>();
        int left = rows;
        for (AnswerCsv.Part part : parts) {
            Table<?> first = head(part.table(), left);
            left -= first.rows().size();
            head.add(new AnswerCsv.Part(first, part.question()));
        }
        return AnswerCsv.format(head);
    }

    private static <R> Table<R> head(Table<R> table, int rows) {
        return new Table<>(
                table.columns(), table.rows().subList(0, Math.min(rows, table.rows().size())));
    }

    /// Writes the file, whole or not at all.
    ///
    /// @throws dev.weightscope.model.Refusal if there is no room for so long a text
    /// @throws IOException whose message is one sentence, if it cannot be written
    public void write(Path file) throws IOException {
        WholeFile.write(file, text());
    }

    /// All of the file.
    ///
    /// @throws dev.weightscope.model.Refusal if there is no room for so long a text
    public String text() {
        return within(() -> AnswerCsv.format(parts));
    }

    /// All of the file below its header: what stands behind another one of the same columns.
    ///
    /// @throws dev.weightscope.model.Refusal as [#text]
    public String textOfRows() {
        return within(() -> AnswerCsv.formatRows(parts));
    }

    private String within(Supplier<String> format) {
        long bytes = parts.stream().mapToLong(part -> TableText.bytes(part.table())).sum();
        return TableText.within(bytes, format);
    }
}
