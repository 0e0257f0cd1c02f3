package dev.weightscope.option;

import dev.weightscope.model.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.random.RandomGenerator;

/// A number, in any form of [TypedNumber].
///
/// @param low the least that it may be
/// @param high the most that it may be
public record Decimal(double low, double high, SliderRange slider) implements NumberCodec<Double> {
    /// Any finite number.
    public static final Decimal ANY =
            new Decimal(-Double.MAX_VALUE, Double.MAX_VALUE, SliderRange.linear(-1, 1));

    private static final double EXAMPLE = 0.5;
    private static final MathContext AS_TYPED = new MathContext(3);

    public Decimal {
        if (!(low < high)) {
            throw new IllegalArgumentException("no number is in %s..%s".formatted(low, high));
        }
    }

    /// Dragged between its bounds.
    public Decimal(double low, double high) {
        this(low, high, SliderRange.linear(low, high));
    }

    @Override
    public String placeholder() {
        return "X";
    }

    @Override
    public Double read(String name, String text) {
        double value =
                TypedNumber.read(name, text)
                        .orElseThrow(() ->
                                NumberCodec.none(
                                        name,
                                        text,
                                        bounds(),
                                        "a number",
                                        Numbers.plain(Math.clamp(EXAMPLE, low, high))));
        if (value < low || value > high) {
            throw NumberCodec.outside(name, Numbers.plain(value), bounds());
        }
        return value;
    }

    @Override
    public Double of(double number) {
        return number;
    }

    @Override
    public String write(Double value) {
        return Numbers.plain(value);
    }

    @Override
    public String bounds() {
        return low == -Double.MAX_VALUE && high == Double.MAX_VALUE
                ? ""
                : Numbers.plain(low) + ".." + Numbers.plain(high);
    }

    /// Three digits, as a dragged slider gives.
    @Override
    public Double sample(RandomGenerator random) {
        double dragged =
                new BigDecimal(slider.at(random.nextDouble())).round(AS_TYPED).doubleValue();
        return Math.clamp(dragged, low, high);
    }
}
