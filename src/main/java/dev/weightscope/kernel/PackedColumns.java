package dev.weightscope.kernel;

import static dev.weightscope.kernel.VectorFunctions.FLOATS;
import static dev.weightscope.kernel.VectorFunctions.LANES;

import dev.weightscope.kernel.TileGrid.Tile;
import java.lang.invoke.MethodHandle;
import jdk.incubator.vector.FloatVector;

/// Columns of a stored matrix, the rows of its transpose: [VectorRows#COUNT] elements of a row are
/// copied behind those of the row before, so that no element has to be moved across.
final class PackedColumns extends VectorRows {
    /// The innermost loop: columns of a by a panel of b.
    private static final MethodHandle[] COLUMNS_BY_PANEL =
            OutOfLine.handle(
                    COUNT == 6 ? SixColumnProduct.class : TwelveColumnProduct.class,
                    "add",
                    float[].class,
                    int.class,
                    int.class,
                    float[].class,
                    float[].class,
                    int.class,
                    int.class,
                    int.class);

    private final Matrix a;
    private final int first;
    private final int count;
    private final float[] packed;

    /// @param tile whose rows are columns of `a`
    PackedColumns(Matrix a, Tile tile, Scratch scratch) {
        this.a = a;
        this.first = tile.firstRow();
        this.count = tile.rows();
        int groups = Math.ceilDiv(count, COUNT);
        // a whole vector is stored where the last elements of a group are
        this.packed = scratch.copies(groups * COUNT * VectorProduct.DEPTH + LANES);
    }

    @Override
    void load(int k, int depth) {
        for (int column = 0; column < count; column += COUNT) {
            int from = k * a.columns() + first + column;
            int lastRead = from + (depth - 1) * a.columns() + LANES;
            if (count - column >= COUNT && COUNT <= LANES && lastRead <= a.values().length) {
                packWhole(from, depth, column * VectorProduct.DEPTH);
            } else {
                pack(from, Math.min(COUNT, count - column), depth, column * VectorProduct.DEPTH);
            }
        }
    }

    /// Each store overlaps what the next one writes, the next group's being written later.
    private void packWhole(int from, int depth, int to) {
        float[] values = a.values();
        float[] out = packed;
        int stride = a.columns();
        for (int d = 0; d < depth; d++) {
            FloatVector.fromArray(FLOATS, values, from + d * stride).intoArray(out, to + d * COUNT);
        }
    }

    private void pack(int from, int columns, int depth, int to) {
        for (int d = 0; d < depth; d++) {
            for (int column = 0; column < COUNT; column++) {
                packed[to + d * COUNT + column] =
                        a.values()[from + d * a.columns() + Math.min(column, columns - 1)];
            }
        }
    }

    @Override
    void multiply(
            int row, int last, int depth, float[] panel, float[] c, int cOffset, int cStride) {
        try {
            COLUMNS_BY_PANEL[0].invokeExact(
                    packed, row * VectorProduct.DEPTH, last, panel, c, cOffset, cStride, depth);
        } catch (Throwable thrown) {
            throw OutOfLine.unchecked(thrown);
        }
    }
}
