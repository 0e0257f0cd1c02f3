package dev.weightscope.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One product of matrices, cut into tiles of the result that are computed by themselves.
record Product(
        float[] a,
        float[] b,
        float @Nullable [] bias,
        float[] out,
        int rows,
        int inner,
        int columns) {
    static final int TILE_ROWS = 64;
    static final int TILE_COLUMNS = 256;

    int tiles() {
        return Math.ceilDiv(rows, TILE_ROWS) * panels();
    }

    private int panels() {
        return Math.ceilDiv(columns, TILE_COLUMNS);
    }

    void compute(int tile, Cancellation cancellation) {
        int firstRow = tile / panels() * TILE_ROWS;
        int lastRow = Math.min(rows - firstRow, TILE_ROWS) + firstRow;
        int first = tile % panels() * TILE_COLUMNS;
        int last = Math.min(columns - first, TILE_COLUMNS) + first;
        for (int i = firstRow; i < lastRow; i++) {
            cancellation.throwIfCancelled();
            int row = i * columns;
            Arrays.fill(out, row + first, row + last, 0);
            for (int k = 0; k < inner; k++) {
                float factor = a[i * inner + k];
                for (int j = first; j < last; j++) {
                    out[row + j] = Math.fma(factor, b[k * columns + j], out[row + j]);
                }
            }
            if (bias != null) {
                for (int j = first; j < last; j++) {
                    out[row + j] += bias[j];
                }
            }
        }
    }
}
