package dev.weightscope.run;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Snapshot;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the worker thread does for an experiment: the engine's `run`, or a test's stand-in.
@FunctionalInterface
public interface Computation {
    /// @param preview takes a first answer, from fewer samples, if the whole one will be long in
    ///   coming; null where nobody wants it
    /// @throws CancelledException if it was cancelled
    /// @throws Refusal with a sentence, if the experiment cannot be computed
    Snapshot run(
            Experiment experiment, Cancellation cancellation, @Nullable Consumer<Snapshot> preview);
}
