package dev.weightscope.ui.experiment;

import dev.weightscope.model.Experiment;
import dev.weightscope.run.Background;
import dev.weightscope.run.Background.Outcome;
import dev.weightscope.theory.CriticalGains;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Finds in the background what theory says of all gains. A search that has begun is finished, then
/// that for the newest experiment begins: so zones follow a drag, however long they take.
final class GainFinder {
    /// Zones that come sooner are not late: the eye does not see that they are of another
    /// experiment.
    private static final Duration PATIENCE = Duration.millis(150);

    private final Background background;
    private final double low;
    private final double high;
    private final Consumer<GainScale> reader;

    /// For the background alone, which does one search at a time.
    private final CriticalGains criticalGains = new CriticalGains();

    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private final ReadOnlyBooleanWrapper late = new ReadOnlyBooleanWrapper();
    private @Nullable Experiment wanted;
    private boolean searching;

    /// @param background delivers on the toolkit's thread
    /// @param low the first gain of the first zone
    /// @param high the last gain of the last zone
    /// @param reader takes what was found of what was wanted, or of what was wanted before
    GainFinder(Background background, double low, double high, Consumer<GainScale> reader) {
        this.background = background;
        this.low = low;
        this.high = high;
        this.reader = reader;
        patience.setOnFinished(_ -> late.set(true));
    }

    /// Whether the zones of what is wanted have been waited for so long that it shows.
    ReadOnlyBooleanProperty lateProperty() {
        return late.getReadOnlyProperty();
    }

    /// Asks for the zones of an experiment; what does not change them does not ask again.
    void find(Experiment experiment) {
        Experiment plain = plain(experiment);
        if (plain.equals(wanted)) {
            return;
        }
        wanted = plain;
        if (!searching) {
            search(plain);
        }
    }

    private void search(Experiment experiment) {
        searching = true;
        if (!late.get()) {
            patience.playFromStart();
        }
        background.<GainScale>request(
                this,
                () -> GainScale.of(experiment, low, high, criticalGains),
                outcome -> show(experiment, outcome));
    }

    private void show(Experiment experiment, Outcome<GainScale> outcome) {
        searching = false;
        switch (outcome) {
            case Outcome.Done<GainScale>(GainScale found) -> reader.accept(found);
            case Outcome.Failed<GainScale> _ -> reader.accept(GainScale.UNKNOWN);
        }
        if (wanted != null && !wanted.equals(experiment)) {
            search(wanted);
        } else {
            patience.stop();
            late.set(false);
        }
    }

    /// What the zones do not depend on at a fixed value.
    private static Experiment plain(Experiment experiment) {
        return experiment
                .withGain(1)
                .withSeed(0)
                .withFormat(Experiment.DEFAULT.format())
                .withBinning(Experiment.DEFAULT.binning());
    }
}
