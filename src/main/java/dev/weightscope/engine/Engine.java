package dev.weightscope.engine;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.memory.MemoryNeed;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.Step;
import dev.weightscope.network.ForwardPass;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Computes what an experiment asks for: a pass through its layers in its number format, there or
/// there and back, and the statistics of every tensor on the way.
///
/// The answer depends on the experiment alone: not on the kernel, its threads, or what was computed
/// before. But what is known already is not computed again: draws of unit scale are kept, and so
/// are the findings of the last run, as far as the next one shares its first layers ([CachedPass]).
///
/// Not for use by several threads at once.
public final class Engine {
    private final ForwardPass pass;
    private final CachedPass whole;
    private final CachedPass first;
    private final MemoryBudget.Claim memory;
    private final SpeedEstimate pace;
    private final Previews previews;

    /// An engine that may use what the JVM may.
    ///
    /// @param kernel not closed by the engine
    public Engine(Kernel kernel) {
        this(kernel, MemoryBudget.ofHeap());
    }

    /// @param kernel not closed by the engine
    /// @param memory an experiment that needs more is refused; draws are kept in what may be kept
    public Engine(Kernel kernel, MemoryBudget memory) {
        this(
                kernel,
                memory,
                new SpeedEstimate(SpeedEstimate.FRAME),
                Previews.within(SpeedEstimate.FRAME));
    }

    /// With previews of the fewest samples.
    Engine(Kernel kernel, MemoryBudget memory, SpeedEstimate pace) {
        this(kernel, memory, pace, Previews.within(Duration.ZERO));
    }

    Engine(Kernel kernel, MemoryBudget memory, SpeedEstimate pace, Previews previews) {
        WeightSurveys weightSurveys = new WeightSurveys();
        this.pass = ForwardPass.growingAhead(kernel);
        this.whole = new CachedPass(kernel, pass, weightSurveys);
        Kernel some = kernel.onAtMost(Previews.threads(Runtime.getRuntime().availableProcessors()));
        this.first = new CachedPass(some, pass.on(some), weightSurveys);
        this.memory = memory.open();
        this.pace = pace;
        this.previews = previews;
    }

    /// Runs the whole experiment forward.
    ///
    /// @param cancellation asked between layers, and inside of them at most some milliseconds of
    ///   work apart
    /// @throws CancelledException if it is no longer wanted; the engine is ready for the next run
    /// @throws Refusal before anything is allocated, if it needs more memory than there is; if
    ///   there is less than it seemed; or if a custom initializer fails
    public Snapshot run(Experiment experiment, Cancellation cancellation) {
        return run(experiment, Passes.FORWARD, cancellation);
    }

    /// As above, and back where that is asked for.
    public Snapshot run(Experiment experiment, Passes passes, Cancellation cancellation) {
        return run(experiment, passes, cancellation, _ -> {}, null);
    }

    /// Runs the whole experiment, and where that is likely to take longer than a frame, its first
    /// samples before: a true answer, only coarser.
    ///
    /// @param passes whether the gradients are asked for too
    /// @param cancellation as above
    /// @param steps told of each layer of the whole experiment before it is computed, on the way
    ///   there and on the way back; what is known already is left out
    /// @param preview takes the answer of the first samples, at most once; null for no preview
    /// @throws CancelledException as above
    /// @throws Refusal as above
    public Snapshot run(
            Experiment experiment,
            Passes passes,
            Cancellation cancellation,
            Consumer<Step> steps,
            @Nullable Consumer<Snapshot> preview) {
        SurveyQuestion question = SurveyQuestion.of(experiment, passes);
        MemoryNeed need = MemoryEstimate.of(question);
        memory.take(MemoryEstimate.least(question));
        long bytes = Math.min(need.bytes(), memory.available());
        try {
            return run(new Run(experiment, cancellation, steps), question, bytes, preview);
        } catch (OutOfMemoryError noRoom) {
            release(); // or it would be in the way of the next one too
            throw need.noRoom(noRoom, "fewer threads");
        }
    }

    /// How long the whole of an experiment is likely to take now: by what of it is not known yet,
    /// and how fast others were computed. While a hand moves those may all be previews, which are
    /// slower; but the last whole one may have drawn all weights.
    public Duration likelyTime(Experiment experiment, Passes passes) {
        double work = whole.work(SurveyQuestion.of(experiment, passes));
        Duration byWholes = pace.likelyTime(work);
        Duration byPreviews = previews.likelyTime(work);
        return byPreviews.compareTo(byWholes) < 0 ? byPreviews : byWholes;
    }

    /// What is asked for, and by whom.
    private record Run(Experiment experiment, Cancellation cancellation, Consumer<Step> steps) {}

    private Snapshot run(
            Run run, SurveyQuestion question, long bytes, @Nullable Consumer<Snapshot> preview) {
        long start = System.nanoTime();
        double work = whole.work(question);
        SurveyQuestion coarse = previews.of(question, first::work, work);
        double coarseWork = first.work(coarse);
        long bytesWithPreview = bytes + MemoryEstimate.ofPreview(coarse);
        boolean worthwhile =
                preview != null
                        && bytesWithPreview <= memory.available()
                        && pace.isLong(work)
                        && Previews.isMuchLess(coarseWork, work);
        TapePlan plan;
        if (preview != null && worthwhile) {
            plan = prepare(question, coarse, bytesWithPreview, run.cancellation());
            TapePlan all = TapePlan.whole(question.depth());
            long begun = System.nanoTime();
            CachedPass.Findings found = first.run(coarse, all, run.cancellation(), _ -> {});
            long given = System.nanoTime();
            previews.note(coarseWork, given - begun);
            preview.accept(snapshot(run.experiment(), coarse, found, given - start));
            start += System.nanoTime() - given; // the taker's time is no part of the answer's
        } else {
            plan = prepare(question, null, bytes, run.cancellation());
        }
        long begun = System.nanoTime();
        CachedPass.Findings found = whole.run(question, plan, run.cancellation(), run.steps());
        long end = System.nanoTime();
        pace.note(work, end - begun);
        return snapshot(run.experiment(), question, found, end - start);
    }

    /// Makes room: what larger experiments have left may stay where all fits beside it.
    ///
    /// @param coarse what the preview is of, or null for none
    /// @param bytes what both need
    /// @return what is kept for the way back, beside what is needed
    private TapePlan prepare(
            SurveyQuestion question,
            @Nullable SurveyQuestion coarse,
            long bytes,
            Cancellation cancellation) {
        if (!question.goesBack()) {
            whole.releaseTape();
            first.releaseTape();
        }
        long tape = MemoryEstimate.tape(question, memory.available() - bytes);
        long left = bytesBeyond(question, tape, coarse);
        if (bytes + tape + left > memory.available()) {
            release();
            left = 0;
        }
        pass.prepare(question.pass(), memory.keepBeside(bytes + tape + left), cancellation);
        return question.goesBack()
                ? TapePlan.of(question.pass(), tape)
                : TapePlan.whole(question.depth());
    }

    /// How much more memory there is in use than a run and its preview ask for.
    ///
    /// @param tape bytes that are kept for the way back
    long bytesBeyond(SurveyQuestion question, long tape, @Nullable SurveyQuestion coarse) {
        return pass.bytesBeyond(question.pass())
                + whole.bytesBeyond(question, tape)
                + first.bytesBeyond(coarse, coarse == null ? 0 : Long.MAX_VALUE);
    }

    /// Bytes of the arrays that batches of the whole experiment go through, and of its tape.
    long bytesOfSignals() {
        return whole.bytesBeyond(null, 0);
    }

    /// Gives back all memory that is not an answer: work space and kept draws. What was found out
    /// is kept. Not to be called during a run, and by the thread that runs.
    public void release() {
        pass.release();
        whole.release();
        first.release();
        memory.giveBack();
    }

    /// @param asked what was run: the experiment, or its first samples
    private static Snapshot snapshot(
            Experiment experiment, SurveyQuestion asked, CachedPass.Findings found, long nanos) {
        return new Snapshot(
                experiment,
                asked.samples(),
                found.input(),
                found.layers(),
                Duration.ofNanos(nanos),
                found.recomputed());
    }
}
