package dev.weightscope.kernel;

import dev.weightscope.kernel.TileGrid.Tile;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One product of matrices, as [Kernel#product] defines it.
///
/// However a form cuts the work, the bits are the same: each sum is taken over ascending k.
record Product(
        Matrix a, ScaledMatrix b, Orientation orientation, float @Nullable [] bias, Matrix out) {
    /// @throws IllegalArgumentException if the shapes do not fit together
    Product {
        Matrix stored = b.matrix();
        switch (orientation) {
            case AS_STORED -> Require.shape("b", stored, a.columns(), out.columns());
            case TRANSPOSED -> Require.shape("b", stored, out.columns(), a.columns());
        }
        Require.shape("out", out, a.rows(), out.columns());
        if (bias != null && bias.length < out.columns()) {
            throw new IllegalArgumentException(
                    "bias has %d elements, fewer than %d".formatted(bias.length, out.columns()));
        }
    }

    int inner() {
        return a.columns();
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
