package dev.weightscope.kernel;

import java.lang.invoke.MethodHandle;
import java.util.Arrays;

/// Loops along the rows of matrices in double precision, on the calling thread: a matrix is an
/// array of its rows.
///
/// An element takes its terms in ascending order, by fused multiply-add. A product of two rows from
/// `low` on is taken in eight sums, of which sum p has the terms `low + p`, `low + p + 8`, …, as
/// far as they come in whole eights; what is behind them in a ninth; and their sum is `rest + (((s0
/// + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7)))`.
///
/// There are plain loops alone, and the same bits whatever vectors the JIT compiler makes of them.
/// Every row is an array of its own, and an element has the same index in all rows of a loop: only
/// so does it know that writing one row changes no other, and use vectors. Each call is compiled by
/// itself, see [OutOfLine]: compiled into all that call them, these few loops take it seconds.
///
/// For use by several threads at once, on rows that are not the same.
public final class RowLoops {
    private static final MethodHandle[] ADD =
            OutOfLine.handle(
                    RowLoops.class,
                    "addRows",
                    double[].class,
                    double[][].class,
                    int.class,
                    int.class,
                    double[][].class,
                    int.class,
                    int.class,
                    int.class,
                    int.class);

    private static final MethodHandle[] REFLECT_ROWS =
            OutOfLine.handle(
                    RowLoops.class,
                    "reflectEach",
                    double[].class,
                    double.class,
                    double[][].class,
                    int.class,
                    int.class,
                    int.class,
                    int.class);

    private static final MethodHandle[] REFLECT_COLUMNS =
            OutOfLine.handle(
                    RowLoops.class,
                    "reflectTogether",
                    double[].class,
                    double.class,
                    double[][].class,
                    int.class,
                    int.class,
                    int.class,
                    int.class,
                    double[].class);

    private RowLoops() {}

    /// `results[r][j] += Σ factors[(r − first)·count + t]·terms[begin + t][j]` over t in
    /// 0..count−1, for r in first..last−1 and j in low..high−1.
    ///
    /// @param terms not modified; none is a result
    public static void add(
            double[] factors,
            double[][] terms,
            int begin,
            int count,
            double[][] results,
            int first,
            int last,
            int low,
            int high) {
        try {
            ADD[0].invokeExact(factors, terms, begin, count, results, first, last, low, high);
        } catch (Throwable thrown) {
            throw OutOfLine.unchecked(thrown);
        }
    }

    static void addRows(
            double[] factors,
            double[][] terms,
            int begin,
            int count,
            double[][] results,
            int first,
            int last,
            int low,
            int high) {
        for (int r = first; r < last; r += 2) {
            int at = (r - first) * count;
            int t = 0;
            if (r + 1 < last) {
                for (; t + 4 <= count; t += 4) {
                    addFour(
                            factors,
                            at + t,
                            at + count + t,
                            terms,
                            begin + t,
                            results[r],
                            results[r + 1],
                            low,
                            high);
                }
            }
            for (int row = r; row < Math.min(last, r + 2); row++) {
                for (int s = t; s < count; s++) {
                    add(
                            factors[(row - first) * count + s],
                            terms[begin + s],
                            results[row],
                            low,
                            high);
                }
            }
        }
    }

    private static void addFour(
            double[] factors,
            int one,
            int two,
            double[][] terms,
            int at,
            double[] first,
            double[] second,
            int low,
            int high) {
        double a = factors[one];
        double b = factors[one + 1];
        double c = factors[one + 2];
        double d = factors[one + 3];
        double e = factors[two];
        double f = factors[two + 1];
        double g = factors[two + 2];
        double h = factors[two + 3];
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

    private static void add(double factor, double[] from, double[] to, int low, int high) {
        for (int j = low; j < high; j++) {
            to[j] = Math.fma(factor, from[j], to[j]);
        }
    }

    /// Reflects each row by itself, `row −= τ·(v·row)·v`, elements low..high−1.
    ///
    /// @param v not modified; no row
    /// @param factor τ
    /// @param rows modified in rows first..last−1
    public static void reflectRows(
            double[] v, double factor, double[][] rows, int first, int last, int low, int high) {
        try {
            REFLECT_ROWS[0].invokeExact(v, factor, rows, first, last, low, high);
        } catch (Throwable thrown) {
            throw OutOfLine.unchecked(thrown);
        }
    }

    static void reflectEach(
            double[] v, double factor, double[][] rows, int first, int last, int low, int high) {
        for (int i = first; i < last; i++) {
            double[] row = rows[i];
            add(-factor * dot(v, row, low, high), v, row, low, high);
        }
    }

    /// Reflects columns, `rows[i][j] −= τ·v[i]·Σ v[k]·rows[k][j]` over k in first..last−1, for i in
    /// first..last−1 and j in low..high−1.
    ///
    /// @param v an element for each row; not modified
    /// @param factor τ
    /// @param sums elements low..high−1 are overwritten by the sums
    public static void reflectColumns(
            double[] v,
            double factor,
            double[][] rows,
            int first,
            int last,
            int low,
            int high,
            double[] sums) {
        try {
            REFLECT_COLUMNS[0].invokeExact(v, factor, rows, first, last, low, high, sums);
        } catch (Throwable thrown) {
            throw OutOfLine.unchecked(thrown);
        }
    }

    static void reflectTogether(
            double[] v,
            double factor,
            double[][] rows,
            int first,
            int last,
            int low,
            int high,
            double[] sums) {
        Arrays.fill(sums, low, high, 0);
        int i = first;
        for (; i + 4 <= last; i += 4) {
            double a = v[i];
            double b = v[i + 1];
            double c = v[i + 2];
            double d = v[i + 3];
            double[] rowA = rows[i];
            double[] rowB = rows[i + 1];
            double[] rowC = rows[i + 2];
            double[] rowD = rows[i + 3];
            for (int j = low; j < high; j++) {
                double sum = Math.fma(a, rowA[j], sums[j]);
                sum = Math.fma(b, rowB[j], sum);
                sum = Math.fma(c, rowC[j], sum);
                sums[j] = Math.fma(d, rowD[j], sum);
            }
        }
        for (; i < last; i++) {
            add(v[i], rows[i], sums, low, high);
        }
        for (int k = first; k < last; k++) {
            add(-factor * v[k], sums, rows[k], low, high);
        }
    }

    /// `to[i] = v·rows[i]` of elements low..high−1, for i in first..last−1.
    public static void dots(
            double[] v, double[][] rows, int first, int last, int low, int high, double[] to) {
        for (int i = first; i < last; i++) {
            to[i] = dot(v, rows[i], low, high);
        }
    }

    private static double dot(double[] a, double[] b, int low, int high) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int j = low;
        for (; j + 8 <= high; j += 8) {
            s0 = Math.fma(a[j], b[j], s0);
            s1 = Math.fma(a[j + 1], b[j + 1], s1);
            s2 = Math.fma(a[j + 2], b[j + 2], s2);
            s3 = Math.fma(a[j + 3], b[j + 3], s3);
            s4 = Math.fma(a[j + 4], b[j + 4], s4);
            s5 = Math.fma(a[j + 5], b[j + 5], s5);
            s6 = Math.fma(a[j + 6], b[j + 6], s6);
            s7 = Math.fma(a[j + 7], b[j + 7], s7);
        }
        double rest = 0;
        for (; j < high; j++) {
            rest = Math.fma(a[j], b[j], rest);
        }
        return rest + (((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7)));
    }

    /// `turned[j − low][i] = rows[i][j]`, for i in first..last−1 and j in low..high−1.
    public static void turn(
            double[][] rows, int first, int last, int low, int high, double[][] turned) {
        int i = first;
        for (; i + 8 <= last; i += 8) {
            turnEight(rows, i, low, high, turned);
        }
        for (; i < last; i++) {
            double[] row = rows[i];
            for (int j = low; j < high; j++) {
                turned[j - low][i] = row[j];
            }
        }
    }

    private static void turnEight(double[][] rows, int i, int low, int high, double[][] turned) {
        double[] a = rows[i];
        double[] b = rows[i + 1];
        double[] c = rows[i + 2];
        double[] d = rows[i + 3];
        double[] e = rows[i + 4];
        double[] f = rows[i + 5];
        double[] g = rows[i + 6];
        double[] h = rows[i + 7];
        for (int j = low; j < high; j++) {
            double[] to = turned[j - low];
            to[i] = a[j];
            to[i + 1] = b[j];
            to[i + 2] = c[j];
            to[i + 3] = d[j];
            to[i + 4] = e[j];
            to[i + 5] = f[j];
            to[i + 6] = g[j];
            to[i + 7] = h[j];
        }
    }
}
