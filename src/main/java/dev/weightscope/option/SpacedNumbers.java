package dev.weightscope.option;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/// Numbers from one to another, in steps of equal length or, on a logarithmic scale, of equal
/// ratio.
///
/// @param codec of the numbers
/// @param from the first; above 0 on a logarithmic scale
/// @param to the last; above 0 on a logarithmic scale, and not the first
/// @param count how many, the first and the last included; at least 2
/// @param scale how the way is divided
public record SpacedNumbers(
        NumberCodec<?> codec, double from, double to, int count, SliderScale scale) {
    /// Numbers are rounded to a power of ten that is at most this share of a step.
    private static final double ROUNDING = 0.01;

    public SpacedNumbers {
        if (from == to || count < 2 || (scale == SliderScale.LOG && (from <= 0 || to <= 0))) {
            throw new IllegalArgumentException(
                    "no %d numbers from %s to %s, %s".formatted(count, from, to, scale));
        }
    }

    /// Each as text, in as many digits as tell it from its neighbours. Whole numbers may repeat.
    public List<String> texts() {
        return IntStream.range(0, count).mapToObj(this::text).toList();
    }

    /// The first as text.
    public String first() {
        return typed(from);
    }

    /// The last as text.
    public String last() {
        return typed(to);
    }

    private String text(int place) {
        double value = exact(place);
        if (place == 0 || place == count - 1 || value == 0) {
            return typed(value);
        }
        double step =
                Math.min(Math.abs(value - exact(place - 1)), Math.abs(exact(place + 1) - value));
        int decimals = -(int) Math.floor(Math.log10(step * ROUNDING));
        return typed(
                new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue());
    }

    private String typed(double value) {
        return typed(codec, value);
    }

    private static <T extends Number> String typed(NumberCodec<T> codec, double value) {
        return codec.write(codec.of(value));
    }

    private double exact(int place) {
        if (place == count - 1) {
            return to; // at no rounding error beside it
        }
        double share = share(place);
        return switch (scale) {
            case LINEAR -> from + share * (to - from);
            case LOG -> from * Math.pow(to / from, share);
        };
    }

    /// Where a number lies on the way, 0..1.
    ///
    /// @param place counted from 0
    public double share(int place) {
        return (double) place / (count - 1);
    }
}
