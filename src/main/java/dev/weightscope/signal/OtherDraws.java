package dev.weightscope.signal;

import dev.weightscope.engine.Engine;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.Step;

/// Runs an experiment with the seeds behind its own.
///
/// The engine that answers a moving slider keeps the draws and the layers of the seed that it is
/// asked about; so that it still has them afterwards, other seeds are run on an engine of their
/// own, whose memory is given back at the end.
final class OtherDraws {
    private final Engine engine;

    /// @param engine for other seeds alone
    OtherDraws(Engine engine) {
        this.engine = engine;
    }

    /// The answer with all draws that are asked for, each of which is told as it is found. It does
    /// not depend on what was told.
    ///
    /// @param live its memory is given back where there is no room beside it
    SignalAnswer add(
            SignalAnswer answer,
            Engine live,
            Cancellation cancellation,
            ProgressListener<SignalAnswer> listener) {
        SignalAnswer known = answer;
        try {
            while (known.draws().done().size() < known.draws().asked()) {
                if (listener.wantsPartial()) {
                    listener.partial(known);
                }
                cancellation.throwIfCancelled();
                int next = known.draws().done().size();
                listener.step(new Step("draw", next + 1, known.draws().asked()));
                Experiment experiment = answer.snapshot().experiment();
                known =
                        known.and(
                                Draw.of(
                                        run(
                                                experiment.withSeed(experiment.seed() + next),
                                                live,
                                                cancellation)));
            }
            return known;
        } finally {
            engine.release();
        }
    }

    private Snapshot run(Experiment experiment, Engine live, Cancellation cancellation) {
        try {
            return engine.run(experiment, cancellation);
        } catch (Refusal _) {
            live.release();
            return engine.run(experiment, cancellation);
        }
    }
}
