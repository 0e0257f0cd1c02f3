package dev.weightscope.data;

import dev.weightscope.file.TextStream;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.model.DataReading;
import dev.weightscope.model.DataTable;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Sampling;
import dev.weightscope.model.Scaling;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// All values of a file, column by column.
///
/// @param encoding `Latin-1`; empty where it is UTF-8
/// @param form in which they stand in the file
/// @param rows how many
/// @param hasMore whether rows follow that are not read
record ParsedTable(
        String source,
        String encoding,
        TableForm form,
        List<ColumnCells> columns,
        int rows,
        boolean hasMore) {
    /// @param source names the file in messages
    /// @param text read as far as rows are wanted, not closed
    /// @throws Refusal if the text is no table
    /// @throws IOException if `text` cannot be read
    /// @throws dev.weightscope.kernel.CancelledException if it is no longer wanted
    static ParsedTable read(
            String source, TextStream text, DataReading reading, Cancellation cancellation)
            throws IOException {
        TextHead head = TextHead.of(text);
        TableForm form = TableForm.of(source, head, reading);
        return form.lines()
                .read(
                        head.from(form.start()),
                        lines ->
                                new Lines(source, text.encoding(), form, reading, cancellation)
                                        .of(lines));
    }

    /// The table of lines that begin where its form says.
    ///
    /// @throws Refusal if they are no table
    static ParsedTable of(
            String source,
            String encoding,
            TableForm form,
            DataReading reading,
            Iterator<Line> lines) {
        return new Lines(source, encoding, form, reading, Cancellation.NEVER).of(lines);
    }

    /// Its inputs, scaled.
    ///
    /// @throws Refusal if it has none, or if one is not whole
    DataTable table(DataReading reading) {
        ChosenColumns chosen =
                ChosenColumns.of(this, reading, Targets.find(source, form, reading.target()));
        CompleteRows complete =
                CompleteRows.of(this, chosen.inputs(), -1, reading.missing(), Cancellation.NEVER);
        return table(chosen, complete, reading.scaling(), Cancellation.NEVER);
    }

    DataTable table(
            ChosenColumns chosen,
            CompleteRows complete,
            Scaling scaling,
            Cancellation cancellation) {
        return new DataTable(
                source,
                Stream.of(
                                form.text(),
                                encoding,
                                cut(),
                                complete.note(),
                                ColumnScaling.note(complete.columns(), scaling))
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining(", ")),
                complete.rows().length,
                chosen.inputs().size(),
                ColumnScaling.of(complete.columns(), scaling, cancellation),
                chosen.leftOut());
    }

    private String cut() {
        return hasMore ? "cut off after %d rows".formatted(rows) : "";
    }

    /// The lines on their way into columns.
    private record Lines(
            String source,
            String encoding,
            TableForm form,
            DataReading reading,
            Cancellation cancellation) {
        /// Values between two looks at the cancellation.
        private static final int VALUES = 1 << 14;

        ParsedTable of(Iterator<Line> lines) {
            int target = Targets.possible(form, reading.target());
            List<ColumnCells> columns =
                    IntStream.range(0, form.names().size())
                            .mapToObj(each ->
                                    new ColumnCells(each, form.names().get(each), each == target))
                            .toList();
            long firstLine = 0;
            int rows = 0;
            int before = form.skipped();
            int read = 0;
            while (rows < Sampling.MAX_SAMPLES && lines.hasNext()) {
                Line line = lines.next();
                read += line.size();
                if (read >= VALUES) {
                    cancellation.throwIfCancelled();
                    read = 0;
                }
                if (line.isNote() && line.size() != form.lineSize()) {
                    continue;
                }
                firstLine = firstLine == 0 ? line.number() : firstLine;
                if (before > 0) {
                    before--;
                    continue;
                }
                check(line, firstLine);
                add(line, columns);
                rows++;
                checkMemory(rows, columns.size());
            }
            if (rows == 0) {
                throw error(
                        form.hasHeader() && firstLine > 0
                                ? "has a header and no line of numbers below it"
                                : "is empty; it needs at least one line of numbers");
            }
            return new ParsedTable(source, encoding, form, columns, rows, lines.hasNext());
        }

        private void add(Line line, List<ColumnCells> columns) {
            for (int column = 0; column < columns.size(); column++) {
                String value = line.value(column);
                Cell cell = Cell.of(value, form.decimal().isComma());
                if (!form.decimal().isCertain()
                        && DecimalEvidence.of(value) == DecimalEvidence.EITHER) {
                    throw DecimalGuess.either(source, line.at(column, form.names().get(column)));
                }
                columns.get(column).add(line, cell);
            }
        }

        private void check(Line line, long firstLine) {
            if (form.lines().quote() == '\'' && line.value(0).startsWith("{")) {
                throw error(
                        "line %d is in the sparse form of ARFF; save the file in its dense form"
                                .formatted(line.number()));
            }
            if (line.size() != form.lineSize()) {
                throw error(
                        "line %d has %s, but %s %d"
                                .formatted(
                                        line.number(),
                                        columns(line.size()),
                                        line.number() == firstLine
                                                ? "those that are named are"
                                                : "line %d has".formatted(firstLine),
                                        form.lineSize()));
            }
            if (form.edge() == TableForm.Edge.SEPARATOR && !line.endsEmpty()) {
                throw error(
                        "line %d has %s, but line %d names %d"
                                .formatted(
                                        line.number(),
                                        columns(line.size()),
                                        firstLine,
                                        form.names().size()));
            }
        }

        private static String columns(int count) {
            return count == 1 ? "1 column" : count + " columns";
        }

        /// What a table may take of the memory: the rest of it is the experiment's.
        private void checkMemory(int rows, int columns) {
            long bytes = (long) Double.BYTES * columns * rows;
            if (bytes > Runtime.getRuntime().maxMemory() / 4) {
                throw error(
                        ("has more than %d rows of %d values, which do not fit into the memory;"
                                        + " use fewer rows")
                                .formatted(rows - 1, columns));
            }
        }

        private Refusal error(String whatIsWrong) {
            return new Refusal(Quoted.path(source) + " " + whatIsWrong);
        }
    }
}
