package dev.weightscope.data;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.weightscope.model.DataTable;
import dev.weightscope.model.LeftOutColumn;
import dev.weightscope.model.Numbers;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Sampling;
import java.io.IOException;
import java.io.Reader;
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
    private final CsvRecord firstRow;
    private final int fieldCount;

    /// Which fields of a line are columns of the table.
    private final int[] numeric;

    private CsvTable(String source, List<String> names, CsvRecord firstRow) {
        this.source = source;
        this.names = names;
        this.firstRow = firstRow;
        this.fieldCount = names.isEmpty() ? firstRow.getFieldCount() : names.size();
        checkFieldCount(firstRow);
        this.numeric = IntStream.range(0, fieldCount).filter(this::isNumeric).toArray();
        if (numeric.length == 0) {
            throw error(
                    "has no column of numbers in line %d; %s"
                            .formatted(firstRow.getStartingLineNumber(), separatorAdvice()));
        }
    }

    /// The table.
    ///
    /// @param source names the file in messages
    /// @param text read as far as rows are wanted, not closed
    /// @throws Refusal if the text is no table of numbers
    /// @throws IOException if `text` cannot be read
    static DataTable read(String source, Reader text) throws IOException {
        return CsvLines.read(source, text, lines -> read(source, lines));
    }

    private static DataTable read(String source, Iterator<CsvRecord> lines) {
        if (!lines.hasNext()) {
            throw new Refusal(
                    "%s is empty; it needs at least one line of numbers"
                            .formatted(Quoted.path(source)));
        }
        CsvRecord first = lines.next();
        if (first.getFields().stream().allMatch(field -> Numbers.parse(field).isPresent())) {
            return new CsvTable(source, List.of(), first).table(lines);
        }
        if (!lines.hasNext()) {
            throw new Refusal(
                    "%s has a header and no line of numbers below it"
                            .formatted(Quoted.path(source)));
        }
        return new CsvTable(source, first.getFields(), lines.next()).table(lines);
    }

    private DataTable table(Iterator<CsvRecord> rest) {
        List<double[]> rows = rows(rest);
        return new DataTable(
                source,
                rows.size(),
                numeric.length,
                Standardization.of(rows),
                IntStream.range(0, fieldCount)
                        .filter(field -> !isNumeric(field))
                        .mapToObj(field -> new LeftOutColumn(name(field), whyLeftOut(field)))
                        .toList());
    }

    private List<double[]> rows(Iterator<CsvRecord> rest) {
        long bytesPerRow = (long) Double.BYTES * numeric.length;
        int maxRows = (int) Math.min(Sampling.MAX_SAMPLES, memory() / bytesPerRow);
        List<double[]> rows = new ArrayList<>();
        rows.add(numbers(firstRow));
        while (rows.size() < Sampling.MAX_SAMPLES && rest.hasNext()) {
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
            boolean isOneBlock = fieldCount == 1 && separators().length() > 0;
            throw error(
                    "line %d has %d columns, but line 1 has %d%s"
                            .formatted(
                                    line.getStartingLineNumber(),
                                    line.getFieldCount(),
                                    fieldCount,
                                    isOneBlock ? "; " + separatorAdvice() : ""));
        }
    }

    private boolean isNumeric(int field) {
        return !isLabel(field) && Numbers.parse(firstRow.getField(field)).isPresent();
    }

    private boolean isLabel(int field) {
        return !names.isEmpty()
                && LABELS.contains(names.get(field).strip().toLowerCase(Locale.ROOT));
    }

    private String whyLeftOut(int field) {
        if (isLabel(field)) {
            return "a label";
        }
        String text = firstRow.getField(field).strip();
        long line = firstRow.getStartingLineNumber();
        return text.isEmpty()
                ? "empty in line %d".formatted(line)
                : "no number in line %d: %s".formatted(line, Quoted.of(text));
    }

    private String name(int field) {
        return names.isEmpty() || names.get(field).isBlank()
                ? "column " + (field + 1)
                : names.get(field).strip();
    }

    private String separatorAdvice() {
        return separators() + "values are separated by commas";
    }

    /// What seems to separate the values, as the beginning of an advice; empty if commas do.
    private String separators() {
        String first = names.isEmpty() ? firstRow.getField(0) : names.getFirst();
        if (first.indexOf(';') >= 0) {
            return "\";\" seems to separate them here, but ";
        }
        return first.indexOf('\t') >= 0 ? "tabs seem to separate them here, but " : "";
    }

    private Refusal notANumber(CsvRecord line, int field, String text) {
        String name = names.isEmpty() ? "" : " (" + Quoted.value(names.get(field)) + ")";
        return error(
                "line %d, column %d%s: %s is not a number"
                        .formatted(line.getStartingLineNumber(), field + 1, name, Quoted.of(text)));
    }

    private Refusal error(String whatIsWrong) {
        return new Refusal(Quoted.path(source) + " " + whatIsWrong);
    }
}
