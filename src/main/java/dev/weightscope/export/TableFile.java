package dev.weightscope.export;

import dev.weightscope.lab.Answered;
import dev.weightscope.lab.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
        Answered<S, A> first = answers.getFirst();
        List<TableFile> tables = new ArrayList<>();
        tables.add(
                new TableFile(
                        name,
                        first.lab().tableLabel(),
                        answers.stream()
                                .map(each ->
                                        AnswerCsv.Part.of(each, each.lab().table(each.answer())))
                                .toList()));
        for (String other : first.lab().moreTables(first.answer()).keySet()) {
            List<AnswerCsv.Part> parts = new ArrayList<>();
            for (Answered<S, A> each : answers) {
                Table<?> table = each.lab().moreTables(each.answer()).get(other);
                if (table != null) {
                    parts.add(AnswerCsv.Part.of(each, table));
                }
            }
            tables.add(new TableFile(other, capitalized(other), parts));
        }
        return tables;
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
        long bytes = parts.stream().mapToLong(part -> TableText.bytes(part.table())).sum();
        WholeFile.write(file, TableText.within(bytes, () -> AnswerCsv.format(parts)));
    }
}
