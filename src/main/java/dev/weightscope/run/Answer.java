package dev.weightscope.run;

import dev.weightscope.model.Step;

/// What comes back for a question.
///
/// @param <Q> what is asked, an immutable value
/// @param <A> what is answered, an immutable value
public sealed interface Answer<Q, A> {
    /// What was asked.
    Q question();

    /// It was computed.
    record Complete<Q, A>(Q question, A answer) implements Answer<Q, A> {}

    /// It is still being computed; a part of it is.
    ///
    /// @param answer true, only coarser than the whole one
    record Partial<Q, A>(Q question, A answer) implements Answer<Q, A> {}

    /// It is still being computed.
    ///
    /// @param step where it is
    record AtStep<Q, A>(Q question, Step step) implements Answer<Q, A> {}

    /// It could not be computed.
    ///
    /// @param reason one sentence for the person who asked
    record Refused<Q, A>(Q question, String reason) implements Answer<Q, A> {}
}
