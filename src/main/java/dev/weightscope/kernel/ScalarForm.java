package dev.weightscope.kernel;

import dev.weightscope.kernel.TileGrid.Tile;
import dev.weightscope.model.NumberFormat;
import java.util.function.Consumer;

/// Plain loops: the definition of every bit.
final class ScalarForm extends Form {
    private final SmallLoops small = new ScalarSmallLoops(this);

    ScalarForm() {
        super("scalar");
    }

    @Override
    Scratch newScratch() {
        return new Scratch(
                new RandomFill(),
                new MomentsBlock(),
                new HistogramBlock(),
                new NormalizationBlock());
    }

    @Override
    SmallLoops small() {
        return small;
    }

    @Override
    TileGrid tiles(Product product, int threads) {
        return product.tiles(ScalarProduct.TILE_ROWS, ScalarProduct.TILE_COLUMNS);
    }

    @Override
    void multiply(
            Product product,
            Tile tile,
            Scratch scratch,
            Cancellation cancellation,
            Consumer<Tile> finish) {
        ScalarProduct.compute(product, tile, scratch, cancellation);
        tile.forEachPart(MomentsBlock.ROWS, cancellation, finish);
    }

    @Override
    void activate(
            ActivationLoops activation,
            float[] in,
            float[] out,
            int from,
            int to,
            Scratch scratch) {
        activation.values(in, out, from, to);
    }

    @Override
    void slope(
            ActivationLoops activation,
            float[] preActivation,
            float[] cotangent,
            int from,
            int to,
            Scratch scratch) {
        activation.slopes(preActivation, cotangent, from, to);
    }

    @Override
    int round(NumberFormat format, float[] in, float[] out, int from, int to) {
        return Rounding.round(format, in, out, from, to);
    }

    @Override
    ValueRange range(float[] values, int length) {
        return ValueRange.plain(values, 0, length);
    }

    @Override
    PowerSums powers(float[] values, int length, double center) {
        return PowerSums.plain(values, length, center);
    }
}
