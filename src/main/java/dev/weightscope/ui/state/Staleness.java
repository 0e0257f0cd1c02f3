package dev.weightscope.ui.state;

import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Duration;

/// Whether what is said in words and figures answers an older question, and has for so long that it
/// must not look current: it is dimmed then, as a chart dims its picture.
public final class Staleness {
    /// A picture that is old for less than this is not dimmed: it would flicker. One that moves
    /// with the hand is renewed sooner.
    private static final Duration SOON = Duration.millis(250);

    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private final PauseTransition patience = new PauseTransition(SOON);

    public Staleness(ObservableValue<? extends Live<?, ?>> live) {
        patience.setOnFinished(_ -> stale.set(true));
        live.subscribe(this::judge);
    }

    public ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    private void judge(Live<?, ?> now) {
        switch (now.progress()) {
            case Progress.Computing _ -> patience.playFromStart();
            case Progress.Refining _, Progress.Answered _ -> {
                patience.stop();
                stale.set(false);
            }
            case Progress.Cancelled _ -> {
                patience.stop();
                stale.set(!now.isShownCurrent());
            }
            case Progress.Refused _ -> {
                patience.stop();
                stale.set(true);
            }
        }
    }
}
