package dev.weightscope.lab;

import dev.weightscope.kernel.Cancellation;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// Whoever asks one question of a computation that answers several at once.
public final class Alone {
    private Alone() {}

    /// As [Computation#solve], by [Computation#solveAll].
    ///
    /// @throws dev.weightscope.model.Refusal as [Computation#solve]
    public static <Q, A> A solve(
            Computation<Q, A> computation,
            Q question,
            Cancellation cancellation,
            ProgressListener<A> listener) {
        AtomicReference<A> taken = new AtomicReference<>();
        computation.solveAll(
                List.of(question),
                cancellation,
                new Asker<>() {
                    @Override
                    public ProgressListener<A> begun(Q begun) {
                        return listener;
                    }

                    @Override
                    public void take(Q answered, Supplier<A> answer) {
                        taken.set(answer.get());
                    }
                });
        return Objects.requireNonNull(taken.get(), "whoever asks alone is answered");
    }
}
