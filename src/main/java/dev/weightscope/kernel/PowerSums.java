package dev.weightscope.kernel;

/// Sums of powers of the distances d of some values from a center, in double: Σd, Σd², Σd³ and Σd⁴.
///
/// Each is taken in [#PARTS] parts, of which part p has the values p, p + 64, p + 128, …, one after
/// the other: d = value − center and q = d·d rounded, q added, d·q and q·q added with fused
/// multiply-add. Then the parts are added in ascending order to 0. Neighbouring parts do not wait
/// for each other, so that the JIT compiler makes vectors of them.
public record PowerSums(double first, double second, double third, double fourth) {
    /// Parts of a sum; part of its definition.
    static final int PARTS = 64;

    /// Values of a part that are added before its sums are stored.
    private static final int ROWS = 4;

    /// Values whose distances are found at a time.
    private static final int BLOCK = ROWS * PARTS;

    /// Of doubles.
    ///
    /// @param values not modified; the first `length`, all finite
    public static PowerSums of(double[] values, int length, double center) {
        double[][] sums = none();
        double[] distances = new double[BLOCK];
        for (int from = 0; from < length; from += BLOCK) {
            int count = Math.min(BLOCK, length - from);
            for (int i = 0; i < count; i++) {
                distances[i] = values[from + i] - center;
            }
            add(distances, count, sums);
        }
        return total(sums);
    }

    /// Of floats, in plain loops.
    static PowerSums plain(float[] values, int length, double center) {
        double[][] sums = none();
        add(values, 0, length, center, sums);
        return total(sums);
    }

    /// The sums of no value: of each power by part.
    static double[][] none() {
        return new double[4][PARTS];
    }

    /// Adds the values from one on.
    ///
    /// @param from a multiple of the number of parts
    /// @param sums of each power by part; modified
    static void add(float[] values, int from, int length, double center, double[][] sums) {
        double[] distances = new double[BLOCK];
        for (int at = from; at < length; at += BLOCK) {
            int count = Math.min(BLOCK, length - at);
            for (int i = 0; i < count; i++) {
                distances[i] = values[at + i] - center;
            }
            add(distances, count, sums);
        }
    }

    private static void add(double[] distances, int count, double[][] sums) {
        if (count == BLOCK) {
            addBlock(distances, sums[0], sums[1], sums[2], sums[3]);
        } else {
            addEach(distances, count, sums[0], sums[1], sums[2], sums[3]);
        }
    }

    private static void addBlock(
            double[] distances, double[] first, double[] second, double[] third, double[] fourth) {
        for (int p = 0; p < PARTS; p++) {
            double d0 = distances[p];
            double d1 = distances[p + PARTS];
            double d2 = distances[p + 2 * PARTS];
            double d3 = distances[p + 3 * PARTS];
            double q0 = d0 * d0;
            double q1 = d1 * d1;
            double q2 = d2 * d2;
            double q3 = d3 * d3;
            first[p] = first[p] + d0 + d1 + d2 + d3;
            second[p] = second[p] + q0 + q1 + q2 + q3;
            double half3 = Math.fma(q1, d1, Math.fma(q0, d0, third[p]));
            third[p] = Math.fma(q3, d3, Math.fma(q2, d2, half3));
            double half4 = Math.fma(q1, q1, Math.fma(q0, q0, fourth[p]));
            fourth[p] = Math.fma(q3, q3, Math.fma(q2, q2, half4));
        }
    }

    /// The same of fewer values.
    private static void addEach(
            double[] distances,
            int count,
            double[] first,
            double[] second,
            double[] third,
            double[] fourth) {
        for (int i = 0; i < count; i++) {
            int p = i % PARTS;
            double d = distances[i];
            double q = d * d;
            first[p] += d;
            second[p] += q;
            third[p] = Math.fma(q, d, third[p]);
            fourth[p] = Math.fma(q, q, fourth[p]);
        }
    }

    static PowerSums total(double[][] sums) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (int p = 0; p < PARTS; p++) {
            first += sums[0][p];
            second += sums[1][p];
            third += sums[2][p];
            fourth += sums[3][p];
        }
        return new PowerSums(first, second, third, fourth);
    }
}
