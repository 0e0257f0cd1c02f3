package dev.weightscope.ui.file;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Step;
import dev.weightscope.run.Background;
import dev.weightscope.run.Background.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Makes files in the background that take long: animations, with an engine of their own, so that
/// that of the live answer keeps what it knows, and networks that have to learn first.
///
/// @param background for this alone; delivers on the toolkit's thread
/// @param deliverer runs what is to be done with progress, on the toolkit's thread
/// @param kernel not closed here
/// @param memory what all that computes draws from
public record Animator(
        Background background, Executor deliverer, Kernel kernel, MemoryBudget memory) {
    /// @param deliverer runs what is to be done with results, on the toolkit's thread
    public static Animator of(Executor deliverer, Kernel kernel, MemoryBudget memory) {
        return new Animator(new Background(deliverer), deliverer, kernel, memory);
    }

    /// What makes a file.
    @FunctionalInterface
    interface Making {
        /// @param progress told how far it is, on any thread
        void make(Consumer<Step> progress, Cancellation cancellation) throws IOException;
    }

    /// An animation.
    Making animation(AnimationChoice<?, ?> choice, Path place) {
        return (progress, cancellation) ->
                choice.write(place, kernel, memory, progress, cancellation);
    }

    /// A network's weights.
    Making weights(NetworkExport<?> network, Path place) {
        return (progress, cancellation) -> network.write(place, kernel, progress, cancellation);
    }

    /// Asks for a file, in the place of one that is under way: that is given up.
    ///
    /// @param progress told how far it is, on the toolkit's thread
    /// @param reader called once, unless it is cancelled
    void request(
            Making making, Path place, Consumer<Step> progress, Consumer<Outcome<Path>> reader) {
        background.<Path>request(
                this,
                cancellation -> {
                    making.make(newest(cancellation, progress), cancellation);
                    return place;
                },
                reader);
    }

    /// Gives up what was asked for, if anything was; of that nothing is left.
    void cancel() {
        background.cancel(this);
    }

    /// Gives all up, and returns when nothing more is written.
    public void close() {
        background.closeAndWait();
    }

    /// Of steps between two deliveries the newest is delivered.
    private Consumer<Step> newest(Cancellation cancellation, Consumer<Step> progress) {
        AtomicReference<@Nullable Step> waiting = new AtomicReference<>();
        return step -> {
            if (waiting.getAndSet(step) == null) {
                deliverer.execute(() -> {
                    Step newest = waiting.getAndSet(null);
                    if (newest != null && !cancellation.isCancelled()) {
                        progress.accept(newest);
                    }
                });
            }
        };
    }
}
