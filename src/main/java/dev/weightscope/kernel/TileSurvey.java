package dev.weightscope.kernel;

import dev.weightscope.kernel.TileGrid.Tile;
import dev.weightscope.model.ActivationFunction.Saturation;
import dev.weightscope.model.NumberFormat;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Rounds and surveys the tiles of one result, by several threads at once.
final class TileSurvey {
    private final Form form;
    private final Matrix result;
    private final NumberFormat format;
    private final @Nullable HistogramCounter counter;
    private final @Nullable ColumnMoments moments;
    private final LongAdder flushed = new LongAdder();

    /// @param format what the result is to be rounded to
    /// @param bins null for no histogram
    /// @param moments of the calling thread, which must not use them for anything else until
    ///   [#survey]; null for no survey
    TileSurvey(
            Form form,
            Matrix result,
            NumberFormat format,
            Saturation saturation,
            @Nullable Bins bins,
            @Nullable ColumnMoments moments,
            Cancellation cancellation) {
        this.form = form;
        this.result = result;
        this.format = format;
        this.counter = bins == null ? null : new HistogramCounter(bins);
        this.moments = moments;
        if (moments != null) {
            moments.reset(result.rows(), result.columns(), saturation, cancellation);
        }
    }

    /// @param tile of computed values, as [ColumnMoments#take] wants it; rounded
    /// @param scratch of the computing thread
    void take(Tile tile, Scratch scratch) {
        flushed.add(form.round(format, result, tile));
        if (moments != null) {
            moments.take(result.values(), tile, scratch.block);
        }
        if (counter != null) {
            counter.take(result.values(), result.columns(), tile, scratch.bins);
        }
    }

    /// After all tiles.
    Survey survey(Cancellation cancellation) {
        return moments == null
                ? Survey.NONE
                : new Survey(
                        moments.combine(cancellation),
                        counter == null ? null : counter.histogram(),
                        flushed.sum());
    }
}
