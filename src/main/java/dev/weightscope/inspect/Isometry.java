package dev.weightscope.inspect;

/// How near a matrix is to a multiple of one whose shorter side is orthonormal, without its Gram
/// matrix.
///
/// With s the shorter side, l the longer one, c² = Σw²/s and A = W·Wᵀ/c² − 1 (W turned so that it
/// has s rows), all singular values are c if and only if A = 0. A has trace 0, so that xᵀAx, of a
/// vector x of s independent numbers, is 0 on average and almost never 0 for another A (Hutchinson
/// 1990's estimate of a trace); Wᵀx is a sum over rows. What is looked at is xᵀAx/|x|² · √(l/2),
/// which has std 1 where entries are independent, and is the relative rounding of the entries or
/// little more where all singular values are equal. It is found in one pass over all values.
///
/// Nearly every matrix is known to be none by [#FEW] of its s lines, whose elements of A have,
/// times √(l/2), std 1 too, or 0.7 off the diagonal.
final class Isometry {
    private static final int VECTORS = 4;
    private static final int FEW = 8;

    /// Values of a line that are read at a time.
    private static final int PIECE = 1 << 12;

    /// A single element of A may be so many times as large as what is found of all of them.
    private static final double LOOSE = 4;

    private final TensorValues values;
    private final int rows;
    private final int columns;
    private final int shorter;
    private final int longer;
    private final boolean wide;
    private final double scale;

    /// @param squares Σw², which is not 0
    Isometry(TensorValues values, int rows, int columns, double squares) {
        this.values = values;
        this.rows = rows;
        this.columns = columns;
        wide = rows <= columns;
        shorter = Math.min(rows, columns);
        longer = Math.max(rows, columns);
        scale = Math.sqrt(squares / shorter);
    }

    /// The singular value that all are, if they are equal.
    double scale() {
        return scale;
    }

    /// Whether the figure of the matrix is within some rounding.
    boolean holds(double rounding) {
        return fewLines() <= LOOSE * rounding && deviation() <= rounding;
    }

    /// The largest figure of a pair of lines.
    private double fewLines() {
        int few = Math.min(FEW, shorter);
        double[][] gram = new double[few][few];
        if (wide) {
            addRows(gram, few);
        } else {
            addColumns(gram, few);
        }
        double largest = 0;
        for (int i = 0; i < few; i++) {
            for (int j = 0; j <= i; j++) {
                double element = gram[i][j] / (scale * scale) - (i == j ? 1 : 0);
                largest = Math.max(largest, Math.abs(element));
            }
        }
        return largest * Math.sqrt(longer / 2.0);
    }

    private void addRows(double[][] gram, int few) {
        double[][] piece = new double[few][Math.min(PIECE, columns)];
        for (int from = 0; from < columns; from += PIECE) {
            int some = Math.min(PIECE, columns - from);
            for (int i = 0; i < few; i++) {
                long row = (long) i * rows / few;
                values.read(row * columns + from, some, piece[i]);
                for (int j = 0; j <= i; j++) {
                    for (int k = 0; k < some; k++) {
                        gram[i][j] += piece[i][k] * piece[j][k];
                    }
                }
            }
        }
    }

    /// Of neighbours, which lie in one place of memory for each row.
    private void addColumns(double[][] gram, int few) {
        double[] line = new double[few];
        for (int row = 0; row < rows; row++) {
            values.read((long) row * columns, few, line);
            for (int i = 0; i < few; i++) {
                for (int j = 0; j <= i; j++) {
                    gram[i][j] += line[i] * line[j];
                }
            }
        }
    }

    /// The largest of the figures of all vectors.
    private double deviation() {
        double[][] vectors = new double[VECTORS][shorter];
        for (int k = 0; k < VECTORS; k++) {
            for (int i = 0; i < shorter; i++) {
                vectors[k][i] = ValueSample.mix(((long) k << 32) + i) * 0x1p-63;
            }
        }
        double[] carried = wide ? carriedByRows(vectors) : carriedByColumns(vectors);
        double largest = 0;
        for (int k = 0; k < VECTORS; k++) {
            double own = DotProduct.of(vectors[k], vectors[k], 0);
            largest = Math.max(largest, Math.abs(carried[k] / (scale * scale * own) - 1));
        }
        return largest * Math.sqrt(longer / 2.0);
    }

    /// |Wᵀx|² of each vector.
    private double[] carriedByRows(double[][] vectors) {
        double[][] sums = new double[VECTORS][columns];
        MatrixRows.visit(
                values,
                rows,
                columns,
                (row, block, at) -> {
                    for (int k = 0; k < VECTORS; k++) {
                        add(vectors[k][row], block, at, sums[k]);
                    }
                });
        double[] carried = new double[VECTORS];
        for (int k = 0; k < VECTORS; k++) {
            carried[k] = DotProduct.of(sums[k], sums[k], 0);
        }
        return carried;
    }

    private double[] carriedByColumns(double[][] vectors) {
        double[] carried = new double[VECTORS];
        MatrixRows.visit(
                values,
                rows,
                columns,
                (_, block, at) -> {
                    for (int k = 0; k < VECTORS; k++) {
                        double dot = DotProduct.of(vectors[k], block, at);
                        carried[k] += dot * dot;
                    }
                });
        return carried;
    }

    private static void add(double factor, double[] values, int at, double[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += factor * values[at + j];
        }
    }
}
