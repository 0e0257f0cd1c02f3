package dev.weightscope.phase;

import java.util.OptionalInt;

/// How a network's training ended.
///
/// @param seed of its weights and of the order of its samples
/// @param accuracy the share of right answers among all that is trained on; NaN where the loss is
///   no number
/// @param diverged after how many steps the loss was none
/// @param hasEnded whether it did
public record MeasuredRun(long seed, double accuracy, OptionalInt diverged, boolean hasEnded) {
    /// One that has not ended.
    static MeasuredRun open(long seed) {
        return new MeasuredRun(seed, Double.NaN, OptionalInt.empty(), false);
    }

    static MeasuredRun ended(long seed, double accuracy, OptionalInt diverged) {
        return new MeasuredRun(seed, diverged.isPresent() ? Double.NaN : accuracy, diverged, true);
    }
}
