package dev.weightscope.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.weightscope.model.Refusal;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// What became of many inputs, each of which must end in a value or in one sentence.
final class Tally {
    /// A path, a value, and what is said of them.
    private static final int LONGEST_SENTENCE = 600;

    private final String kind;
    private int read;
    private int refused;
    private int longest;

    Tally(String kind) {
        this.kind = kind;
    }

    /// @param input names it in failures: its seed
    void count(String input, Callable<?> reading) {
        String sentence = refusal(input, reading);
        if (sentence == null) {
            read++;
            return;
        }
        refused++;
        longest = Math.max(longest, sentence.length());
        assertTrue(
                !sentence.isBlank() && !sentence.equals("null"), () -> input + " has no sentence");
        assertTrue(
                sentence.length() <= LONGEST_SENTENCE,
                () -> "%s: %d characters: %s".formatted(input, sentence.length(), sentence));
        assertEquals(
                0,
                sentence.chars().filter(Character::isISOControl).count(),
                () -> "%s: control characters in: %s".formatted(input, sentence));
    }

    int total() {
        return read + refused;
    }

    /// `csv: 500 inputs, 120 read, 380 refused, the longest sentence 240 characters`
    @Override
    public String toString() {
        return "%s: %d inputs, %d read, %d refused, the longest sentence %d characters"
                .formatted(kind, total(), read, refused, longest);
    }

    /// The sentence; null where there is a value.
    private @Nullable String refusal(String input, Callable<?> reading) {
        try {
            reading.call();
            return null;
        } catch (Refusal | IOException failure) {
            return String.valueOf(failure.getMessage());
        } catch (Exception | StackOverflowError | OutOfMemoryError failure) {
            return fail(kind + " " + input + " throws " + failure, failure);
        }
    }
}
