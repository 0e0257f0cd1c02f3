package dev.weightscope.ui.state;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// How a lab's question about a pin stands.
///
/// @param <A> what the lab answers
public sealed interface Outcome<A> {
    /// The answer is on its way, or will be asked for.
    ///
    /// @param older what there is of the answer, or what the lab answered with other settings, to
    ///   be shown meanwhile; null for none
    record Waiting<A>(@Nullable A older) implements Outcome<A> {
        public Waiting() {
            this(null);
        }
    }

    record Answered<A>(A answer) implements Outcome<A> {}

    /// A person did not want to wait for the rest; it is not asked for again until all goes on.
    ///
    /// @param part what there is of the answer; null for none
    record Cancelled<A>(@Nullable A part) implements Outcome<A> {}

    /// There will be no answer, and it is not asked for again.
    ///
    /// @param sentence why, and what would be possible
    record Refused<A>(String sentence) implements Outcome<A> {}

    /// Why there will be no answer; empty where there is one or will be.
    default String refusal() {
        return this instanceof Refused<A>(String sentence) ? sentence : "";
    }

    /// The answer, or an older one until it comes.
    default Optional<A> answered() {
        return switch (this) {
            case Answered<A>(A answer) -> Optional.of(answer);
            case Waiting<A>(A older) -> Optional.ofNullable(older);
            case Cancelled<A>(A part) -> Optional.ofNullable(part);
            case Refused<A> _ -> Optional.empty();
        };
    }

    /// The same with what there is of an answer changed.
    default Outcome<A> map(UnaryOperator<A> change) {
        return switch (this) {
            case Answered<A>(A answer) -> new Answered<>(change.apply(answer));
            case Waiting<A>(A older) -> new Waiting<>(older == null ? null : change.apply(older));
            case Cancelled<A>(A part) -> new Cancelled<>(part == null ? null : change.apply(part));
            case Refused<A> refused -> refused;
        };
    }
}
