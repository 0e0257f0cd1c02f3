package dev.weightscope.signal;

import dev.weightscope.engine.Engine;
import dev.weightscope.engine.MomentsEngine;
import dev.weightscope.engine.Passes;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.lab.Pace;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Snapshot;
import java.time.Duration;
import java.util.function.Supplier;

/// Runs an experiment with the seeds behind its own.
///
/// The engine that answers a moving slider keeps the draws and the layers of the seed that it is
/// asked about; so that it still has them afterwards, other seeds are run on an engine of their
/// own, which computes no more than is kept of a draw, and whose memory is given back at the end.
final class OtherDraws {
    private final MomentsEngine engine;
    private final KeptSpreads kept;

    /// @param engine for other seeds alone
    OtherDraws(MomentsEngine engine, KeptSpreads kept) {
        this.engine = engine;
        this.kept = kept;
    }

    /// The answer with all draws that are asked for, each of which is told as it is found. It does
    /// not depend on what was told or known before.
    ///
    /// @param live its memory is given back where there is no room beside it
    SignalAnswer complete(
            SignalAnswer first,
            Engine live,
            Cancellation cancellation,
            ProgressListener<SignalAnswer> listener) {
        int asked = first.draws().asked();
        if (asked == 1) {
            return first;
        }
        KeptSpreads.Of others = withRoom(live, () -> kept.of(first.snapshot(), asked));
        SignalAnswer known = first.withOthers(others.draws(asked - 1), Duration.ZERO);
        Pace pace = new Pace(System::nanoTime, known.draws().done().size());
        long start = System.nanoTime();
        try {
            while (known.draws().done().size() < asked) {
                if (listener.wantsPartial()) {
                    listener.partial(known);
                }
                cancellation.throwIfCancelled();
                int done = known.draws().done().size();
                listener.step(pace.step("draw", done + 1, asked));
                others.add(run(first.snapshot(), done, live, cancellation));
                known =
                        first.withOthers(
                                others.draws(asked - 1),
                                Duration.ofNanos(System.nanoTime() - start));
            }
            return known;
        } finally {
            engine.release();
        }
    }

    /// @param later by how much the seed is
    private Draw run(Snapshot first, int later, Engine live, Cancellation cancellation) {
        Experiment experiment = first.experiment().withSeed(first.experiment().seed() + later);
        Passes passes = first.hasGradients() ? Passes.THERE_AND_BACK : Passes.FORWARD;
        return Draw.of(
                experiment.seed(),
                withRoom(live, () -> engine.run(experiment, passes, cancellation)));
    }

    private static <T> T withRoom(Engine live, Supplier<T> work) {
        try {
            return work.get();
        } catch (Refusal _) {
            live.release();
            return work.get();
        }
    }
}
