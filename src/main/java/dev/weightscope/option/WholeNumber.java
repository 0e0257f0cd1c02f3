package dev.weightscope.option;

import java.math.BigInteger;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/// A whole number, in digits or in any form of [TypedNumber] that comes to one: `20/2`, `1e3`.
///
/// @param low the least that it may be
/// @param high the most that it may be
public record WholeNumber(long low, long high, SliderRange slider, String placeholder)
        implements NumberCodec<Long> {
    /// An example for whom digits are new.
    private static final long EXAMPLE = 40;

    /// Up to here every whole number is a double.
    private static final double LARGEST_EXACT = 1L << 53;

    public WholeNumber {
        if (low >= high) {
            throw new IllegalArgumentException(
                    "no choice of numbers in %d..%d".formatted(low, high));
        }
    }

    /// Dragged between its bounds.
    public WholeNumber(long low, long high) {
        this(low, high, SliderRange.linear((double) low, (double) high));
    }

    public WholeNumber(long low, long high, SliderRange slider) {
        this(low, high, slider, "N");
    }

    public WholeNumber withPlaceholder(String newPlaceholder) {
        return new WholeNumber(low, high, slider, newPlaceholder);
    }

    @Override
    public Long read(String name, String text) {
        BigInteger number = TypedNumber.isDigits(text) ? digits(name, text) : inAnyForm(name, text);
        if (number.compareTo(BigInteger.valueOf(low)) < 0
                || number.compareTo(BigInteger.valueOf(high)) > 0) {
            // Said even where bounds() is empty: digits may come to more than 64 bits.
            throw NumberCodec.outside(name, number.toString(), low + ".." + high);
        }
        return number.longValueExact();
    }

    private static BigInteger digits(String name, String text) {
        TypedNumber.requireShort(name, text);
        return new BigInteger(text.strip());
    }

    private BigInteger inAnyForm(String name, String text) {
        OptionalDouble number = TypedNumber.read(name, text);
        boolean isWhole =
                number.isPresent() && number.getAsDouble() == Math.rint(number.getAsDouble());
        if (isWhole && Math.abs(number.getAsDouble()) <= LARGEST_EXACT) {
            return BigInteger.valueOf((long) number.getAsDouble());
        }
        if (isWhole && (number.getAsDouble() < low || number.getAsDouble() > high)) {
            throw NumberCodec.outside(name, text.strip(), low + ".." + high);
        }
        throw NumberCodec.none(
                name,
                text,
                low + ".." + high,
                "a whole number",
                Long.toString(Math.clamp(EXAMPLE, low, high)));
    }

    @Override
    public Long of(double number) {
        return Math.round(number);
    }

    @Override
    public String write(Long value) {
        return Long.toString(value);
    }

    @Override
    public String bounds() {
        return low == Long.MIN_VALUE && high == Long.MAX_VALUE ? "" : low + ".." + high;
    }

    @Override
    public Long sample(RandomGenerator random) {
        return bounds().isEmpty()
                ? random.nextLong()
                : Math.clamp(Math.round(slider.at(random.nextDouble())), low, high);
    }
}
