package dev.weightscope.option;

/// The part of a number's bounds where one wants to drag.
///
/// @param low the value at the slider's left end; positive on a [SliderScale#LOG] scale
/// @param high the value at its right end
public record SliderRange(double low, double high, SliderScale scale) {
    public SliderRange {
        if (!(low < high) || (scale == SliderScale.LOG && low <= 0)) {
            throw new IllegalArgumentException(
                    "no %s scale from %s to %s".formatted(scale, low, high));
        }
    }

    public static SliderRange linear(double low, double high) {
        return new SliderRange(low, high, SliderScale.LINEAR);
    }

    public static SliderRange log(double low, double high) {
        return new SliderRange(low, high, SliderScale.LOG);
    }

    /// The value at a share 0..1 of the way from `low` to `high`.
    public double at(double share) {
        return switch (scale) {
            case LINEAR -> low + share * (high - low);
            case LOG -> low * Math.pow(high / low, share);
        };
    }
}
