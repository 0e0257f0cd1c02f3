package dev.weightscope.ui.controls;

import dev.weightscope.model.Numbers;
import dev.weightscope.model.Refusal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/// Which numbers a slider and the field beside it offer: pure geometry, no control.
///
/// The field takes what the model takes, which is what refuses the rest; the slider spans the part
/// where one wants to drag.
///
/// @param low the value at the slider's left end; positive on a [SliderScale#LOG] scale
/// @param high the value at its right end
/// @param defaultValue what a double click returns to
public record NumberRange(
        double low, double high, SliderScale scale, Digits digits, double defaultValue) {
    /// How many steps of an arrow key lead from end to end.
    private static final int STEPS = 100;

    private static final int STEPS_A_PAGE = 10;

    /// What a dragged value is rounded to.
    public enum Digits {
        INTEGER,
        DECIMAL
    }

    public NumberRange {
        if (!(low < high) || (scale == SliderScale.LOG && low <= 0)) {
            throw new IllegalArgumentException(
                    "no %s scale from %s to %s".formatted(scale, low, high));
        }
    }

    public static NumberRange integers(
            double low, double high, SliderScale scale, double defaultValue) {
        return new NumberRange(low, high, scale, Digits.INTEGER, defaultValue);
    }

    public static NumberRange decimals(
            double low, double high, SliderScale scale, double defaultValue) {
        return new NumberRange(low, high, scale, Digits.DECIMAL, defaultValue);
    }

    /// Where `value` lies, 0..1; at the nearer end where it is outside.
    public double position(double value) {
        double position =
                switch (scale) {
                    case LINEAR -> (value - low) / (high - low);
                    case LOG -> Math.log(value / low) / Math.log(high / low);
                };
        return Math.clamp(position, 0.0, 1.0);
    }

    /// The value at a position 0..1, rounded to what a person would have typed: a whole number, two
    /// digits of a large one, three of a decimal.
    public double valueAt(double position) {
        double exact =
                switch (scale) {
                    case LINEAR -> low + position * (high - low);
                    case LOG -> low * Math.pow(high / low, position);
                };
        if (position <= 0) {
            return low;
        }
        if (position >= 1) {
            return high;
        }
        return switch (digits) {
            case INTEGER ->
                    scale == SliderScale.LOG && exact >= 100 ? rounded(exact, 2) : Math.rint(exact);
            case DECIMAL ->
                    scale == SliderScale.LOG
                            ? rounded(exact, 3)
                            : roundedTo(exact, (high - low) / 1000);
        };
    }

    /// The value some arrow-key steps away: at least one apart for whole numbers. From outside the
    /// slider's part one steps back to its end.
    public double step(double value, int steps) {
        if (digits == Digits.INTEGER && scale == SliderScale.LINEAR) {
            return Math.clamp(value + steps, low, high);
        }
        double next = valueAt(position(value) + (double) steps / STEPS);
        return digits == Digits.INTEGER && Math.abs(next - value) < 1
                ? Math.clamp(value + Integer.signum(steps), low, high)
                : next;
    }

    /// As [#step], for the page keys.
    public double page(double value, int pages) {
        return step(value, pages * STEPS_A_PAGE);
    }

    /// A value as the field shows it.
    public String text(double value) {
        return digits == Digits.INTEGER ? Numbers.plain(value) : Numbers.significant(value, 5);
    }

    /// Reads a number as a person types it: `0.5`, `1e-3`, and also `5/3`, `√2`, `sqrt(2)`.
    ///
    /// @param name the number's, for the message
    /// @throws Refusal if the text is none
    public double parse(String name, String text) {
        double value =
                read(text.strip().replace('−', '-'))
                        .orElseThrow(() ->
                                new Refusal(
                                        "%s \"%s\" is not a number; write for example %s"
                                                .formatted(name, text, text(defaultValue))));
        if (digits == Digits.INTEGER && value != Math.rint(value)) {
            throw new Refusal(
                    "%s %s is not a whole number; write for example %s"
                            .formatted(name, text.strip(), text(Math.rint(value))));
        }
        return value;
    }

    private static OptionalDouble read(String text) {
        if (text.startsWith("sqrt(") && text.endsWith(")")) {
            OptionalDouble root = root(text.substring(5, text.length() - 1));
            if (root.isPresent()) { // else it was "sqrt(2)/sqrt(3)"
                return root;
            }
        }
        int slash = text.lastIndexOf('/');
        if (slash > 0) {
            OptionalDouble above = read(text.substring(0, slash).strip());
            OptionalDouble below = read(text.substring(slash + 1).strip());
            return above.isPresent() && below.isPresent() && below.getAsDouble() != 0
                    ? OptionalDouble.of(above.getAsDouble() / below.getAsDouble())
                    : OptionalDouble.empty();
        }
        if (text.startsWith("√")) {
            return root(text.substring(1));
        }
        return Numbers.parse(text);
    }

    private static OptionalDouble root(String text) {
        OptionalDouble square = read(text.strip());
        return square.isPresent() && square.getAsDouble() >= 0
                ? OptionalDouble.of(Math.sqrt(square.getAsDouble()))
                : OptionalDouble.empty();
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
