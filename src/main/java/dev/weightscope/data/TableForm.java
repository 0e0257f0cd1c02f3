package dev.weightscope.data;

import dev.weightscope.model.DataReading;
import dev.weightscope.model.HeaderLine;
import dev.weightscope.model.Separator;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The form of a table in a text: found in its first lines, as far as a person does not say it.
///
/// @param lines how it is parsed
/// @param start where its first line begins, in characters
/// @param decimal which mark stands before decimals
/// @param names of its columns, blank where there is none
/// @param hasHeader whether the names stand in the file
/// @param skipped how many lines come before the rows: header and units
/// @param hasUnits whether there is a line of units among them
/// @param edge what lines have beside the columns that are named
record TableForm(
        CsvLines lines,
        int start,
        DecimalGuess decimal,
        List<String> names,
        boolean hasHeader,
        int skipped,
        boolean hasUnits,
        Edge edge) {
    /// What lines have at their end.
    enum Edge {
        NOTHING,
        /// A separator behind the last value.
        SEPARATOR
    }

    static TableForm of(String source, TextHead head, DataReading reading) {
        Preamble preamble = Preamble.of(source, head);
        boolean isArff = preamble.attributes().isPresent();
        String sample = head.lines(preamble.length());
        char quote = isArff && sample.indexOf('"') < 0 ? '\'' : '"';
        CsvLines any = new CsvLines(source, Separator.COMMA, quote, preamble.lines());
        Separator separator =
                Stream.of(
                                reading.separator(),
                                preamble.separator(),
                                isArff ? Separator.COMMA : Separator.AUTO)
                        .filter(each -> each != Separator.AUTO)
                        .findFirst()
                        .orElseGet(() -> SeparatorGuess.of(any, sample));
        CsvLines lines = new CsvLines(source, separator, quote, preamble.lines());
        List<Line> first = SeparatorGuess.parsed(any, separator, sample);
        return of(lines, preamble, first, reading);
    }

    private static TableForm of(
            CsvLines lines, Preamble preamble, List<Line> first, DataReading reading) {
        Optional<List<String>> note =
                reading.header() == HeaderLine.NO
                        ? Optional.empty()
                        : noteAsHeader(lines, preamble, first);
        Optional<List<String>> outside = preamble.attributes().or(() -> note);
        boolean hasHeader =
                switch (reading.header()) {
                    case YES -> outside.isEmpty() && !first.isEmpty();
                    case NO -> false;
                    case AUTO -> outside.isEmpty() && HeaderGuess.isHeader(first);
                };
        List<Line> below = hasHeader ? first.subList(1, first.size()) : first;
        boolean hasUnits = hasHeader && HeaderGuess.hasUnits(below);
        List<Line> rows = hasUnits ? below.subList(1, below.size()) : below;
        List<String> names =
                outside.orElseGet(() ->
                        hasHeader
                                ? first.getFirst().values()
                                : blanks(first.isEmpty() ? 0 : first.getFirst().size()));
        Edge edge = Edge.NOTHING;
        if (hasHeader && hasOneMore(names.size(), rows)) {
            if (rows.stream().allMatch(Line::endsEmpty)) {
                edge = Edge.SEPARATOR;
            } else if (hasRowNames(rows)) {
                names = Stream.concat(Stream.of(""), names.stream()).toList();
            }
        }
        return new TableForm(
                lines,
                preamble.length(),
                DecimalGuess.of(lines.source(), rows, reading.decimal()),
                names.stream().map(String::strip).toList(),
                hasHeader || outside.isPresent(),
                (hasHeader ? 1 : 0) + (hasUnits ? 1 : 0),
                hasUnits,
                edge);
    }

    /// NumPy writes its header behind a `#`.
    private static Optional<List<String>> noteAsHeader(
            CsvLines lines, Preamble preamble, List<Line> first) {
        if (preamble.notes().isEmpty() || first.isEmpty() || HeaderGuess.isHeader(first)) {
            return Optional.empty();
        }
        int columns = first.getFirst().size();
        return lines.readBeginning(new StringReader(preamble.notes().getLast())).stream()
                .map(Line::values)
                .filter(values -> values.size() == columns && columns > 1)
                .findFirst();
    }

    private static boolean hasOneMore(int names, List<Line> rows) {
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.size() == names + 1);
    }

    /// R writes names of rows, and none above them: text, or numbers that count.
    private static boolean hasRowNames(List<Line> rows) {
        List<Cell> cells = rows.stream().map(row -> Cell.of(row.value(0), false)).toList();
        boolean isText = cells.stream().allMatch(each -> each.kind() == Cell.Kind.TEXT);
        boolean counts = true;
        for (int i = 0; i < cells.size(); i++) {
            counts &= cells.get(i).number() == i + 1;
        }
        return rows.size() > 1 && (isText || counts);
    }

    private static List<String> blanks(int count) {
        return Collections.nCopies(count, "");
    }

    /// How many values a line has.
    int lineSize() {
        return names.size() + (edge == Edge.SEPARATOR ? 1 : 0);
    }

    /// `Ozone`, or `column 3`.
    String name(int column) {
        return names.get(column).isEmpty() ? "column " + (column + 1) : names.get(column);
    }

    /// `; separated, decimal comma, no header`
    String text() {
        List<String> parts = new ArrayList<>();
        parts.add(names.size() == 1 ? "one column" : lines.separator().sign() + " separated");
        if (decimal.isComma()) {
            parts.add("decimal comma");
        }
        parts.add(hasHeader ? "header" : "no header");
        if (hasUnits) {
            parts.add("a line of units");
        }
        return String.join(", ", parts);
    }
}
