package dev.weightscope.kernel;

/// A fixed cut of a result into tiles, row of tiles by row of tiles. It depends on nothing but its
/// numbers; above all not on how many threads share the tiles.
///
/// @param rows of the result
/// @param columns of the result
record TileGrid(int rows, int columns, int tileRows, int tileColumns) {
    /// Part of a result.
    ///
    /// @param endRow after the last one
    /// @param endColumn after the last one
    record Tile(int firstRow, int endRow, int firstColumn, int endColumn) {
        int rows() {
            return endRow - firstRow;
        }

        int columns() {
            return endColumn - firstColumn;
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
