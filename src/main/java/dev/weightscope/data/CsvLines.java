package dev.weightscope.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The lines of a CSV file, and sentences for what is no CSV. The parser's own messages name its
/// buffers and cite what it holds, so they are not shown.
final class CsvLines {
    /// The longest value, in characters; no number comes near it. A quote that is not closed makes
    /// one value of all that follows.
    private static final int LONGEST_VALUE = 1 << 20;

    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    private CsvLines() {}

    /// What a reader of lines makes of them.
    ///
    /// @param source names the file in messages
    /// @param text not closed
    /// @throws Refusal if the text is no CSV
    /// @throws IOException if `text` cannot be read
    static <T> T read(String source, Reader text, Function<Iterator<CsvRecord>, T> reader)
            throws IOException {
        try {
            // Fields are counted by the reader, whose sentence can name the columns. The parser's
            // own limit of 16384 fields is that of a layer's inputs.
            return reader.apply(
                    new FilledLines(
                            source,
                            CsvReader.builder()
                                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                                    .allowUnclosedQuote(false)
                                    .skipEmptyLines(false)
                                    .maxBufferSize(LONGEST_VALUE)
                                    .ofCsvRecord(text)
                                    .iterator()));
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        } catch (CsvParseException failed) {
            throw refusal(source, failed);
        }
    }

    /// What `text` threw is the cause of what the parser throws.
    private static Refusal refusal(String source, CsvParseException failed) throws IOException {
        return switch (failed.getCause()) {
            case IOException unreadable -> throw unreadable;
            case UncheckedIOException unreadable -> throw unreadable.getCause();
            case RuntimeException other when !(other instanceof CsvParseException) -> throw other;
            case null, default ->
                    new Refusal(
                            Quoted.path(source) + sentence(String.valueOf(failed.getMessage())));
        };
    }

    private static String sentence(String message) {
        Matcher line = LINE.matcher(message);
        String where = line.find() ? " line " + line.group(1) : "";
        if (message.startsWith("Unclosed quoted field")) {
            return where + ": a quote is not closed";
        }
        if (message.contains("fields")) {
            return where + " has more than 16384 columns";
        }
        return where + ": a value is longer than 1 MiB; is a quote not closed?";
    }
}
