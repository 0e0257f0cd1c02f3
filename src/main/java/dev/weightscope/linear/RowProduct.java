package dev.weightscope.linear;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.RowLoops;

/// Adds sums of rows to rows, in blocks that stay in the cache. Each element takes its terms in
/// ascending order, whatever the blocks.
public final class RowProduct {
    private static final int COLUMNS = 128;
    private static final int TERMS = 32;

    /// Results that are added to between two looks at whether they are still wanted.
    private static final int RESULTS = 24;

    /// Where the factors of a result's terms are.
    @FunctionalInterface
    public interface Factors {
        /// Writes the factors of terms first..first+count−1.
        ///
        /// @param to overwritten from `at` on
        void take(int result, int first, int count, double[] to, int at);
    }

    private RowProduct() {}

    /// `results[r][j] += Σ factors(r, t)·terms[t][j]`, for r in first..last−1, t in 0..count−1 and
    /// j in low..high−1.
    ///
    /// @param terms not modified; none is a result
    public static void add(
            Factors factors,
            double[][] terms,
            int count,
            double[][] results,
            int first,
            int last,
            int low,
            int high,
            Cancellation cancellation) {
        double[] taken = new double[RESULTS * TERMS];
        for (int begin = 0; begin < count; begin += TERMS) {
            int some = Math.min(TERMS, count - begin);
            for (int r = first; r < last; r += RESULTS) {
                cancellation.throwIfCancelled();
                int end = Math.min(last, r + RESULTS);
                for (int result = r; result < end; result++) {
                    factors.take(result, begin, some, taken, (result - r) * some);
                }
                for (int left = low; left < high; left += COLUMNS) {
                    int right = Math.min(high, left + COLUMNS);
                    RowLoops.add(taken, terms, begin, some, results, r, end, left, right);
                }
            }
        }
    }
}
