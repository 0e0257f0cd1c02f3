package dev.weightscope.kernel;

import java.util.function.Consumer;

/// A cut of a result into tiles, numbered row by row. No bit of the result depends on it.
///
/// @param rows of the result
/// @param columns of the result
/// @param tileRows of each tile, but of the last ones as many as are left
/// @param tileColumns of each tile, but of the last ones as many as are left
record TileGrid(int rows, int columns, int tileRows, int tileColumns) {
    /// Part of a result.
    ///
    /// @param firstRow from 0
    /// @param endRow after the last one
    /// @param firstColumn from 0
    /// @param endColumn after the last one
    record Tile(int firstRow, int endRow, int firstColumn, int endColumn) {
        int rows() {
            return endRow - firstRow;
        }

        int columns() {
            return endColumn - firstColumn;
        }

        /// Does something to this tile by some rows at a time, so that one step finds in the cache
        /// what the step before left there.
        ///
        /// @param height of each part, but of the last one as many rows as are left
        /// @throws CancelledException if the work is no longer wanted
        void forEachPart(int height, Cancellation cancellation, Consumer<Tile> step) {
            for (int row = firstRow; row < endRow; row += height) {
                cancellation.throwIfCancelled();
                int end = Math.min(height, endRow - row) + row;
                step.accept(new Tile(row, end, firstColumn, endColumn));
            }
        }
    }

    int count() {
        return Math.ceilDiv(rows, tileRows) * across();
    }

    /// @param number from 0 to [#count] − 1
    Tile tile(int number) {
        int firstRow = number / across() * tileRows;
        int firstColumn = number % across() * tileColumns;
        return new Tile(
                firstRow,
                Math.min(rows - firstRow, tileRows) + firstRow,
                firstColumn,
                Math.min(columns - firstColumn, tileColumns) + firstColumn);
    }

    private int across() {
        return Math.ceilDiv(columns, tileColumns);
    }
}
