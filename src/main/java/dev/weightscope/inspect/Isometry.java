package dev.weightscope.inspect;

/// How near a matrix is to a multiple of one whose shorter side is orthonormal, found in one pass
/// over its values and without its Gram matrix.
///
/// With s the shorter side, l the longer one, c² = Σw²/s and A = W·Wᵀ/c² − 1 (W turned so that it
/// has s rows), all singular values are c if and only if A = 0. A has trace 0, so that xᵀAx, of a
/// vector x of s independent numbers, is 0 on average and almost never 0 for another A (Hutchinson
/// 1990's estimate of a trace); Wᵀx is a sum over rows. What is looked at is xᵀAx/|x|² · √(l/2),
/// which has std 1 where entries are independent, and is the relative rounding of the entries or
/// little more where all singular values are equal.
final class Isometry {
    private static final int VECTORS = 4;

    private final int shorter;
    private final int longer;
    private final boolean wide;
    private final double[][] vectors;
    private final double[][] sums;
    private final double[] lengths = new double[VECTORS];
    private final double squares;

    /// @param squares Σw²
    Isometry(int rows, int columns, double squares) {
        this.squares = squares;
        wide = rows <= columns;
        shorter = Math.min(rows, columns);
        longer = Math.max(rows, columns);
        vectors = new double[VECTORS][shorter];
        sums = new double[VECTORS][wide ? columns : 0];
        for (int k = 0; k < VECTORS; k++) {
            for (int i = 0; i < shorter; i++) {
                vectors[k][i] = ValueSample.mix(((long) k << 32) + i) * 0x1p-63;
            }
        }
    }

    void visit(int row, double[] values, int at) {
        for (int k = 0; k < VECTORS; k++) {
            if (wide) {
                add(vectors[k][row], values, at, sums[k]);
            } else {
                double dot = DotProduct.of(vectors[k], values, at);
                lengths[k] += dot * dot;
            }
        }
    }

    private static void add(double factor, double[] values, int at, double[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += factor * values[at + j];
        }
    }

    /// The singular value that all are, if they are equal.
    double scale() {
        return Math.sqrt(squares / shorter);
    }

    /// The largest of the figures of all vectors; NaN for a matrix of zeros.
    double deviation() {
        double c = scale();
        double largest = 0;
        for (int k = 0; k < VECTORS; k++) {
            double carried = wide ? DotProduct.of(sums[k], sums[k], 0) : lengths[k];
            double own = DotProduct.of(vectors[k], vectors[k], 0);
            largest = Math.max(largest, Math.abs(carried / (c * c * own) - 1));
        }
        return largest * Math.sqrt(longer / 2.0);
    }
}
