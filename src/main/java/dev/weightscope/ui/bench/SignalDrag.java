package dev.weightscope.ui.bench;

import dev.weightscope.bench.window.AnswerMoments.Extent;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Snapshot;
import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Live;
import dev.weightscope.ui.state.Progress;
import dev.weightscope.ui.state.Session;
import java.util.Optional;
import javafx.util.Subscription;

/// A hand on a slider of the experiment, with the signal in sight. Toolkit thread only.
final class SignalDrag implements Exercise {
    private final Session session;
    private final LabState<?, SignalAnswer> lab;
    private final Experiment start;
    private final Stroke stroke;
    private Subscription answers = Subscription.EMPTY;
    private boolean isAnswerNew;

    /// @param start what the window shows before the hand moves
    SignalDrag(Session session, LabState<?, SignalAnswer> lab, Experiment start, Stroke stroke) {
        this.session = session;
        this.lab = lab;
        this.start = start;
        this.stroke = stroke;
    }

    @Override
    public void prepare() {
        session.edit(_ -> start);
        answers = lab.liveProperty().map(Live::answer).subscribe(_ -> isAnswerNew = true);
    }

    @Override
    public boolean isAnswered() {
        return lab.live().progress() instanceof Progress.Answered && !isAnswerNew;
    }

    @Override
    public void begin() {
        stroke.begin();
    }

    @Override
    public Done move(int step) {
        return stroke.move(step);
    }

    @Override
    public Object question() {
        return session.experiment();
    }

    @Override
    public void end() {
        stroke.end();
    }

    @Override
    public Optional<Seen> look() {
        Snapshot now = lab.live().answer().map(SignalAnswer::snapshot).orElse(null);
        if (now == null || !isAnswerNew) {
            return Optional.empty();
        }
        isAnswerNew = false;
        return Optional.of(
                new Seen(
                        Optional.of(now.experiment()),
                        now.isComplete() ? Extent.WHOLE : Extent.PART));
    }

    @Override
    public void close() {
        answers.unsubscribe();
    }
}
