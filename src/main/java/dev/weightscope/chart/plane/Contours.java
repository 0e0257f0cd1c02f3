package dev.weightscope.chart.plane;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Lines along which the values of a grid are one level: marching squares, the crossings on the
/// sides of each square found by straight interpolation and joined from square to square.
///
/// Where the first or the last row or column is at the level from end to end, as a ratio of the
/// last layer to the first is of one layer, no line follows it: nothing is crossed there.
final class Contours {
    /// A line through places of the grid: 2.5 is halfway from the third to the fourth point.
    record Line(double[] columns, double[] rows) {
        int size() {
            return columns.length;
        }
    }

    private final Cells cells;
    private final double level;

    /// The sides that are crossed, each with the one or two that its line goes on to. The side from
    /// a point to its right has the even number 2·place, the side upwards the odd one.
    private final Map<Integer, List<Integer>> joined = new HashMap<>();

    private Contours(Cells cells, double level) {
        this.cells = cells;
        this.level = level;
    }

    /// The lines of a level; squares with a corner that is not known, or not finite, and those in
    /// which values jump, have none.
    static List<Line> of(Cells cells, double level) {
        Contours contours = new Contours(cells, level);
        int right = cells.columns() - 1;
        int top = cells.rows() - 1;
        int firstRow = contours.isAtLevel(0, 0, right, 0) ? 1 : 0;
        int endRow = contours.isAtLevel(0, top, right, top) ? top - 1 : top;
        int firstColumn = contours.isAtLevel(0, 0, 0, top) ? 1 : 0;
        int endColumn = contours.isAtLevel(right, 0, right, top) ? right - 1 : right;
        for (int row = firstRow; row < endRow; row++) {
            for (int column = firstColumn; column < endColumn; column++) {
                contours.square(column, row);
            }
        }
        return contours.lines();
    }

    /// Whether all that is known from one corner to the other is at the level.
    private boolean isAtLevel(int fromColumn, int fromRow, int toColumn, int toRow) {
        for (int row = fromRow; row <= toRow; row++) {
            for (int column = fromColumn; column <= toColumn; column++) {
                if (cells.isKnown(column, row) && cells.at(column, row) != level) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isAbove(int column, int row) {
        return cells.at(column, row) >= level;
    }

    private boolean isUsable(int column, int row) {
        return cells.isKnown(column, row) && Double.isFinite(cells.at(column, row));
    }

    private void square(int column, int row) {
        if (!(isUsable(column, row)
                && isUsable(column + 1, row)
                && isUsable(column, row + 1)
                && isUsable(column + 1, row + 1)
                && cells.isOnOneSide(column, row))) {
            return;
        }
        int place = row * cells.columns() + column;
        int lower = 2 * place;
        int upper = 2 * (place + cells.columns());
        int left = 2 * place + 1;
        int right = 2 * (place + 1) + 1;
        int corners =
                (isAbove(column, row) ? 1 : 0)
                        | (isAbove(column + 1, row) ? 2 : 0)
                        | (isAbove(column + 1, row + 1) ? 4 : 0)
                        | (isAbove(column, row + 1) ? 8 : 0);
        switch (corners) {
            case 1, 14 -> join(left, lower);
            case 2, 13 -> join(lower, right);
            case 3, 12 -> join(left, right);
            case 4, 11 -> join(right, upper);
            case 6, 9 -> join(lower, upper);
            case 7, 8 -> join(left, upper);
            case 5, 10 -> saddle(column, row, corners == 5, lower, right, upper, left);
            default -> {} // all on one side
        }
    }

    /// Two opposite corners are above: the mean of all four says whether they belong together.
    private void saddle(
            int column, int row, boolean isFirst, int lower, int right, int upper, int left) {
        double mean =
                (cells.at(column, row)
                                + cells.at(column + 1, row)
                                + cells.at(column, row + 1)
                                + cells.at(column + 1, row + 1))
                        / 4;
        if (mean >= level == isFirst) {
            join(left, upper);
            join(lower, right);
        } else {
            join(left, lower);
            join(right, upper);
        }
    }

    private void join(int one, int other) {
        joined.computeIfAbsent(one, _ -> new ArrayList<>(2)).add(other);
        joined.computeIfAbsent(other, _ -> new ArrayList<>(2)).add(one);
    }

    private List<Integer> next(int side) {
        return joined.getOrDefault(side, List.of());
    }

    /// First those with ends, from an end on; then those that close.
    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        List<Integer> sides = joined.keySet().stream().sorted().toList();
        for (int side : sides) {
            if (!seen.contains(side) && next(side).size() == 1) {
                lines.add(line(side, seen));
            }
        }
        for (int side : sides) {
            if (!seen.contains(side)) {
                lines.add(line(side, seen));
            }
        }
        return lines;
    }

    private Line line(int start, Set<Integer> seen) {
        List<Integer> way = new ArrayList<>();
        int side = start;
        boolean goesOn = true;
        while (goesOn) {
            way.add(side);
            seen.add(side);
            goesOn = false;
            for (int next : next(side)) {
                if (!seen.contains(next)) {
                    side = next;
                    goesOn = true;
                    break;
                }
            }
        }
        boolean closes = way.size() > 2 && next(side).contains(start);
        if (closes) {
            way.add(start);
        }
        double[] columns = new double[way.size()];
        double[] rows = new double[way.size()];
        for (int i = 0; i < columns.length; i++) {
            place(way.get(i), i, columns, rows);
        }
        return new Line(columns, rows);
    }

    private void place(int side, int index, double[] columns, double[] rows) {
        int place = side / 2;
        int column = place % cells.columns();
        int row = place / cells.columns();
        boolean isUpwards = side % 2 == 1;
        double from = cells.at(column, row);
        double to = isUpwards ? cells.at(column, row + 1) : cells.at(column + 1, row);
        double share = (level - from) / (to - from);
        columns[index] = isUpwards ? column : column + share;
        rows[index] = isUpwards ? row + share : row;
    }
}
