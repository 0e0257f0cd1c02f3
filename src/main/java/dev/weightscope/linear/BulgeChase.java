package dev.weightscope.linear;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.RowLoops;
import java.util.Arrays;

/// An upper band is made bidiagonal, row after row: the second stage of [Großer & Lang
/// 1999](https://doi.org/10.1016/S0167-8191(99)00041-1).
///
/// A reflection of columns leaves of a row two elements, but fills a square below the diagonal; one
/// of rows takes its first column away and fills the square beside; and so on, down to the end.
/// What is left of the squares does not grow.
final class BulgeChase {
    private static final int WIDTH = BandReduction.WIDTH;

    private final double[][] rows;
    private final int size;
    private final double[] reflector;
    private final double[] product;

    /// @param rows of a matrix as wide as it is high that is 0 beside diagonal and band;
    ///   overwritten by [#run]
    BulgeChase(double[][] rows, int size) {
        this.rows = rows;
        this.size = size;
        reflector = new double[size];
        product = new double[size];
    }

    /// @throws dev.weightscope.kernel.CancelledException if the work is no longer wanted
    void run(Cancellation cancellation) {
        for (int top = 0; top + 1 < size; top++) {
            cancellation.throwIfCancelled();
            int row = top;
            for (int begin = top + 1; begin < size; begin += WIDTH) {
                int end = Math.min(size, begin + WIDTH);
                fromRight(row, begin, end);
                fromLeft(begin, end, Math.min(size, end + WIDTH));
                row = begin;
            }
        }
    }

    /// Reflects columns begin..end−1 so that of a row only the first is left.
    private void fromRight(int row, int begin, int end) {
        System.arraycopy(rows[row], begin, reflector, begin, end - begin);
        Reflection reflection = Reflection.of(reflector, begin, end);
        rows[row][begin] = reflection.value();
        Arrays.fill(rows[row], begin + 1, end, 0);
        RowLoops.reflectRows(reflector, reflection.factor(), rows, row + 1, end, begin, end);
    }

    /// Reflects rows begin..end−1 so that of column `begin` only the first is left; columns from
    /// `right` on are 0.
    private void fromLeft(int begin, int end, int right) {
        for (int i = begin; i < end; i++) {
            reflector[i] = rows[i][begin];
            rows[i][begin] = 0;
        }
        Reflection reflection = Reflection.of(reflector, begin, end);
        rows[begin][begin] = reflection.value();
        RowLoops.reflectColumns(
                reflector, reflection.factor(), rows, begin, end, begin + 1, right, product);
    }
}
