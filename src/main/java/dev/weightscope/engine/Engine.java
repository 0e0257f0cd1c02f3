package dev.weightscope.engine;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.model.ActivationFunction.Range;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InvalidExperimentException;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.TensorStatistics;
import dev.weightscope.network.ForwardPass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Computes what an experiment asks for: a forward pass in float32, and the statistics of every
/// tensor on the way.
///
/// The answer depends on the experiment alone: not on the kernel, its threads, or what was computed
/// before. Not for use by several threads at once: it keeps its work space for the next run.
public final class Engine {
    private final Kernel kernel;
    private final ForwardPass pass;
    private final long memoryLimit;

    /// An engine that may use what the JVM may.
    ///
    /// @param kernel not closed by the engine
    public Engine(Kernel kernel) {
        this(kernel, Runtime.getRuntime().maxMemory());
    }

    /// @param kernel not closed by the engine
    /// @param memoryLimit in bytes; an experiment that needs more is refused
    public Engine(Kernel kernel, long memoryLimit) {
        this.kernel = kernel;
        this.pass = new ForwardPass(kernel);
        this.memoryLimit = memoryLimit;
    }

    /// Runs the whole experiment.
    ///
    /// @param cancellation asked between layers, and inside of them at most some milliseconds of
    ///   work apart
    /// @throws CancelledException if it is no longer wanted; the engine is ready for the next run
    /// @throws InvalidExperimentException before anything is allocated, if it needs more memory
    ///   than there is; or if a custom initializer fails
    public Snapshot run(Experiment experiment, Cancellation cancellation) {
        long start = System.nanoTime();
        MemoryEstimate.of(experiment).requireWithin(memoryLimit);
        TensorSurvey survey = new TensorSurvey(kernel, experiment.binning(), cancellation);
        pass.begin(experiment, cancellation);
        TensorStatistics input = survey.of(pass.signal(), Range.UNBOUNDED);
        List<LayerStatistics> layers = new ArrayList<>(experiment.depth());
        Range range = experiment.activation().function().range();
        for (int layer = 1; layer <= experiment.depth(); layer++) {
            cancellation.throwIfCancelled();
            pass.advance(experiment, layer, cancellation);
            layers.add(
                    new LayerStatistics(
                            layer,
                            experiment.fanIn(layer),
                            experiment.fanOut(layer),
                            survey.of(pass.weights(), Range.UNBOUNDED),
                            survey.of(pass.preActivation(), Range.UNBOUNDED),
                            survey.of(pass.signal(), range)));
        }
        return new Snapshot(
                experiment,
                experiment.effectiveSamples(),
                input,
                layers,
                Duration.ofNanos(System.nanoTime() - start));
    }
}
