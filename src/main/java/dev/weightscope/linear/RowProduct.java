package dev.weightscope.linear;

import dev.weightscope.kernel.Cancellation;

/// Adds sums of rows to rows, in blocks that stay in the first-level cache. Each element takes its
/// terms in ascending order, whatever the blocks.
public final class RowProduct {
    private static final int COLUMNS = 128;
    private static final int TERMS = 32;

    /// Where the factors of a result's terms are.
    @FunctionalInterface
    public interface Factors {
        double at(int result, int term);
    }

    private RowProduct() {}

    /// `results[r][j] += Σ factors(r, t)·terms[t][j]`, for r in first..last−1, t in 0..count−1 and
    /// j in low..high−1.
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
        double[] one = new double[TERMS];
        double[] two = new double[TERMS];
        for (int left = low; left < high; left += COLUMNS) {
            int right = Math.min(high, left + COLUMNS);
            for (int begin = 0; begin < count; begin += TERMS) {
                cancellation.throwIfCancelled();
                int some = Math.min(TERMS, count - begin);
                for (int r = first; r < last; r += 2) {
                    boolean isPair = r + 1 < last;
                    for (int t = 0; t < some; t++) {
                        one[t] = factors.at(r, begin + t);
                        two[t] = isPair ? factors.at(r + 1, begin + t) : 0;
                    }
                    if (isPair) {
                        pair(one, two, terms, begin, some, results[r], results[r + 1], left, right);
                    } else {
                        single(one, terms, begin, some, results[r], left, right);
                    }
                }
            }
        }
    }

    private static void pair(
            double[] one,
            double[] two,
            double[][] terms,
            int begin,
            int count,
            double[] first,
            double[] second,
            int low,
            int high) {
        int t = 0;
        for (; t + 4 <= count; t += 4) {
            addFour(one, two, t, terms, begin + t, first, second, low, high);
        }
        for (; t < count; t++) {
            Rows.add(one[t], terms[begin + t], first, low, high);
            Rows.add(two[t], terms[begin + t], second, low, high);
        }
    }

    private static void addFour(
            double[] one,
            double[] two,
            int t,
            double[][] terms,
            int at,
            double[] first,
            double[] second,
            int low,
            int high) {
        double a = one[t];
        double b = one[t + 1];
        double c = one[t + 2];
        double d = one[t + 3];
        double e = two[t];
        double f = two[t + 1];
        double g = two[t + 2];
        double h = two[t + 3];
        double[] rowA = terms[at];
        double[] rowB = terms[at + 1];
        double[] rowC = terms[at + 2];
        double[] rowD = terms[at + 3];
        for (int j = low; j < high; j++) {
            double sum = Math.fma(a, rowA[j], first[j]);
            double other = Math.fma(e, rowA[j], second[j]);
            sum = Math.fma(b, rowB[j], sum);
            other = Math.fma(f, rowB[j], other);
            sum = Math.fma(c, rowC[j], sum);
            other = Math.fma(g, rowC[j], other);
            first[j] = Math.fma(d, rowD[j], sum);
            second[j] = Math.fma(h, rowD[j], other);
        }
    }

    private static void single(
            double[] factors,
            double[][] terms,
            int begin,
            int count,
            double[] result,
            int low,
            int high) {
        for (int t = 0; t < count; t++) {
            Rows.add(factors[t], terms[begin + t], result, low, high);
        }
    }
}
