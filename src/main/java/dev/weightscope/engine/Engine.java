package dev.weightscope.engine;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Snapshot;
import dev.weightscope.network.ForwardPass;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Computes what an experiment asks for: a forward pass in its number format, and the statistics of
/// every tensor on the way.
///
/// The answer depends on the experiment alone: not on the kernel, its threads, or what was computed
/// before. But what is known already is not computed again: draws of unit scale are kept, and so
/// are the findings of the last run, as far as the next one shares its first layers ([CachedPass]).
///
/// Not for use by several threads at once.
public final class Engine {
    /// A larger share would leave too little for the experiments themselves.
    static final int SHARE_OF_DRAWS = 4;

    private final ForwardPass pass;
    private final CachedPass whole;
    private final CachedPass first;
    private final long memoryLimit;
    private final long drawBudget;
    private final SpeedEstimate pace;

    /// An engine that may use what the JVM may, a quarter of it for draws.
    ///
    /// @param kernel not closed by the engine
    public Engine(Kernel kernel) {
        this(
                kernel,
                Runtime.getRuntime().maxMemory(),
                Runtime.getRuntime().maxMemory() / SHARE_OF_DRAWS);
    }

    /// @param kernel not closed by the engine
    /// @param memoryLimit in bytes; an experiment that needs more is refused
    /// @param drawBudget how many bytes of draws may be kept, 0 for none; what an experiment needs
    ///   goes first
    public Engine(Kernel kernel, long memoryLimit, long drawBudget) {
        this(kernel, memoryLimit, drawBudget, new SpeedEstimate(SpeedEstimate.FRAME));
    }

    Engine(Kernel kernel, long memoryLimit, long drawBudget, SpeedEstimate pace) {
        WeightSurveys weightSurveys = new WeightSurveys();
        this.pass = new ForwardPass(kernel);
        this.whole = new CachedPass(kernel, pass, weightSurveys);
        this.first = new CachedPass(kernel, pass, weightSurveys);
        this.memoryLimit = memoryLimit;
        this.drawBudget = drawBudget;
        this.pace = pace;
    }

    /// Runs the whole experiment.
    ///
    /// @param cancellation asked between layers, and inside of them at most some milliseconds of
    ///   work apart
    /// @throws CancelledException if it is no longer wanted; the engine is ready for the next run
    /// @throws Refusal before anything is allocated, if it needs more memory than there is; or if a
    ///   custom initializer fails
    public Snapshot run(Experiment experiment, Cancellation cancellation) {
        return run(experiment, cancellation, null);
    }

    /// Runs the whole experiment, and where that is likely to take longer than a frame, its first
    /// samples before: a true answer, only coarser.
    ///
    /// @param cancellation as above
    /// @param preview takes the answer of the first samples, at most once; null for no preview
    /// @throws CancelledException as above
    /// @throws Refusal as above
    public Snapshot run(
            Experiment experiment,
            Cancellation cancellation,
            @Nullable Consumer<Snapshot> preview) {
        MemoryEstimate need = MemoryEstimate.of(experiment);
        need.requireWithin(memoryLimit);
        try {
            return run(experiment, need.bytes(), cancellation, preview);
        } catch (OutOfMemoryError noRoom) {
            release(); // or it would be in the way of the next one too
            throw noRoom;
        }
    }

    private Snapshot run(
            Experiment experiment,
            long bytes,
            Cancellation cancellation,
            @Nullable Consumer<Snapshot> preview) {
        long start = System.nanoTime();
        Experiment coarse = Previews.of(experiment);
        long bytesWithPreview = bytes + MemoryEstimate.of(coarse).bytes();
        double work = whole.work(experiment);
        boolean worthwhile =
                preview != null
                        && bytesWithPreview <= memoryLimit
                        && pace.isLong(work)
                        && Previews.MUCH_LESS * first.work(coarse) <= work;
        if (preview != null && worthwhile) {
            prepare(experiment, coarse, bytesWithPreview, cancellation);
            Snapshot coarseAnswer = answer(experiment, coarse, first, start, cancellation);
            long given = System.nanoTime();
            preview.accept(coarseAnswer);
            start += System.nanoTime() - given; // the taker's time is no part of the answer's
        } else {
            prepare(experiment, null, bytes, cancellation);
        }
        long begun = System.nanoTime();
        Snapshot answer = answer(experiment, experiment, whole, start, cancellation);
        pace.note(work, System.nanoTime() - begun);
        return answer;
    }

    /// Makes room: what larger experiments have left may stay where all fits beside it.
    ///
    /// @param coarse what the preview is of, or null for none
    /// @param bytes what both need
    private void prepare(
            Experiment experiment,
            @Nullable Experiment coarse,
            long bytes,
            Cancellation cancellation) {
        long left = bytesBeyond(experiment, coarse);
        if (bytes + left > memoryLimit) {
            release();
            left = 0;
        }
        pass.prepare(experiment, Math.min(drawBudget, memoryLimit - bytes - left), cancellation);
    }

    /// How much more memory there is in use than an experiment and its preview ask for.
    long bytesBeyond(Experiment experiment, @Nullable Experiment coarse) {
        return pass.bytesBeyond(experiment)
                + whole.bytesBeyond(experiment)
                + first.bytesBeyond(coarse);
    }

    private void release() {
        pass.release();
        whole.release();
        first.release();
    }

    /// @param asked what is run: the experiment, or its first samples
    private static Snapshot answer(
            Experiment experiment,
            Experiment asked,
            CachedPass course,
            long start,
            Cancellation cancellation) {
        CachedPass.Findings findings = course.run(asked, cancellation);
        return new Snapshot(
                experiment,
                asked.effectiveSamples(),
                findings.input(),
                findings.layers(),
                Duration.ofNanos(System.nanoTime() - start));
    }
}
