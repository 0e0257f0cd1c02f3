package dev.weightscope.inspect;

import java.util.Arrays;

/// WᵀW of a matrix, by which vectors are multiplied without its being made: in single precision,
/// for W·x and for Wᵀ·(W·x) while a row of W is in the first-level cache.
///
/// Rows and vectors lie in blocks of [#BLOCK] elements, an array each, as the JIT compiler makes
/// vectors of a loop over several arrays only where it need not fear that one is another, shifted.
/// The product of a row and a vector is a sum in [#PARTS] parts of all whole blocks, of which part
/// p has the products p, p + 64, p + 128, …: neighbouring parts do not wait for each other. The
/// rest is a sum in four. Sums along a column are added row by row.
///
/// Not to be used by two threads at once.
final class GramMatrix {
    /// Parts of a row's product; part of its definition.
    private static final int PARTS = 64;

    private static final int BLOCK = 4 * PARTS;

    private final float[][][] rows;
    private final int columns;
    private final float[] parts = new float[PARTS];

    /// A matrix of zeros.
    GramMatrix(int rows, int columns) {
        this.rows = new float[rows][][];
        Arrays.setAll(this.rows, _ -> blocks(columns));
        this.columns = columns;
    }

    private static float[][] blocks(int length) {
        float[][] blocks = new float[Math.ceilDiv(length, BLOCK)][];
        Arrays.setAll(blocks, k -> new float[Math.min(BLOCK, length - k * BLOCK)]);
        return blocks;
    }

    /// Sets a row of W.
    ///
    /// @param elements each is rounded once it was multiplied
    void set(int row, double[] elements, double factor) {
        for (int k = 0; k < rows[row].length; k++) {
            float[] block = rows[row][k];
            for (int j = 0; j < block.length; j++) {
                block[j] = (float) (elements[k * BLOCK + j] * factor);
            }
        }
    }

    /// A vector of zeros that can be multiplied: element j is `[j / 256][j % 256]`.
    float[][] vector() {
        return blocks(columns);
    }

    /// Multiplies a vector.
    ///
    /// @param vector x; not modified
    /// @param product WᵀW·x is added to it
    /// @return xᵀWᵀW·x
    double multiply(float[][] vector, float[][] product) {
        double squares = 0;
        for (float[][] row : rows) {
            float dot = dot(row, vector);
            squares += (double) dot * dot;
            for (int k = 0; k < row.length; k++) {
                addTo(product[k], row[k], dot);
            }
        }
        return squares;
    }

    private float dot(float[][] row, float[][] vector) {
        int whole = columns / BLOCK;
        float sum = whole < row.length ? dot(row[whole], vector[whole]) : 0;
        if (whole == 0) {
            return sum;
        }
        Arrays.fill(parts, 0);
        for (int k = 0; k < whole; k++) {
            addProducts(row[k], vector[k], parts);
        }
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        for (int p = 0; p < PARTS; p += 4) {
            a += parts[p];
            b += parts[p + 1];
            c += parts[p + 2];
            d += parts[p + 3];
        }
        return sum + ((a + b) + (c + d));
    }

    /// Of less than a block.
    private static float dot(float[] row, float[] vector) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int fours = row.length & -4;
        for (int j = 0; j < fours; j += 4) {
            a += row[j] * vector[j];
            b += row[j + 1] * vector[j + 1];
            c += row[j + 2] * vector[j + 2];
            d += row[j + 3] * vector[j + 3];
        }
        for (int j = fours; j < row.length; j++) {
            a += row[j] * vector[j];
        }
        return (a + b) + (c + d);
    }

    private static void addProducts(float[] row, float[] vector, float[] parts) {
        for (int p = 0; p < PARTS; p++) {
            float left = row[p] * vector[p] + row[p + PARTS] * vector[p + PARTS];
            float right =
                    row[p + 2 * PARTS] * vector[p + 2 * PARTS]
                            + row[p + 3 * PARTS] * vector[p + 3 * PARTS];
            parts[p] += left + right;
        }
    }

    private static void addTo(float[] sums, float[] row, float factor) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += factor * row[j];
        }
    }
}
