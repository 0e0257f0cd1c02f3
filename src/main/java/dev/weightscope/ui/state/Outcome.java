package dev.weightscope.ui.state;

import java.util.Optional;

/// How a lab's question about a pin stands.
///
/// @param <A> what the lab answers
public sealed interface Outcome<A> {
    /// The answer is on its way, or will be asked for.
    record Waiting<A>() implements Outcome<A> {}

    record Answered<A>(A answer) implements Outcome<A> {}

    /// There will be no answer, and it is not asked for again.
    ///
    /// @param sentence why, and what would be possible
    record Refused<A>(String sentence) implements Outcome<A> {}

    /// Why there will be no answer; empty where there is one or will be.
    default String refusal() {
        return this instanceof Refused<A>(String sentence) ? sentence : "";
    }

    default Optional<A> answered() {
        return switch (this) {
            case Answered<A>(A answer) -> Optional.of(answer);
            case Waiting<A> _, Refused<A> _ -> Optional.empty();
        };
    }
}
