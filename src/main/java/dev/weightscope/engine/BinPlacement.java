package dev.weightscope.engine;

import dev.weightscope.kernel.Matrix;
import dev.weightscope.kernel.Moments;
import dev.weightscope.model.ActivationFunction.Range;
import dev.weightscope.model.BinRange;

/// Between which two finite numbers a tensor's histogram lies; always `low < high`.
record BinPlacement(double low, double high) {
    /// Where no value is finite, any axis will do.
    private static final BinPlacement NOTHING_FINITE = new BinPlacement(-1, 1);

    static BinPlacement of(BinRange wanted, Range range, Matrix tensor, Moments moments) {
        return switch (wanted) {
            case BinRange.Fixed(double low, double high) -> new BinPlacement(low, high);
            case BinRange.Natural() when range.isBounded() ->
                    new BinPlacement(range.low(), range.high());
            case BinRange.Natural() -> ofFiniteValues(tensor, moments);
            case BinRange.Own() -> ofFiniteValues(tensor, moments);
        };
    }

    private static BinPlacement ofFiniteValues(Matrix tensor, Moments moments) {
        if (moments.infiniteCount() + moments.nanCount() == 0) {
            return between(moments.min(), moments.max());
        }
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < tensor.size(); i++) {
            float value = tensor.values()[i];
            if (Float.isFinite(value)) {
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
        return min <= max ? between(min, max) : NOTHING_FINITE;
    }

    /// min..max; where they are one value, half of it on either side, so that it falls in the
    /// middle.
    private static BinPlacement between(double min, double max) {
        if (min < max) {
            return new BinPlacement(min, max);
        }
        double reach = min == 0 ? 0.5 : Math.abs(min) / 2;
        return new BinPlacement(min - reach, min + reach);
    }
}
