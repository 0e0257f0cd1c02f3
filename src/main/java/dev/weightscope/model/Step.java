package dev.weightscope.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How far a computation has come.
///
/// @param noun of what it does one after the other: `layer`
/// @param number of the one that it is at, counted from 1
/// @param total how many there are
/// @param left how long all that is left will take, by what was done until now; null where that is
///   not known
public record Step(String noun, int number, int total, @Nullable Duration left) {
    private static final int SECONDS_OF_A_MINUTE = 60;

    public Step {
        if (number < 1 || number > total) {
            throw new IllegalArgumentException(
                    "%s %d of %d cannot be".formatted(noun, number, total));
        }
    }

    public Step(String noun, int number, int total) {
        this(noun, number, total, null);
    }

    /// `layer 3 of 10`, `draw 7 of 50, 12 s left`.
    public String label() {
        String place = "%s %d of %d".formatted(noun, number, total);
        return left == null ? place : place + ", " + text(left) + " left";
    }

    /// Rounded up: it does not take less.
    private static String text(Duration left) {
        long seconds = Math.ceilDiv(left.toMillis(), 1000L);
        return seconds < 2 * SECONDS_OF_A_MINUTE
                ? Math.max(1, seconds) + " s"
                : Math.ceilDiv(seconds, SECONDS_OF_A_MINUTE) + " min";
    }
}
