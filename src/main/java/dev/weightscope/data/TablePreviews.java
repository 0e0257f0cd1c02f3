package dev.weightscope.data;

import dev.weightscope.data.TablePreview.Outcome;
import dev.weightscope.data.TablePreview.Row;
import dev.weightscope.file.TextStream;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.model.ColumnChoice;
import dev.weightscope.model.DataReading;
import dev.weightscope.model.DataTable;
import dev.weightscope.model.Refusal;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Makes previews of tables.
///
/// Safe for use by several threads.
public final class TablePreviews {
    private TablePreviews() {}

    /// The first lines of a table, soon, whatever its size: with the outcome of all of it, if there
    /// are no more lines, else with [Outcome.Unknown].
    ///
    /// @param source a file, or what comes with the program
    /// @return a refused preview if the file cannot be read
    /// @throws dev.weightscope.kernel.CancelledException if the thread is interrupted
    public static TablePreview beginning(String source, DataReading reading, TableUse use) {
        return refusing(() ->
                DataTables.text(
                        source,
                        text -> new Look(source, text, TextHead.of(text), reading, use).soon()));
    }

    /// The same, of the whole table.
    public static TablePreview whole(String source, DataReading reading, TableUse use) {
        return refusing(() ->
                DataTables.text(
                        source,
                        text -> new Look(source, text, TextHead.of(text), reading, use).whole()));
    }

    private static TablePreview refusing(Supplier<TablePreview> preview) {
        try {
            return preview.get();
        } catch (Refusal refusal) {
            return TablePreview.refused(refused(refusal));
        }
    }

    private static Outcome.Refused refused(Refusal refusal) {
        return refusal instanceof ReadingRefusal reading
                ? new Outcome.Refused(reading.whatIsWrong(), reading.remedies())
                : new Outcome.Refused(String.valueOf(refusal.getMessage()), List.of());
    }

    /// A look at a text that has been read as far as its head.
    private record Look(
            String source, TextStream text, TextHead head, DataReading reading, TableUse use) {
        TablePreview soon() throws IOException {
            if (head.isWhole()) {
                return whole();
            }
            try {
                TableForm form = TableForm.of(source, head, reading);
                String sample = head.lines(form.start());
                TablePreview found = preview(form, new TextHead(sample, new StringReader("")), 0);
                return new TablePreview(
                        found.form(),
                        found.columns(),
                        found.rows(),
                        found.target(),
                        new Outcome.Unknown());
            } catch (Refusal refusal) {
                return lines(refusal);
            }
        }

        TablePreview whole() throws IOException {
            try {
                TableForm form = TableForm.of(source, head, reading);
                return preview(form, head, form.start());
            } catch (Refusal refusal) {
                return lines(refusal);
            }
        }

        /// Where the form is not known.
        private TablePreview lines(Refusal refusal) {
            return new TablePreview(
                    Optional.empty(), List.of(), firstLines(), -1, refused(refusal));
        }

        private List<Row> firstLines() {
            List<String> lines = head.lines(0).lines().limit(TablePreview.MOST_ROWS).toList();
            return IntStream.range(0, lines.size())
                    .mapToObj(each -> new Row(each + 1L, List.of(lines.get(each))))
                    .toList();
        }

        private TablePreview preview(TableForm form, TextHead rest, int start) throws IOException {
            List<Row> rows = rows(form);
            ColumnNames names = new ColumnNames(form);
            ParsedTable table;
            try {
                table =
                        form.lines()
                                .read(
                                        rest.from(start),
                                        lines ->
                                                ParsedTable.of(
                                                        source,
                                                        text.encoding(),
                                                        form,
                                                        reading,
                                                        lines));
            } catch (Refusal refusal) {
                return new TablePreview(
                        Optional.of(FoundForm.of(form)),
                        IntStream.range(0, form.names().size())
                                .mapToObj(each ->
                                        new PreviewColumn(
                                                form.name(each),
                                                names.key(each),
                                                Optional.empty(),
                                                "",
                                                true))
                                .toList(),
                        rows,
                        -1,
                        refused(refusal));
            }
            int target = target(table);
            return new TablePreview(
                    Optional.of(FoundForm.of(form)),
                    columns(table, names, target),
                    rows,
                    target,
                    outcome(table));
        }

        private List<Row> rows(TableForm form) {
            return form.lines().readBeginning(new StringReader(head.lines(form.start()))).stream()
                    .filter(line -> !line.isNote() || line.size() == form.lineSize())
                    .skip(form.skipped())
                    .limit(TablePreview.MOST_ROWS)
                    .map(line -> new Row(line.number(), line.values()))
                    .toList();
        }

        private int target(ParsedTable table) {
            try {
                return use == TableUse.LEARNING
                        ? Learnable.target(table, reading.target())
                        : Targets.find(source, table.form(), reading.target()).orElse(-1);
            } catch (Refusal _) {
                return -1; // the outcome says why
            }
        }

        private List<PreviewColumn> columns(ParsedTable table, ColumnNames names, int target) {
            OptionalInt found = target < 0 ? OptionalInt.empty() : OptionalInt.of(target);
            ColumnRoles asked = ColumnRoles.known(table, reading, found);
            ColumnRoles usual =
                    ColumnRoles.known(table, reading.withColumns(ColumnChoice.ALL), found);
            return IntStream.range(0, table.columns().size())
                    .mapToObj(each ->
                            new PreviewColumn(
                                    table.form().name(each),
                                    names.key(each),
                                    Optional.of(table.columns().get(each).type()),
                                    asked.whyNot(each),
                                    usual.whyNot(each).isEmpty()))
                    .toList();
        }

        private Outcome outcome(ParsedTable table) {
            try {
                return switch (use) {
                    case INPUT -> {
                        DataTable inputs = table.table(reading);
                        DataTables.keep(source, reading, inputs);
                        yield new Outcome.Usable(inputs.summary(), inputs);
                    }
                    case LEARNING -> {
                        Dataset data = Learnable.of(table, reading, Cancellation.NEVER);
                        yield new Outcome.Usable(
                                data.table().summary() + "; learns " + data.targetText(),
                                data.table());
                    }
                };
            } catch (Refusal refusal) {
                return refused(refusal);
            }
        }
    }
}
