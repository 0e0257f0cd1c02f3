package dev.weightscope.kernel;

import static java.lang.Math.fma;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One product of matrices, cut into tiles of the result that are computed by themselves.
///
/// A tile takes [#DEPTH] rows of b at a time, copied into arrays of their own, and adds four of
/// them to four rows of the result in one pass. Only arrays that are read and written at one and
/// the same index are turned into vectors by the JIT compiler (it cannot rule out that they overlap
/// otherwise), hence the copies. How the work is cut changes no bit: an element's sum is always
/// taken in ascending k.
record Product(
        float[] a,
        float[] b,
        float @Nullable [] bias,
        float[] out,
        int rows,
        int inner,
        int columns) {
    static final int TILE_ROWS = 128;
    static final int TILE_COLUMNS = 512;
    private static final int DEPTH = 128;

    int tiles() {
        return Math.ceilDiv(rows, TILE_ROWS) * panels();
    }

    int panels() {
        return Math.ceilDiv(columns, TILE_COLUMNS);
    }

    void compute(int tile, Scratch scratch, Cancellation cancellation) {
        int firstRow = tile / panels() * TILE_ROWS;
        int endRow = Math.min(rows - firstRow, TILE_ROWS) + firstRow;
        int first = tile % panels() * TILE_COLUMNS;
        int width = Math.min(columns - first, TILE_COLUMNS);
        for (int i = firstRow; i < endRow; i++) {
            Arrays.fill(out, i * columns + first, i * columns + first + width, 0);
        }
        float[][] panel = scratch.rows(DEPTH + 4, TILE_COLUMNS);
        float[][] sums = {panel[DEPTH], panel[DEPTH + 1], panel[DEPTH + 2], panel[DEPTH + 3]};
        for (int k = 0; k < inner; k += DEPTH) {
            int depth = Math.min(inner - k, DEPTH);
            for (int d = 0; d < depth; d++) {
                System.arraycopy(b, (k + d) * columns + first, panel[d], 0, width);
            }
            for (int i = firstRow; i < endRow; i += 4) {
                cancellation.throwIfCancelled();
                addPanel(i, endRow - 1, first, width, k, depth, panel, sums);
            }
        }
        if (bias != null) {
            for (int i = firstRow; i < endRow; i++) {
                for (int j = first; j < first + width; j++) {
                    out[i * columns + j] += bias[j];
                }
            }
        }
    }

    /// Adds a panel's products to the rows i..i+3. Of rows past the last one the last one takes the
    /// place, computed several times.
    private void addPanel(
            int i,
            int lastRow,
            int first,
            int width,
            int k,
            int depth,
            float[][] panel,
            float[][] sums) {
        int row1 = Math.min(i + 1, lastRow);
        int row2 = Math.min(i + 2, lastRow);
        int row3 = Math.min(i + 3, lastRow);
        System.arraycopy(out, i * columns + first, sums[0], 0, width);
        System.arraycopy(out, row1 * columns + first, sums[1], 0, width);
        System.arraycopy(out, row2 * columns + first, sums[2], 0, width);
        System.arraycopy(out, row3 * columns + first, sums[3], 0, width);
        int a0 = i * inner + k;
        int a1 = row1 * inner + k;
        int a2 = row2 * inner + k;
        int a3 = row3 * inner + k;
        int d = 0;
        for (; d + 3 < depth; d += 4) {
            addFour(a0 + d, a1 + d, a2 + d, a3 + d, d, panel, sums, width);
        }
        for (; d < depth; d++) {
            addOne(a[a0 + d], panel[d], sums[0], width);
            addOne(a[a1 + d], panel[d], sums[1], width);
            addOne(a[a2 + d], panel[d], sums[2], width);
            addOne(a[a3 + d], panel[d], sums[3], width);
        }
        System.arraycopy(sums[0], 0, out, i * columns + first, width);
        System.arraycopy(sums[1], 0, out, row1 * columns + first, width);
        System.arraycopy(sums[2], 0, out, row2 * columns + first, width);
        System.arraycopy(sums[3], 0, out, row3 * columns + first, width);
    }

    /// Four rows of the panel onto four rows of sums.
    private void addFour(
            int row0,
            int row1,
            int row2,
            int row3,
            int depth,
            float[][] panel,
            float[][] sums,
            int width) {
        float a00 = a[row0];
        float a01 = a[row0 + 1];
        float a02 = a[row0 + 2];
        float a03 = a[row0 + 3];
        float a10 = a[row1];
        float a11 = a[row1 + 1];
        float a12 = a[row1 + 2];
        float a13 = a[row1 + 3];
        float a20 = a[row2];
        float a21 = a[row2 + 1];
        float a22 = a[row2 + 2];
        float a23 = a[row2 + 3];
        float a30 = a[row3];
        float a31 = a[row3 + 1];
        float a32 = a[row3 + 2];
        float a33 = a[row3 + 3];
        float[] b0 = panel[depth];
        float[] b1 = panel[depth + 1];
        float[] b2 = panel[depth + 2];
        float[] b3 = panel[depth + 3];
        float[] c0 = sums[0];
        float[] c1 = sums[1];
        float[] c2 = sums[2];
        float[] c3 = sums[3];
        for (int j = 0; j < width; j++) {
            float x0 = b0[j];
            float x1 = b1[j];
            float x2 = b2[j];
            float x3 = b3[j];
            c0[j] = fma(a03, x3, fma(a02, x2, fma(a01, x1, fma(a00, x0, c0[j]))));
            c1[j] = fma(a13, x3, fma(a12, x2, fma(a11, x1, fma(a10, x0, c1[j]))));
            c2[j] = fma(a23, x3, fma(a22, x2, fma(a21, x1, fma(a20, x0, c2[j]))));
            c3[j] = fma(a33, x3, fma(a32, x2, fma(a31, x1, fma(a30, x0, c3[j]))));
        }
    }

    private static void addOne(float factor, float[] panel, float[] sums, int width) {
        for (int j = 0; j < width; j++) {
            sums[j] = fma(factor, panel[j], sums[j]);
        }
    }
}
