package dev.weightscope.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.weightscope.model.Numbers;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Sampling;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/// The lines of one CSV file on their way to numbers, each value checked where it stands.
final class CsvTable {
    private static final Set<String> LABELS = Set.of("target", "label", "class");

    private final String source;
    private final List<String> names;
    private final int fieldCount;

    /// Which fields of a line are columns of the table.
    private final int[] numeric;

    private CsvTable(String source, List<String> names, CsvRecord firstRow) {
        this.source = source;
        this.names = names;
        this.fieldCount = names.isEmpty() ? firstRow.getFieldCount() : names.size();
        checkFieldCount(firstRow);
        this.numeric =
                IntStream.range(0, fieldCount)
                        .filter(field ->
                                !isLabel(field)
                                        && Numbers.parse(firstRow.getField(field)).isPresent())
                        .toArray();
        if (numeric.length == 0) {
            throw error(
                    "has no column of numbers in line %d; values are separated by commas"
                            .formatted(firstRow.getStartingLineNumber()));
        }
    }

    /// The rows of numbers.
    ///
    /// @param source names the file in messages
    /// @param bytes UTF-8; read as far as rows are wanted, not closed
    /// @throws Refusal if the text is no table of numbers
    /// @throws IOException if `bytes` cannot be read
    static List<double[]> read(String source, InputStream bytes) throws IOException {
        try {
            // Fields are counted below, where the sentence can name the file. The reader's own
            // limit
            // of 16384 fields is that of a layer's inputs.
            return read(
                    source,
                    CsvReader.builder()
                            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .detectBomHeader(true)
                            .ofCsvRecord(bytes, StandardCharsets.UTF_8)
                            .iterator());
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        } catch (CsvParseException malformed) {
            throw new Refusal("%s cannot be read: %s".formatted(source, malformed.getMessage()));
        }
    }

    private static List<double[]> read(String source, Iterator<CsvRecord> lines) {
        if (!lines.hasNext()) {
            throw new Refusal(
                    "%s is empty; it needs at least one line of numbers".formatted(source));
        }
        CsvRecord first = lines.next();
        if (first.getFields().stream().allMatch(field -> Numbers.parse(field).isPresent())) {
            return new CsvTable(source, List.of(), first).rows(first, lines);
        }
        if (!lines.hasNext()) {
            throw new Refusal("%s has a header and no line of numbers below it".formatted(source));
        }
        CsvRecord firstRow = lines.next();
        return new CsvTable(source, first.getFields(), firstRow).rows(firstRow, lines);
    }

    private List<double[]> rows(CsvRecord firstRow, Iterator<CsvRecord> rest) {
        long bytesPerRow = (long) Double.BYTES * numeric.length;
        int maxRows = (int) Math.min(Sampling.MAX_SAMPLES, memory() / bytesPerRow);
        List<double[]> rows = new ArrayList<>();
        rows.add(numbers(firstRow));
        while (rest.hasNext() && rows.size() < Sampling.MAX_SAMPLES) {
            if (rows.size() >= maxRows) {
                throw error(
                        ("has more than %d rows of %d numbers, which do not fit into the memory;"
                                        + " use fewer rows")
                                .formatted(maxRows, numeric.length));
            }
            rows.add(numbers(rest.next()));
        }
        return rows;
    }

    /// What a table may take of the memory, in bytes: the rest of it is the experiment's.
    private static long memory() {
        return Runtime.getRuntime().maxMemory() / 4;
    }

    private double[] numbers(CsvRecord line) {
        checkFieldCount(line);
        double[] row = new double[numeric.length];
        for (int column = 0; column < row.length; column++) {
            String text = line.getField(numeric[column]);
            OptionalDouble number = Numbers.parse(text);
            if (number.isEmpty()) {
                throw notANumber(line, numeric[column], text);
            }
            row[column] = number.getAsDouble();
        }
        return row;
    }

    private void checkFieldCount(CsvRecord line) {
        if (line.getFieldCount() != fieldCount) {
            throw error(
                    "line %d has %d columns, but line 1 has %d"
                            .formatted(
                                    line.getStartingLineNumber(),
                                    line.getFieldCount(),
                                    fieldCount));
        }
    }

    private boolean isLabel(int field) {
        return !names.isEmpty()
                && LABELS.contains(names.get(field).strip().toLowerCase(Locale.ROOT));
    }

    private Refusal notANumber(CsvRecord line, int field, String text) {
        String name = names.isEmpty() ? "" : " (" + names.get(field) + ")";
        return error(
                "line %d, column %d%s: \"%s\" is not a number"
                        .formatted(line.getStartingLineNumber(), field + 1, name, text));
    }

    private Refusal error(String whatIsWrong) {
        return new Refusal(source + " " + whatIsWrong);
    }
}
