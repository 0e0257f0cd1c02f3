package dev.weightscope.run;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InvalidExperimentException;
import dev.weightscope.model.Snapshot;

/// What the worker thread does for an experiment: the engine's `run`, or a test's stand-in.
@FunctionalInterface
public interface Computation {
    /// @throws CancelledException if it was cancelled
    /// @throws InvalidExperimentException with a sentence, if the experiment cannot be computed
    Snapshot run(Experiment experiment, Cancellation cancellation);
}
