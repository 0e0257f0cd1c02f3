package dev.weightscope.sweep;

import dev.weightscope.chart.axis.ValueScale;
import dev.weightscope.model.Numbers;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import dev.weightscope.option.NumberCodec;
import dev.weightscope.option.Option;
import dev.weightscope.option.SliderScale;
import dev.weightscope.option.SpacedNumbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/// An axis of a sweep: a number, from one value to another.
///
/// @param option of a number
/// @param from the first value; empty for where its slider begins
/// @param to the last value; empty for where its slider ends
/// @param points how many values, 2..[#MOST_POINTS]; whole numbers that would repeat are there once
/// @param scale how the way is divided
public record Way(
        Option<Setup, ?> option,
        OptionalDouble from,
        OptionalDouble to,
        int points,
        SliderScale scale) {
    static final int MOST_POINTS = 1000;

    private static final int DIGITS = 4;

    /// Where the way of a number without bounds begins, such as a seed.
    private static final int FIRST_OF_UNBOUNDED = 1;

    /// @throws Refusal if there are too few or too many points
    public Way {
        if (points < 2 || points > MOST_POINTS) {
            throw new Refusal("points %d is outside 2..%d".formatted(points, MOST_POINTS));
        }
    }

    /// `gain, log`
    public String name() {
        return scale == SliderScale.LOG ? noun() + ", log" : noun();
    }

    /// `gain`
    public String noun() {
        return option.label().toLowerCase(Locale.ROOT);
    }

    /// The scale of a chart's axis for it.
    ValueScale axis() {
        return switch (scale) {
            case LINEAR -> ValueScale.LINEAR;
            case LOG -> ValueScale.LOG;
        };
    }

    /// Of another option, as far as its slider goes.
    Way withOption(Option<Setup, ?> newOption) {
        return newOption.equals(option)
                ? this
                : new Way(newOption, OptionalDouble.empty(), OptionalDouble.empty(), points, scale);
    }

    Way withFrom(OptionalDouble newFrom) {
        return new Way(option, newFrom, to, points, scale);
    }

    Way withTo(OptionalDouble newTo) {
        return new Way(option, from, newTo, points, scale);
    }

    Way withPoints(int newPoints) {
        return new Way(option, from, to, newPoints, scale);
    }

    Way withScale(SliderScale newScale) {
        return new Way(option, from, to, points, newScale);
    }

    /// The first value.
    double low() {
        return from.orElseGet(
                () -> isUnbounded() ? FIRST_OF_UNBOUNDED : sliderEnd(codec().slider().low()));
    }

    /// The last value.
    double high() {
        return to.orElseGet(() -> isUnbounded() ? low() + points - 1 : codec().slider().high());
    }

    private boolean isUnbounded() {
        return codec().bounds().isEmpty();
    }

    /// On a logarithmic way a slider that begins at 0 gives way.
    private double sliderEnd(double end) {
        return scale == SliderScale.LOG && end <= 0 ? high() / 1000 : end;
    }

    private NumberCodec<?> codec() {
        if (!(option.codec() instanceof NumberCodec<?> number)) {
            throw new IllegalStateException(option.key() + " is no number");
        }
        return number;
    }

    /// Each value's text with its place on the way, 0..1, in ascending order.
    ///
    /// @throws Refusal in one sentence, if there is no such way
    Map<String, Double> places() {
        double low = low();
        double high = high();
        requireWithin(low);
        requireWithin(high);
        if (!(low < high)) {
            throw new Refusal(
                    "%s from %s to %s is no way; the first value has to be the lower one"
                            .formatted(option.key(), Numbers.plain(low), Numbers.plain(high)));
        }
        if (scale == SliderScale.LOG && low <= 0) {
            throw new Refusal(
                    "a logarithmic way of %s is above 0 and not from %s to %s"
                            .formatted(option.key(), Numbers.plain(low), Numbers.plain(high)));
        }
        SpacedNumbers numbers = new SpacedNumbers(codec(), low, high, points, scale);
        Map<String, Double> places = new LinkedHashMap<>();
        List<String> texts = numbers.texts();
        for (String text : texts) {
            places.putIfAbsent(text, share(Double.parseDouble(text)));
        }
        return places;
    }

    /// A value between the ends as it is typed, in as few digits as tell it from its neighbours by
    /// a thousandth.
    String typed(double value) {
        return typed(codec(), value);
    }

    private static <T extends Number> String typed(NumberCodec<T> codec, double value) {
        return codec.write(
                codec.of(new BigDecimal(value).round(new MathContext(DIGITS)).doubleValue()));
    }

    private void requireWithin(double value) {
        codec().read(option.key(), Numbers.plain(value));
    }

    /// Where a value lies: 0 at the first, 1 at the last, and outside of these beyond them; NaN
    /// where it has no place.
    double share(double value) {
        return switch (scale) {
            case LINEAR -> (value - low()) / (high() - low());
            case LOG -> Math.log(value / low()) / Math.log(high() / low());
        };
    }

    /// The value at a share of the way: the inverse of [#share].
    double at(double share) {
        return switch (scale) {
            case LINEAR -> low() + share * (high() - low());
            case LOG -> low() * Math.pow(high() / low(), share);
        };
    }

    /// Where it stands in a setup; empty where that does not read it.
    OptionalDouble valueIn(Setup setup) {
        return option.get(setup)
                .map(value -> OptionalDouble.of(((Number) value).doubleValue()))
                .orElseGet(OptionalDouble::empty);
    }

    /// @throws Refusal in one sentence, if a setup does not read the option
    void requireReadBy(Setup setup) {
        if (option.get(setup).isEmpty()) {
            throw new Refusal(
                    "%s is not read by this experiment and cannot be swept"
                            .formatted(Quoted.value(option.key())));
        }
    }
}
