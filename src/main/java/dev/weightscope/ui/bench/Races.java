package dev.weightscope.ui.bench;

import dev.weightscope.bench.window.AnswerMoments.Extent;
import dev.weightscope.race.TrainingAnswer;
import dev.weightscope.race.TrainingSettings;
import dev.weightscope.session.Pin;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Session;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.util.Subscription;

/// Races one after the other, each begun when the one before has been seen to its end; no hand
/// moves. Toolkit thread only.
final class Races implements Exercise {
    private final Session session;
    private final LabState<TrainingSettings, TrainingAnswer> lab;
    private final List<Runnable> starts;
    private Subscription changes = Subscription.EMPTY;
    private int begun;
    private boolean hasChanged;
    private boolean isSeenWhole = true;

    /// @param starts each begins a race
    Races(Session session, LabState<TrainingSettings, TrainingAnswer> lab, List<Runnable> starts) {
        this.session = session;
        this.lab = lab;
        this.starts = List.copyOf(starts);
    }

    @Override
    public void prepare() {
        changes =
                Subscription.combine(
                        lab.liveProperty().subscribe(() -> hasChanged = true),
                        lab.outcomesProperty().subscribe(() -> hasChanged = true));
    }

    @Override
    public boolean isAnswered() {
        return isSeenWhole;
    }

    @Override
    public void begin() {
        // The first step begins the first race.
    }

    @Override
    public Done move(int step) {
        if (!isSeenWhole) {
            return Done.WAITED;
        }
        if (begun == starts.size()) {
            return Done.NOTHING;
        }
        isSeenWhole = false;
        starts.get(begun++).run();
        return Done.MOVED;
    }

    @Override
    public Object question() {
        return begun;
    }

    @Override
    public void end() {
        // No hand holds anything.
    }

    /// The charts follow what has changed in the frame after it. A race is seen when all of its
    /// runs are.
    @Override
    public Optional<Seen> look() {
        if (!hasChanged) {
            return Optional.empty();
        }
        hasChanged = false;
        List<Pin> pins = session.pins().kept();
        List<TrainingAnswer> answers =
                Stream.concat(
                                lab.live().isShownCurrent()
                                        ? lab.live().answer().stream()
                                        : Stream.empty(),
                                pins.stream().flatMap(pin -> lab.outcome(pin).answered().stream()))
                        .filter(answer -> answer.settings().equals(lab.settings()))
                        .filter(answer -> answer.loss().length() > 0)
                        .toList();
        boolean areAll = answers.size() == 1 + pins.size();
        boolean isWhole = areAll && answers.stream().allMatch(TrainingAnswer::isComplete);
        isSeenWhole |= isWhole && begun > 0;
        return Optional.of(
                new Seen(
                        areAll ? Optional.of(question()) : Optional.empty(),
                        isWhole ? Extent.WHOLE : Extent.PART));
    }

    @Override
    public void close() {
        changes.unsubscribe();
    }
}
