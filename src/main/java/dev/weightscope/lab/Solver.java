package dev.weightscope.lab;

import dev.weightscope.kernel.Cancellation;

/// Answers the questions of a lab, one after the other. For use by one thread at a time.
public interface Solver<S, A> {
    /// The answer depends on the question alone: not on the kernel, nor on what was asked before.
    ///
    /// @param cancellation asked at most some milliseconds of work apart
    /// @param listener told how far it is
    /// @throws dev.weightscope.kernel.CancelledException if the answer is no longer wanted; the
    ///   solver is ready for the next question
    /// @throws dev.weightscope.model.Refusal in one sentence, if there is no answer
    A solve(Question<S> question, Cancellation cancellation, ProgressListener<A> listener);

    /// Gives back memory that only a next question would need.
    default void rest() {}
}
