package dev.weightscope.chart.plane;

import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.ValueScale;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Values at the points of a grid.
///
/// @param xs ascending, at least two
/// @param ys ascending, at least two
/// @param values row by row, the first row at the first y; NaN and infinity are values. Copied
///   neither in nor out: not to be modified
/// @param known the places in `values` that are computed; not to be modified
/// @param jumps the x of each row at which values may jump, so that nothing is drawn from one side
///   of it to the other; infinite where there is none; empty where values jump nowhere
public record Cells(
        List<Double> xs, List<Double> ys, double[] values, BitSet known, List<Double> jumps) {
    public Cells {
        jumps = List.copyOf(jumps);
        xs = List.copyOf(xs);
        ys = List.copyOf(ys);
        if (xs.size() < 2 || ys.size() < 2 || values.length != xs.size() * ys.size()) {
            throw new IllegalArgumentException(
                    "%d values on a grid of %d × %d"
                            .formatted(values.length, xs.size(), ys.size()));
        }
    }

    /// Without a jump.
    public Cells(List<Double> xs, List<Double> ys, double[] values, BitSet known) {
        this(xs, ys, values, known, List.of());
    }

    /// All of them computed.
    public static Cells of(List<Double> xs, List<Double> ys, double[] values) {
        BitSet all = new BitSet(values.length);
        all.set(0, values.length);
        return new Cells(xs, ys, values, all);
    }

    /// The same values, which jump at an x of each row.
    public Cells withJumps(List<Double> places) {
        return new Cells(xs, ys, values, known, places);
    }

    /// Whether four points, of which this one is the first, lie on one side of the jump.
    boolean isOnOneSide(int column, int row) {
        return jumps.isEmpty()
                || (isBeyond(column, row) == isBeyond(column + 1, row)
                        && isBeyond(column, row) == isBeyond(column, row + 1)
                        && isBeyond(column, row) == isBeyond(column + 1, row + 1));
    }

    /// Whether a point lies at the right of the jump.
    boolean isBeyond(int column, int row) {
        return !jumps.isEmpty() && xs.get(column) >= jumps.get(row);
    }

    public int columns() {
        return xs.size();
    }

    public int rows() {
        return ys.size();
    }

    public double at(int column, int row) {
        return values[row * xs.size() + column];
    }

    public boolean isKnown(int column, int row) {
        return known.get(row * xs.size() + column);
    }

    /// What an axis spans whose first and last points lie at its ends.
    public static Range ends(List<Double> points) {
        return new Range(points.getFirst(), points.getLast());
    }

    /// What an axis spans on which every point has a cell around it: half a step more at each end.
    public static Range around(List<Double> points, ValueScale scale) {
        double first = points.getFirst();
        double last = points.getLast();
        double second = points.get(1);
        double beforeLast = points.get(points.size() - 2);
        return switch (scale) {
            case LOG ->
                    new Range(
                            first * Math.sqrt(first / second), last * Math.sqrt(last / beforeLast));
            case LINEAR, SHARE ->
                    new Range(first - (second - first) / 2, last + (last - beforeLast) / 2);
        };
    }

    /// The place of a value between those of the points around it, 0 at the first point: 2.5 is
    /// halfway from the third to the fourth. At an end where it is beyond it.
    static double place(List<Double> points, ValueScale scale, double value) {
        int above = 1;
        while (above < points.size() - 1 && points.get(above) < value) {
            above++;
        }
        Range step = new Range(points.get(above - 1), points.get(above));
        return above - 1 + Math.clamp(scale.share(step, value), 0, 1);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Cells that
                        && xs.equals(that.xs)
                        && ys.equals(that.ys)
                        && known.equals(that.known)
                        && jumps.equals(that.jumps)
                        && Arrays.equals(values, that.values));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
