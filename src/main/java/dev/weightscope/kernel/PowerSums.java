package dev.weightscope.kernel;

/// Sums of powers of the distances d of some values from a center, in double: Σd, Σd², Σd³ and Σd⁴.
///
/// Each is taken in sixteen parts, of which part p has the values p, p + 16, p + 32, …, one after
/// the other: d = value − center and q = d·d rounded, q added, d·q and q·q added with fused
/// multiply-add. Then the parts are added in ascending order to 0.
public record PowerSums(double first, double second, double third, double fourth) {
    /// Parts of a sum; part of its definition.
    static final int PARTS = 16;

    /// Of doubles.
    ///
    /// @param values not modified; the first `length`, all finite
    public static PowerSums of(double[] values, int length, double center) {
        double[] sums = new double[4 * PARTS];
        for (int part = 0; part < PARTS; part++) {
            double first = 0;
            double second = 0;
            double third = 0;
            double fourth = 0;
            for (int i = part; i < length; i += PARTS) {
                double d = values[i] - center;
                double square = d * d;
                first += d;
                second += square;
                third = Math.fma(square, d, third);
                fourth = Math.fma(square, square, fourth);
            }
            put(part, first, second, third, fourth, sums);
        }
        return total(sums);
    }

    /// Of floats, in plain loops.
    static PowerSums plain(float[] values, int length, double center) {
        double[] sums = new double[4 * PARTS];
        add(values, 0, length, center, sums);
        return total(sums);
    }

    /// Adds the values from one on.
    ///
    /// @param from a multiple of the number of parts
    /// @param sums of the first powers by part, then of the second, third and fourth; modified
    static void add(float[] values, int from, int length, double center, double[] sums) {
        for (int part = 0; part < PARTS; part++) {
            double first = sums[part];
            double second = sums[PARTS + part];
            double third = sums[2 * PARTS + part];
            double fourth = sums[3 * PARTS + part];
            for (int i = from + part; i < length; i += PARTS) {
                double d = values[i] - center;
                double square = d * d;
                first += d;
                second += square;
                third = Math.fma(square, d, third);
                fourth = Math.fma(square, square, fourth);
            }
            put(part, first, second, third, fourth, sums);
        }
    }

    private static void put(
            int part, double first, double second, double third, double fourth, double[] sums) {
        sums[part] = first;
        sums[PARTS + part] = second;
        sums[2 * PARTS + part] = third;
        sums[3 * PARTS + part] = fourth;
    }

    static PowerSums total(double[] sums) {
        return new PowerSums(total(sums, 0), total(sums, 1), total(sums, 2), total(sums, 3));
    }

    private static double total(double[] sums, int power) {
        double total = 0;
        for (int part = 0; part < PARTS; part++) {
            total += sums[power * PARTS + part];
        }
        return total;
    }
}
