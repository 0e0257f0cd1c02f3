package dev.weightscope.run;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.model.Refusal;

/// What the worker thread does for a question: a lab's solver, or a test's stand-in.
///
/// @param <Q> what is asked
/// @param <A> what is answered
@FunctionalInterface
public interface Computation<Q, A> {
    /// @param listener told how far it is; takes coarser answers, if it wants them
    /// @throws CancelledException if it was cancelled
    /// @throws Refusal with a sentence, if the question cannot be answered
    A run(Q question, Cancellation cancellation, ProgressListener<A> listener);

    /// Gives back memory that only a next question would need; called on the worker's thread when
    /// none has come for a while.
    default void rest() {}
}
