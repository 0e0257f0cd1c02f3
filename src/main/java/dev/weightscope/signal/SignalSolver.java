package dev.weightscope.signal;

import dev.weightscope.engine.Engine;
import dev.weightscope.engine.Passes;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.lab.Solver;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Snapshot;
import dev.weightscope.theory.SignalTheory;
import dev.weightscope.theory.TheoryAnswer;
import java.util.Optional;

/// What theory says comes first, since it takes least; then the experiment's own draw, which may
/// have a preview; then the other draws, each a partial answer.
final class SignalSolver implements Solver<SignalSettings, SignalAnswer> {
    private final Engine engine;
    private final OtherDraws others;

    SignalSolver(Engine engine, OtherDraws others) {
        this.engine = engine;
        this.others = others;
    }

    @Override
    public SignalAnswer solve(
            Question<SignalSettings> question,
            Cancellation cancellation,
            ProgressListener<SignalAnswer> listener) {
        Experiment experiment = question.experiment();
        SignalSettings settings = question.settings();
        Optional<TheoryAnswer> theory =
                settings.theory()
                        ? Optional.of(
                                SignalTheory.answer(experiment, cancellation::throwIfCancelled))
                        : Optional.empty();
        Passes passes = settings.backward() ? Passes.THERE_AND_BACK : Passes.FORWARD;
        Snapshot snapshot =
                engine.run(
                        experiment,
                        passes,
                        cancellation,
                        listener::step,
                        listener.wantsPartial()
                                ? preview ->
                                        listener.partial(
                                                SignalAnswer.of(preview, theory, settings.draws()),
                                                engine.likelyTime(experiment, passes))
                                : null);
        return others.complete(
                SignalAnswer.of(snapshot, theory, settings.draws()),
                engine,
                cancellation,
                listener);
    }

    @Override
    public void rest() {
        engine.release();
    }
}
