package dev.weightscope.model;

import java.util.Arrays;

/// The numeric columns of a file, each standardized to mean 0 and population std 1 (a constant
/// column to 0).
///
/// Compared by content, so that an experiment on the same numbers is the same experiment.
public final class DataTable {
    private final String source;
    private final int rows;
    private final int columns;
    private final float[] values;

    /// @param source what names the file on a command line: a path, or the key of a data set that
    ///   comes with the program
    /// @param values rows·columns floats, row by row; copied
    /// @throws Refusal if there is no row or no column
    public DataTable(String source, int rows, int columns, float[] values) {
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
        this.rows = rows;
        this.columns = columns;
        this.values = values.clone();
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

    /// Copies values, numbered row by row, to the same places of `target`.
    ///
    /// @param from the first one
    /// @param to one after the last
    /// @param target at least `to` long; modified from `from` to `to` − 1
    public void copyValues(int from, int to, float[] target) {
        System.arraycopy(values, from, target, from, to - from);
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
