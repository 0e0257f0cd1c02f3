package dev.weightscope.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.weightscope.lab.Table;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/// A table that answers no experiment.
public final class PlainCsv {
    private PlainCsv() {}

    /// A header, then one line a row, each ended by LF.
    public static <R> String format(Table<R> table) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(table.columns().stream().map(each -> each.name()).toList());
            table.rows()
                    .forEach(row ->
                            csv.writeRecord(
                                    table.columns().stream()
                                            .map(column -> column.of(row).text())
                                            .toList()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // a StringWriter has no failures
        }
        return text.toString();
    }
}
