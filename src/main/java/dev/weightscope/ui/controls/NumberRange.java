package dev.weightscope.ui.controls;

import dev.weightscope.model.Numbers;
import dev.weightscope.option.Codec;
import dev.weightscope.option.NumberCodec;
import dev.weightscope.option.OneOf;
import dev.weightscope.option.Option;
import dev.weightscope.option.Options;
import dev.weightscope.option.SliderScale;
import dev.weightscope.option.TextCodec;
import dev.weightscope.option.WholeNumber;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Which numbers a slider and the field beside it offer: pure geometry, no control.
///
/// The field takes what the codec takes, which is what refuses the rest; the slider spans the part
/// where one wants to drag.
///
/// @param defaultValue what a double click returns to
public record NumberRange(NumberCodec<?> codec, double defaultValue) {
    /// How many steps of an arrow key lead from end to end.
    private static final int STEPS = 100;

    private static final int STEPS_A_PAGE = 10;

    /// Those of an option.
    ///
    /// @param options whose defaults the default value is taken from
    public static <S, T extends Number> NumberRange of(Options<S> options, Option<S, T> option) {
        return new NumberRange(
                numbers(option.codec()), options.standard(option).orElseThrow().doubleValue());
    }

    static <T extends Number> NumberCodec<T> numbers(Codec<T> codec) {
        return switch (codec) {
            case NumberCodec<T> numbers -> numbers;
            case OneOf<?> _, TextCodec<T> _ ->
                    throw new IllegalArgumentException("no slider for " + codec);
        };
    }

    /// The value at the slider's left end.
    public double low() {
        return codec.slider().low();
    }

    /// The value at the slider's right end.
    public double high() {
        return codec.slider().high();
    }

    private SliderScale scale() {
        return codec.slider().scale();
    }

    private boolean isWhole() {
        return codec instanceof WholeNumber;
    }

    /// Where `value` lies, 0..1; at the nearer end where it is outside.
    public double position(double value) {
        double position =
                switch (scale()) {
                    case LINEAR -> (value - low()) / (high() - low());
                    case LOG -> Math.log(value / low()) / Math.log(high() / low());
                };
        return Math.clamp(position, 0.0, 1.0);
    }

    /// The value at a position 0..1, rounded to what a person would have typed: a whole number, two
    /// digits of a large one, three of a decimal.
    public double valueAt(double position) {
        if (position <= 0) {
            return low();
        }
        if (position >= 1) {
            return high();
        }
        double exact = codec.slider().at(position);
        return switch (scale()) {
            case LINEAR -> isWhole() ? Math.rint(exact) : roundedTo(exact, (high() - low()) / 1000);
            case LOG ->
                    isWhole() && exact < 100 ? Math.rint(exact) : rounded(exact, isWhole() ? 2 : 3);
        };
    }

    /// The value some arrow-key steps away: at least one apart for whole numbers. From outside the
    /// slider's part one steps back to its end.
    public double step(double value, int steps) {
        if (isWhole() && scale() == SliderScale.LINEAR) {
            return Math.clamp(value + steps, low(), high());
        }
        double next = valueAt(position(value) + (double) steps / STEPS);
        return isWhole() && Math.abs(next - value) < 1
                ? Math.clamp(value + Integer.signum(steps), low(), high())
                : next;
    }

    /// As [#step], for the page keys.
    public double page(double value, int pages) {
        return step(value, pages * STEPS_A_PAGE);
    }

    /// A value as the field shows it.
    public String text(double value) {
        return isWhole() ? Numbers.plain(value) : Numbers.significant(value, 5);
    }

    /// Reads a number as a person types it.
    ///
    /// @param name the number's, for the message
    /// @throws dev.weightscope.model.Refusal in one sentence, if the text is none, or one outside
    ///   the bounds
    public double parse(String name, String text) {
        return codec.read(name, text).doubleValue();
    }

    private static double rounded(double value, int significantDigits) {
        return new BigDecimal(value)
                .round(new MathContext(significantDigits, RoundingMode.HALF_EVEN))
                .doubleValue();
    }

    /// The nearest multiple of the power of ten at or below `grain`, as the double that its decimal
    /// text means.
    private static double roundedTo(double value, double grain) {
        int decimals = (int) Math.max(0, Math.ceil(-Math.log10(grain) - 1e-9));
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
    }
}
