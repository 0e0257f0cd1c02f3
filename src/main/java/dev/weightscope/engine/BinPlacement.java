package dev.weightscope.engine;

import dev.weightscope.kernel.Bins;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Matrix;
import dev.weightscope.kernel.Moments;
import dev.weightscope.model.ActivationFunction.Saturation;
import dev.weightscope.model.BinRange;
import dev.weightscope.model.Binning;
import org.jspecify.annotations.Nullable;

/// Where the bins of a tensor's histogram lie.
final class BinPlacement {
    /// Values that are looked at within a millisecond.
    private static final int MUCH = 1 << 18;

    private BinPlacement() {}

    /// The bins that are known before the tensor is, or null.
    static @Nullable Bins known(Binning binning, Saturation saturation) {
        return switch (binning.range()) {
            case BinRange.Fixed(double low, double high) -> new Bins(low, high, binning.bins());
            case BinRange.Natural() when saturation.isBounded() ->
                    new Bins(saturation.low(), saturation.high(), binning.bins());
            case BinRange.Natural(), BinRange.Own() -> null;
        };
    }

    static Bins of(
            Binning binning,
            Saturation saturation,
            Matrix tensor,
            Moments moments,
            Cancellation cancellation) {
        Bins known = known(binning, saturation);
        return known != null
                ? known
                : ofFiniteValues(tensor, moments, binning.bins(), cancellation);
    }

    private static Bins ofFiniteValues(
            Matrix tensor, Moments moments, int bins, Cancellation cancellation) {
        if (moments.infiniteCount() + moments.nanCount() == 0) {
            return between(moments.min(), moments.max(), bins);
        }
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < tensor.size(); i++) {
            if (i % MUCH == 0) {
                cancellation.throwIfCancelled();
            }
            float value = tensor.values()[i];
            if (Float.isFinite(value)) {
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
        // where no value is finite, any axis will do
        return min <= max ? between(min, max, bins) : new Bins(-1, 1, bins);
    }

    /// min..max; where they are one value, half of it on either side, so that it falls in the
    /// middle.
    static Bins between(double min, double max, int bins) {
        if (min < max) {
            return new Bins(min, max, bins);
        }
        double reach = min == 0 ? 0.5 : Math.abs(min) / 2;
        return new Bins(min - reach, min + reach, bins);
    }
}
