package dev.weightscope.ui.controls;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.util.Duration;

/// Dims what shows an older answer, once it has been old for a while: what is renewed sooner does
/// not flicker.
public final class Dimmer {
    /// How opaque what is old is.
    public static final double OPACITY = 0.45;

    private static final Duration PATIENCE = Duration.millis(250);

    private final Node node;
    private final PauseTransition patience = new PauseTransition(PATIENCE);

    /// @param node whose opacity it sets
    public Dimmer(Node node) {
        this.node = node;
        patience.setOnFinished(_ -> node.setOpacity(OPACITY));
    }

    /// As bright as new, and dimmed after a while if it stays old.
    public void show(boolean isOld) {
        node.setOpacity(1);
        patience.stop();
        if (isOld) {
            patience.playFromStart();
        }
    }
}
