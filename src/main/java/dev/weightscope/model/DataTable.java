package dev.weightscope.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The numeric columns of a file, as a [Scaling] has them: usually each standardized to mean 0 and
/// population std 1 (a constant column to 0).
///
/// Compared by the numbers, so that an experiment on the same numbers is the same experiment.
public final class DataTable {
    private static final int MOST_NAMED = 5;

    private final String source;
    private final int rows;
    private final int columns;
    private final float[] values;
    private final String form;
    private final List<LeftOutColumn> leftOut;

    /// A table that has all the columns of its file.
    ///
    /// @throws Refusal as the other constructor
    public DataTable(String source, int rows, int columns, float[] values) {
        this(source, "", rows, columns, values, List.of());
    }

    /// @param source what names the file on a command line: a path, or the key of a data set that
    ///   comes with the program
    /// @param form how it stands in the file: `; separated, decimal comma, no header`; empty for
    ///   what is drawn
    /// @param values rows·columns floats, row by row; copied
    /// @param leftOut which columns of the file are not in the table
    /// @throws Refusal if there is no row or no column
    public DataTable(
            String source,
            String form,
            int rows,
            int columns,
            float[] values,
            List<LeftOutColumn> leftOut) {
        if (rows < 1 || columns < 1) {
            throw new Refusal(
                    "%s has no numbers: it needs at least one row and one numeric column"
                            .formatted(source));
        }
        if (values.length != (long) rows * columns) {
            throw new IllegalArgumentException(
                    "%d values do not fill %d x %d".formatted(values.length, rows, columns));
        }
        this.source = source;
        this.form = form;
        this.rows = rows;
        this.columns = columns;
        this.values = values.clone();
        this.leftOut = List.copyOf(leftOut);
    }

    private DataTable(String source, DataTable other) {
        this.source = source;
        this.form = other.form;
        this.rows = other.rows;
        this.columns = other.columns;
        this.values = other.values;
        this.leftOut = other.leftOut;
    }

    /// The same numbers under another name of their file.
    public DataTable withSource(String newSource) {
        return new DataTable(newSource, this);
    }

    public String source() {
        return source;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /// The columns of the file that are not in this table, in the file's order.
    public List<LeftOutColumn> leftOut() {
        return leftOut;
    }

    /// What of the file is not used: `left out: name (text in line 2), target (a label)`; the first
    /// few columns and how many more there are. Empty if everything is used.
    public String leftOutNote() {
        if (leftOut.isEmpty()) {
            return "";
        }
        String named =
                leftOut.stream()
                        .limit(MOST_NAMED)
                        .map(LeftOutColumn::toString)
                        .collect(Collectors.joining(", ", "left out: ", ""));
        int more = leftOut.size() - MOST_NAMED;
        return more > 0 ? named + " and %d more".formatted(more) : named;
    }

    /// What was read: `; separated, decimal comma, no header, 149 rows x 4 columns; left out:
    /// species (text)`.
    public String summary() {
        String size =
                "%d row%s x %d column%s"
                        .formatted(rows, rows == 1 ? "" : "s", columns, columns == 1 ? "" : "s");
        return (form.isEmpty() ? size : form + ", " + size)
                + (leftOut.isEmpty() ? "" : "; " + leftOutNote());
    }

    /// Copies values, numbered row by row, to the same places of `target`.
    ///
    /// @param from the first one
    /// @param to one after the last
    /// @param target at least `to` long; modified from `from` to `to` − 1
    public void copyValues(int from, int to, float[] target) {
        System.arraycopy(values, from, target, from, to - from);
    }

    /// A copy of one row.
    ///
    /// @param row from 0
    public double[] row(int row) {
        double[] copy = new double[columns];
        for (int i = 0; i < columns; i++) {
            copy[i] = values[row * columns + i];
        }
        return copy;
    }

    /// Of one row.
    ///
    /// @param row from 0
    public double sumOfSquares(int row) {
        double sum = 0;
        for (int i = row * columns; i < (row + 1) * columns; i++) {
            sum += (double) values[i] * values[i];
        }
        return sum;
    }

    /// Whether the first rows hold nothing but zeros.
    ///
    /// @param rowCount at most [#rows]
    public boolean isZero(int rowCount) {
        for (int i = 0; i < rowCount * columns; i++) {
            if (values[i] != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DataTable table
                && source.equals(table.source)
                && rows == table.rows
                && Arrays.equals(values, table.values);
    }

    @Override
    public int hashCode() {
        return 31 * source.hashCode() + rows;
    }

    @Override
    public String toString() {
        return "%s (%d x %d)".formatted(source, rows, columns);
    }
}
