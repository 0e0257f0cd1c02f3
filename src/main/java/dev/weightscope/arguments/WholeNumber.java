package dev.weightscope.arguments;

import dev.weightscope.model.Refusal;
import java.math.BigInteger;

/// A whole number that a person types.
///
/// @param low the least that it may be
/// @param high the most that it may be
public record WholeNumber(long low, long high) {
    public WholeNumber {
        if (low > high) {
            throw new IllegalArgumentException("no number is in %d..%d".formatted(low, high));
        }
    }

    /// @param option what is read, for the message
    /// @throws Refusal in one sentence, if the text is no whole number or one outside the bounds
    public long read(String option, String text) {
        BigInteger number;
        try {
            number = new BigInteger(text.strip());
        } catch (NumberFormatException _) {
            throw new Refusal(
                    "%s \"%s\" is not a whole number; write for example 40"
                            .formatted(option, text));
        }
        if (number.compareTo(BigInteger.valueOf(low)) < 0
                || number.compareTo(BigInteger.valueOf(high)) > 0) {
            throw new Refusal("%s %s is outside %d..%d".formatted(option, number, low, high));
        }
        return number.longValueExact();
    }
}
