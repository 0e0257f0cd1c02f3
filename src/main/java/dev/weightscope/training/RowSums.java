package dev.weightscope.training;

/// Sums along a row in double, in eight parts, of which part p has the elements p, p + 8, p + 16, …
/// in ascending order; then the parts are added in pairs. Eight, since each sum waits for its own
/// term before.
final class RowSums {
    private static final int PARTS = 8;

    private RowSums() {}

    /// The sum of so many elements from `at` on.
    static double sum(float[] x, int at, int count) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int whole = at + count - count % PARTS;
        for (int i = at; i < whole; i += PARTS) {
            s0 += x[i];
            s1 += x[i + 1];
            s2 += x[i + 2];
            s3 += x[i + 3];
            s4 += x[i + 4];
            s5 += x[i + 5];
            s6 += x[i + 6];
            s7 += x[i + 7];
        }
        double rest = 0;
        for (int i = whole; i < at + count; i++) {
            rest += x[i];
        }
        return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7)) + rest;
    }

    /// The sum of (x − mean)².
    static double squares(float[] x, int at, int count, double mean) {
        return products(x, x, at, count, mean, mean);
    }

    /// The sum of (a − shiftOfA) · (b − shiftOfB).
    static double products(
            float[] a, float[] b, int at, int count, double shiftOfA, double shiftOfB) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int whole = at + count - count % PARTS;
        for (int i = at; i < whole; i += PARTS) {
            s0 += (a[i] - shiftOfA) * (b[i] - shiftOfB);
            s1 += (a[i + 1] - shiftOfA) * (b[i + 1] - shiftOfB);
            s2 += (a[i + 2] - shiftOfA) * (b[i + 2] - shiftOfB);
            s3 += (a[i + 3] - shiftOfA) * (b[i + 3] - shiftOfB);
            s4 += (a[i + 4] - shiftOfA) * (b[i + 4] - shiftOfB);
            s5 += (a[i + 5] - shiftOfA) * (b[i + 5] - shiftOfB);
            s6 += (a[i + 6] - shiftOfA) * (b[i + 6] - shiftOfB);
            s7 += (a[i + 7] - shiftOfA) * (b[i + 7] - shiftOfB);
        }
        double rest = 0;
        for (int i = whole; i < at + count; i++) {
            rest += (a[i] - shiftOfA) * (b[i] - shiftOfB);
        }
        return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7)) + rest;
    }
}
