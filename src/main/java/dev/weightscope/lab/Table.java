package dev.weightscope.lab;

import dev.weightscope.model.Numbers;
import java.util.ArrayList;
import java.util.List;

/// Rows of typed cells; the cells are made when they are written.
///
/// @param columns with different names; those of one object or array stand beside each other
/// @param rows copied, but for [MadeRows], of which there may be too many to be kept
public record Table<R>(List<Column<R>> columns, List<R> rows) {
    private static final int DIGITS = 4;

    public Table {
        columns = List.copyOf(columns);
        rows = rows instanceof MadeRows<R> made ? made : List.copyOf(rows);
    }

    /// For people: a line of names, then a line for each row, each ended by LF.
    public String text() {
        return text(List.of(this));
    }

    /// Tables of the same columns as one, as [#text()].
    ///
    /// @param tables at least one
    public static String text(List<Table<?>> tables) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(tables.getFirst().columns().stream().map(Column::name).toList());
        tables.forEach(table -> lines.addAll(table.lines()));
        return TextTable.format(TextTable.Alignment.RIGHT, lines);
    }

    private List<List<String>> lines() {
        return rows.stream()
                .map(row -> columns.stream().map(column -> text(column.of(row))).toList())
                .toList();
    }

    /// With one column more in front, the same text in every row.
    public Table<R> labelled(String label) {
        List<Column<R>> more = new ArrayList<>(List.of(Column.text("label", _ -> label)));
        more.addAll(columns);
        return new Table<>(more, rows);
    }

    /// The last row's last cell, for people.
    String lastText() {
        return rows.isEmpty() ? "–" : text(columns.getLast().of(rows.getLast()));
    }

    private static String text(Value.Cell cell) {
        return switch (cell) {
            case Value.Real(double number) -> Numbers.significant(number, DIGITS);
            case Value.Missing _ -> "–";
            case Value.Whole _, Value.Text _ -> cell.text();
        };
    }
}
