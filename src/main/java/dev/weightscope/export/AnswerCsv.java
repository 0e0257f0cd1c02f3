package dev.weightscope.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.lab.Answered;
import dev.weightscope.lab.Column;
import dev.weightscope.lab.Table;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/// An answer's table: a header, then one line a row.
///
/// Columns are named by their path in [AnswerJson]: `activation.std`, `weights.histogram.counts.0`.
/// The last one is the text of the experiment and of the lab's settings, on every line, so that the
/// tables of several experiments can be put one below the other.
public final class AnswerCsv {
    private static final String EXPERIMENT = "experiment";

    private AnswerCsv() {}

    /// One of the tables of an answer.
    ///
    /// @param question empty for a table that answers no experiment
    record Part(Table<?> table, String question) {
        static Part of(Answered<?, ?> answered, Table<?> table) {
            return new Part(table, AnswerCsv.question(answered));
        }
    }

    /// The table; every line, the last one too, ends in LF.
    public static <S, A> String format(Answered<S, A> answered) {
        return format(List.of(Part.of(answered, answered.lab().table(answered.answer()))));
    }

    /// Tables one below the other under one header; a cell is empty where a table has no such
    /// column.
    ///
    /// @param parts at least one
    static String format(List<Part> parts) {
        return format(parts, true);
    }

    /// As [#format(List)], without the header.
    static String formatRows(List<Part> parts) {
        return format(parts, false);
    }

    private static String format(List<Part> parts, boolean hasHeader) {
        SequencedSet<String> names = names(parts);
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            if (hasHeader) {
                csv.writeRecord(names);
            }
            parts.forEach(part -> write(csv, part.table(), names, part.question()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // a StringWriter has no failures
        }
        return text.toString();
    }

    /// The header: the columns of all tables, each where it comes first, then the experiment where
    /// they answer one.
    static SequencedSet<String> names(List<Part> parts) {
        SequencedSet<String> names = new LinkedHashSet<>();
        parts.forEach(part -> part.table().columns().forEach(column -> names.add(column.name())));
        if (parts.stream().anyMatch(part -> !part.question().isEmpty())) {
            names.add(EXPERIMENT);
        }
        return names;
    }

    private static <R> void write(
            CsvWriter csv, Table<R> table, SequencedSet<String> names, String question) {
        Map<String, Column<R>> columns = new HashMap<>();
        table.columns().forEach(column -> columns.put(column.name(), column));
        for (R row : table.rows()) {
            List<String> record = new ArrayList<>();
            for (String name : names) {
                Column<R> column = columns.get(name);
                record.add(column == null ? "" : column.of(row).text());
            }
            if (!question.isEmpty()) {
                record.set(record.size() - 1, question);
            }
            csv.writeRecord(record);
        }
    }

    /// As on a command line behind the lab's command.
    private static String question(Answered<?, ?> answered) {
        String experiment = ExperimentText.formatAll(answered.question().experiment());
        String settings = answered.settingsText();
        return settings.isEmpty() ? experiment : experiment + " " + settings;
    }
}
