package dev.weightscope.linear;

/// Loops along rows. Each element of a result is computed alike wherever it lies: by fused
/// multiply-add, in the order of the terms.
///
/// Every row is an array of its own, and an element has the same index in all rows of a loop: only
/// so does the JIT compiler know that writing one row changes no other, and use vectors.
final class Rows {
    private Rows() {}

    /// `to[j] += factor · from[j]` for j in low..high−1.
    static void add(double factor, double[] from, double[] to, int low, int high) {
        for (int j = low; j < high; j++) {
            to[j] = Math.fma(factor, from[j], to[j]);
        }
    }

    /// `values[j] *= factor` for j in low..high−1.
    static void scale(double factor, double[] values, int low, int high) {
        for (int j = low; j < high; j++) {
            values[j] *= factor;
        }
    }

    /// Adds `factors[i]` times row i, for i in first..last−1, to a row, columns low..high−1.
    static void addAll(
            double[] factors,
            int first,
            int last,
            double[][] rows,
            double[] to,
            int low,
            int high) {
        int i = first;
        for (; i + 8 <= last; i += 8) {
            addFour(factors, i, rows, to, low, high);
            addFour(factors, i + 4, rows, to, low, high);
        }
        for (; i + 4 <= last; i += 4) {
            addFour(factors, i, rows, to, low, high);
        }
        for (; i < last; i++) {
            add(factors[i], rows[i], to, low, high);
        }
    }

    private static void addFour(
            double[] factors, int i, double[][] rows, double[] to, int low, int high) {
        addFour(
                factors[i],
                rows[i],
                factors[i + 1],
                rows[i + 1],
                factors[i + 2],
                rows[i + 2],
                factors[i + 3],
                rows[i + 3],
                to,
                low,
                high);
    }

    static void addFour(
            double a,
            double[] rowA,
            double b,
            double[] rowB,
            double c,
            double[] rowC,
            double d,
            double[] rowD,
            double[] to,
            int low,
            int high) {
        for (int j = low; j < high; j++) {
            double sum = Math.fma(a, rowA[j], to[j]);
            sum = Math.fma(b, rowB[j], sum);
            sum = Math.fma(c, rowC[j], sum);
            to[j] = Math.fma(d, rowD[j], sum);
        }
    }

    /// `Σ a[j]·b[j]` over j in low..high−1: in eight sums, of every eighth term each, added in
    /// pairs.
    static double dot(double[] a, double[] b, int low, int high) {
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
}
