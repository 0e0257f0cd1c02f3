package dev.weightscope.lab;

import dev.weightscope.model.Step;
import java.time.Duration;

/// Who waits for an answer, and what is told while it is computed.
public interface ProgressListener<A> {
    /// Someone who waits for the whole answer alone.
    static <A> ProgressListener<A> none() {
        return new ProgressListener<>() {};
    }

    /// A step is about to be computed.
    default void step(Step step) {}

    /// Whether coarser answers are worth computing.
    default boolean wantsPartial() {
        return false;
    }

    /// A part of the answer: true, only coarser than the whole.
    default void partial(A answer) {}

    /// A part of the answer that comes before the whole is begun.
    ///
    /// @param left how long the whole one is likely to take from now on
    default void partial(A answer, Duration left) {
        partial(answer);
    }
}
