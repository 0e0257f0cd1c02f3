package dev.weightscope.lab;

import dev.weightscope.option.Option;
import java.util.List;

/// A number by which one answer is looked at, as the step of a training: it can be animated without
/// another answer.
///
/// @param <S> the lab's settings
/// @param <A> its answers
public interface Moments<S, A> {
    /// What it is called: `step`; no key of the lab's options.
    String key();

    /// The number as settings of its own, from the first moment of an answer to the last.
    Option<Long, Long> number(Question<S> question);

    /// What can be shown of an answer at a moment, as [Lab#views(Object)].
    List<View<A>> views(A answer, long moment);
}
