package dev.weightscope.kernel;

/// Loops along the rows of matrices in double precision, on the calling thread: a matrix is an
/// array of its rows.
///
/// All forms give the same bits. An element takes its terms in ascending order, by fused
/// multiply-add. A product of two rows from `low` on is taken in eight sums, of which sum p has the
/// terms `low + p`, `low + p + 8`, …, as far as they come in whole eights; what is behind them in a
/// ninth; and their sum is `rest + (((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7)))`.
///
/// For use by several threads at once, on rows that are not the same.
public sealed interface RowLoops permits ScalarRowLoops {
    /// In plain loops.
    static RowLoops plain() {
        return ScalarRowLoops.ONLY;
    }

    /// `results[r][j] += Σ factors[(r − first)·count + t]·terms[begin + t][j]` over t in
    /// 0..count−1, for r in first..last−1 and j in low..high−1.
    ///
    /// @param terms not modified; none is a result
    void add(
            double[] factors,
            double[][] terms,
            int begin,
            int count,
            double[][] results,
            int first,
            int last,
            int low,
            int high);

    /// Reflects each row by itself, `row −= τ·(v·row)·v`, elements low..high−1.
    ///
    /// @param v not modified; no row
    /// @param factor τ
    /// @param rows modified in rows first..last−1
    void reflectRows(
            double[] v, double factor, double[][] rows, int first, int last, int low, int high);

    /// Reflects columns, `rows[i][j] −= τ·v[i]·Σ v[k]·rows[k][j]` over k in first..last−1, for i in
    /// first..last−1 and j in low..high−1.
    ///
    /// @param v an element for each row; not modified
    /// @param factor τ
    /// @param sums elements low..high−1 are overwritten by the sums
    void reflectColumns(
            double[] v,
            double factor,
            double[][] rows,
            int first,
            int last,
            int low,
            int high,
            double[] sums);

    /// `to[i] = v·rows[i]` of elements low..high−1, for i in first..last−1.
    void dots(double[] v, double[][] rows, int first, int last, int low, int high, double[] to);

    /// `turned[j − low][i] = rows[i][j]`, for i in first..last−1 and j in low..high−1.
    void turn(double[][] rows, int first, int last, int low, int high, double[][] turned);
}
