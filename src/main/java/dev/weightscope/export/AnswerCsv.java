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
import java.util.List;

/// An answer's table: a header, then one line a row.
///
/// Columns are named by their path in [AnswerJson]: `activation.std`, `weights.histogram.counts.0`.
/// The last one is the text of the experiment and of the lab's settings, on every line, so that the
/// tables of several experiments can be put one below the other.
public final class AnswerCsv {
    private AnswerCsv() {}

    /// The table; every line, the last one too, ends in LF.
    public static <S, A> String format(Answered<S, A> answered) {
        return format(answered, answered.lab().table(answered.answer()));
    }

    /// Another table of the answer ([dev.weightscope.lab.Lab#moreTables]).
    public static String format(Answered<?, ?> answered, Table<?> table) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            write(csv, table, question(answered));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // a StringWriter has no failures
        }
        return text.toString();
    }

    private static <R> void write(CsvWriter csv, Table<R> table, String question) {
        List<String> header = new ArrayList<>();
        table.columns().forEach(column -> header.add(column.name()));
        header.add("experiment");
        csv.writeRecord(header);
        for (R row : table.rows()) {
            List<String> record = new ArrayList<>();
            for (Column<R> column : table.columns()) {
                record.add(column.of(row).text());
            }
            record.add(question);
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
