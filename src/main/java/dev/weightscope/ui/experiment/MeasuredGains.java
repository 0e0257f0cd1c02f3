package dev.weightscope.ui.experiment;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.GainAnswer;
import dev.weightscope.model.GainGoal;
import dev.weightscope.run.Background.Outcome;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What is known of an experiment's measured gains. Nothing is measured but while they are looked
/// at, or while one that was chosen is waited for.
final class MeasuredGains {
    private final GainMeter meter;
    private final DoubleConsumer onPick;
    private final Consumer<String> onNone;
    private final ReadOnlyObjectWrapper<Map<GainGoal, GainAnswer>> answers =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyStringWrapper awaitedInWords = new ReadOnlyStringWrapper("");
    private final Set<GainGoal> underWay = EnumSet.noneOf(GainGoal.class);

    /// Goals whose answer is that they could not be measured, as for want of memory.
    private final Set<GainGoal> failed = EnumSet.noneOf(GainGoal.class);

    private Experiment experiment = plain(Experiment.DEFAULT);
    private @Nullable GainGoal awaited;

    /// @param onPick takes a gain that was chosen, once it is known
    /// @param onNone takes the reason why there is none
    MeasuredGains(GainMeter meter, DoubleConsumer onPick, Consumer<String> onNone) {
        this.meter = meter;
        this.onPick = onPick;
        this.onNone = onNone;
    }

    /// What has been measured so far.
    ReadOnlyObjectProperty<Map<GainGoal, GainAnswer>> answersProperty() {
        return answers.getReadOnlyProperty();
    }

    /// In words, the gain that was chosen and is not known yet; empty if there is none.
    ReadOnlyStringProperty awaitedProperty() {
        return awaitedInWords.getReadOnlyProperty();
    }

    /// Gives up what is waited for, which was chosen for the experiment before, and forgets what
    /// another gain does not leave as it was.
    void show(Experiment now) {
        await(null);
        Experiment plain = plain(now);
        cancelAllBut(null);
        if (!plain.equals(experiment)) {
            experiment = plain;
            failed.clear();
            answers.set(Map.of());
        }
    }

    /// They are looked at: measures what is not known.
    void open() {
        Map<GainGoal, GainAnswer> known = new EnumMap<>(GainGoal.class);
        known.putAll(answers.get());
        known.keySet().removeAll(failed);
        failed.clear();
        answers.set(Map.copyOf(known));
        for (GainGoal goal : GainGoal.values()) {
            request(goal);
        }
    }

    /// They are no longer looked at.
    void leave() {
        cancelAllBut(awaited);
    }

    /// Hands on the gain for a goal: now if it is known, or else when it is; then nothing else is
    /// measured until it is.
    void choose(GainGoal goal) {
        GainAnswer known = answers.get().get(goal);
        if (known != null) {
            await(null);
            handOn(known);
            return;
        }
        await(goal);
        cancelAllBut(goal);
        request(goal);
    }

    /// Gives up all that is being measured.
    ///
    /// @return whether a gain was waited for
    boolean cancel() {
        boolean isAwaited = awaited != null;
        await(null);
        cancelAllBut(null);
        return isAwaited;
    }

    private void request(GainGoal goal) {
        if (!answers.get().containsKey(goal) && underWay.add(goal)) {
            meter.request(experiment, goal, outcome -> take(goal, outcome));
        }
    }

    private void take(GainGoal goal, Outcome<GainAnswer> outcome) {
        underWay.remove(goal);
        GainAnswer answer =
                switch (outcome) {
                    case Outcome.Done<GainAnswer>(GainAnswer found) -> found;
                    case Outcome.Failed<GainAnswer>(String sentence) -> {
                        failed.add(goal);
                        yield new GainAnswer.None(sentence);
                    }
                };
        Map<GainGoal, GainAnswer> known = new EnumMap<>(GainGoal.class);
        known.putAll(answers.get());
        known.put(goal, answer);
        answers.set(Map.copyOf(known));
        if (goal == awaited) {
            await(null);
            handOn(answer);
        }
    }

    private void handOn(GainAnswer answer) {
        switch (answer) {
            case GainAnswer.Found(double gain) -> onPick.accept(gain);
            case GainAnswer.None(String sentence) -> onNone.accept(sentence);
        }
    }

    private void await(@Nullable GainGoal goal) {
        awaited = goal;
        awaitedInWords.set(
                goal == null ? "" : "Measuring the gain that holds %s".formatted(goal.noun()));
    }

    private void cancelAllBut(@Nullable GainGoal kept) {
        for (GainGoal goal : GainGoal.values()) {
            if (goal != kept && underWay.remove(goal)) {
                meter.cancel(goal);
            }
        }
    }

    /// What they do not depend on at a fixed value.
    private static Experiment plain(Experiment experiment) {
        return experiment.withGain(1).withBinning(Experiment.DEFAULT.binning());
    }
}
