package dev.weightscope.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Separator;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The lines of a CSV file, and sentences for what is no CSV. The parser's own messages name its
/// buffers and cite what it holds, so they are not shown.
///
/// @param source names the file in messages
/// @param before how many lines of the file stand before the text
/// @param quote what surrounds values in which anything may stand
record CsvLines(String source, Separator separator, char quote, long before) {
    /// The longest value, in characters; no number comes near it. A quote that is not closed makes
    /// one value of all that follows.
    private static final int LONGEST_VALUE = 1 << 20;

    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    /// What a reader of lines makes of them.
    ///
    /// @param text not closed
    /// @throws Refusal if the text is no CSV
    /// @throws IOException if `text` cannot be read
    <T> T read(Reader text, Function<Iterator<Line>, T> reader) throws IOException {
        try {
            return reader.apply(new FilledLines(source, lines(builder(), text)));
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        } catch (CsvParseException failed) {
            throw refusal(failed);
        }
    }

    /// The lines of the beginning of a text, which may end anywhere; empty where they are none.
    List<Line> readBeginning(Reader beginning) {
        try {
            List<Line> read = new ArrayList<>();
            new FilledLines(source, lines(builder().allowUnclosedQuote(true), beginning))
                    .forEachRemaining(read::add);
            return read;
        } catch (CsvParseException | UncheckedIOException _) {
            return List.of();
        }
    }

    private Iterator<Line> lines(CsvReader.CsvReaderBuilder builder, Reader text) {
        Iterator<CsvRecord> records =
                builder.ofCsvRecord(separator == Separator.SPACE ? new BlankRuns(text) : text)
                        .iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return records.hasNext();
            }

            @Override
            public Line next() {
                return Line.of(records.next(), before);
            }
        };
    }

    /// Fields are counted by the reader, whose sentence can name the columns. The parser's own
    /// limit of 16384 fields is that of a layer's inputs.
    private CsvReader.CsvReaderBuilder builder() {
        return CsvReader.builder()
                .fieldSeparator(separator.text())
                .quoteCharacter(quote)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .skipEmptyLines(false)
                .maxBufferSize(LONGEST_VALUE);
    }

    /// What `text` threw is the cause of what the parser throws.
    private Refusal refusal(CsvParseException failed) throws IOException {
        return switch (failed.getCause()) {
            case IOException unreadable -> throw unreadable;
            case UncheckedIOException unreadable -> throw unreadable.getCause();
            case RuntimeException other when !(other instanceof CsvParseException) -> throw other;
            case null, default ->
                    new Refusal(
                            Quoted.path(source) + sentence(String.valueOf(failed.getMessage())));
        };
    }

    private String sentence(String message) {
        Matcher line = LINE.matcher(message);
        String where = line.find() ? " line " + (before + Long.parseLong(line.group(1))) : "";
        if (message.startsWith("Unclosed quoted field")) {
            return where + ": a quote is not closed";
        }
        if (message.startsWith("Unexpected character after closing quote")) {
            return where + ": behind a closing quote stands something else than the separator";
        }
        if (message.contains("fields")) {
            return where + " has more than 16384 columns";
        }
        return where + ": a value is longer than 1 MiB; is a quote not closed?";
    }
}
