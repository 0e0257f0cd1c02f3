package dev.weightscope.lab;

import java.util.function.Supplier;

/// Who asks several questions at once. For use by one thread at a time, that of the computation.
///
/// @param <Q> what is asked
/// @param <A> what is answered
public interface Asker<Q, A> {
    /// All steps that are left.
    int ALL_STEPS = Integer.MAX_VALUE;

    /// A question's computation begins.
    ///
    /// @return who is told how far it is
    ProgressListener<A> begun(Q question);

    /// Takes the last that is heard of a question.
    ///
    /// @param answer called at once; what it throws is the answer too, but for
    ///   [dev.weightscope.kernel.CancelledException], which goes on to the caller
    void take(Q question, Supplier<A> answer);

    /// How many steps each question goes on from where it is, 0 to show where that is. One that is
    /// not answered by then stands still: it is left without answer, and goes on when it is asked
    /// again. Read by computations that keep where their questions are, and no others.
    default int steps() {
        return ALL_STEPS;
    }
}
