package dev.weightscope.kernel;

import dev.weightscope.kernel.TileGrid.Tile;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One product of matrices, as [Kernel#product] defines it.
///
/// However a form cuts the work, the bits are the same: each sum is taken over ascending k.
record Product(
        Matrix a,
        Orientation aOrientation,
        ScaledMatrix b,
        Orientation bOrientation,
        float @Nullable [] bias,
        Matrix out) {
    /// @throws IllegalArgumentException if the shapes do not fit together
    Product {
        int inner = columns(a, aOrientation);
        requireRows(out, a, aOrientation);
        switch (bOrientation) {
            case AS_STORED -> Require.shape("b", b.matrix(), inner, out.columns());
            case TRANSPOSED -> Require.shape("b", b.matrix(), out.columns(), inner);
        }
        if (bias != null && bias.length < out.columns()) {
            throw new IllegalArgumentException(
                    "bias has %d elements, fewer than %d".formatted(bias.length, out.columns()));
        }
    }

    /// Columns of what is stored transposed may be left out, the last ones.
    private static void requireRows(Matrix out, Matrix a, Orientation orientation) {
        switch (orientation) {
            case AS_STORED -> Require.shape("out", out, a.rows(), out.columns());
            case TRANSPOSED -> {
                if (out.rows() > a.columns()) {
                    throw new IllegalArgumentException(
                            "out has %d rows, more than %d".formatted(out.rows(), a.columns()));
                }
            }
        }
    }

    private static int columns(Matrix matrix, Orientation orientation) {
        return switch (orientation) {
            case AS_STORED -> matrix.columns();
            case TRANSPOSED -> matrix.rows();
        };
    }

    int inner() {
        return columns(a, aOrientation);
    }

    TileGrid tiles(int tileRows, int tileColumns) {
        return new TileGrid(out.rows(), out.columns(), tileRows, tileColumns);
    }

    /// Sets a tile of the result to 0.
    void clear(Tile tile) {
        int columns = out.columns();
        for (int i = tile.firstRow(); i < tile.endRow(); i++) {
            int row = i * columns;
            Arrays.fill(out.values(), row + tile.firstColumn(), row + tile.endColumn(), 0);
        }
    }

    void addBias(Tile tile) {
        if (bias == null) {
            return;
        }
        float[] values = out.values();
        for (int i = tile.firstRow(); i < tile.endRow(); i++) {
            int row = i * out.columns();
            for (int j = tile.firstColumn(); j < tile.endColumn(); j++) {
                values[row + j] += bias[j];
            }
        }
    }
}
