package dev.weightscope.inspect;

/// A sum of products, in eight sums, so that additions need not wait for each other.
final class DotProduct {
    private DotProduct() {}

    /// Of the whole vector with as many values.
    ///
    /// @param at the first of the values
    static double of(double[] vector, double[] values, int at) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double e = 0;
        double f = 0;
        double g = 0;
        double h = 0;
        int whole = vector.length & -8;
        for (int j = 0; j < whole; j += 8) {
            a += vector[j] * values[at + j];
            b += vector[j + 1] * values[at + j + 1];
            c += vector[j + 2] * values[at + j + 2];
            d += vector[j + 3] * values[at + j + 3];
            e += vector[j + 4] * values[at + j + 4];
            f += vector[j + 5] * values[at + j + 5];
            g += vector[j + 6] * values[at + j + 6];
            h += vector[j + 7] * values[at + j + 7];
        }
        double rest = 0;
        for (int j = whole; j < vector.length; j++) {
            rest += vector[j] * values[at + j];
        }
        return rest + ((a + b) + (c + d)) + ((e + f) + (g + h));
    }
}
