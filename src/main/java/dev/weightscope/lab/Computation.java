package dev.weightscope.lab;

import dev.weightscope.kernel.Cancellation;
import java.util.List;

/// What answers questions: a lab's [Solver], or a test's stand-in. For use by one thread at a time.
///
/// @param <Q> what is asked, an immutable value
/// @param <A> what is answered, an immutable value
@FunctionalInterface
public interface Computation<Q, A> {
    /// The answer depends on the question alone: not on the kernel, nor on what was asked before.
    ///
    /// @param cancellation asked at most some milliseconds of work apart
    /// @param listener told how far it is
    /// @throws dev.weightscope.kernel.CancelledException if the answer is no longer wanted; the
    ///   computation is ready for the next question
    /// @throws dev.weightscope.model.Refusal in one sentence, if there is no answer
    A solve(Q question, Cancellation cancellation, ProgressListener<A> listener);

    /// Answers several questions, each as [#solve] does. Unless it says otherwise, one after the
    /// other; one that computes them together may answer them in any order, and leaves those
    /// without answer that stand still ([Asker#steps]).
    ///
    /// @param questions different ones, the most urgent first
    /// @param cancellation as for [#solve], of all of them
    /// @throws dev.weightscope.kernel.CancelledException as for [#solve]
    default void solveAll(List<Q> questions, Cancellation cancellation, Asker<Q, A> asker) {
        for (Q question : questions) {
            ProgressListener<A> listener = asker.begun(question);
            asker.take(question, () -> solve(question, cancellation, listener));
        }
    }

    /// Gives back memory that only a next question would need.
    default void rest() {}
}
