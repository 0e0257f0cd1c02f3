package dev.weightscope.model;

/// How far a computation has come.
///
/// @param noun of what it does one after the other: `layer`
/// @param number of the one that it is at, counted from 1
/// @param total how many there are
public record Step(String noun, int number, int total) {
    public Step {
        if (number < 1 || number > total) {
            throw new IllegalArgumentException(
                    "%s %d of %d cannot be".formatted(noun, number, total));
        }
    }

    /// `layer 3 of 10`.
    public String label() {
        return "%s %d of %d".formatted(noun, number, total);
    }
}
