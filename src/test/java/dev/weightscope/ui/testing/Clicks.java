package dev.weightscope.ui.testing;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Clicks that count as the toolkit counts them: on from a click just before at the same place, and
/// anew once some time has passed. A robot's clicks count as fast as the machine is.
public final class Clicks {
    private Clicks() {}

    /// Clicks into the middle of a node, once for each count, before the scene is laid out again.
    public static void on(Node target, int... counts) {
        new WindowExtension()
                .interact(() -> {
                    for (int count : counts) {
                        fire(target, MouseEvent.MOUSE_PRESSED, count);
                        fire(target, MouseEvent.MOUSE_RELEASED, count);
                        fire(target, MouseEvent.MOUSE_CLICKED, count);
                    }
                });
    }

    private static void fire(Node target, EventType<MouseEvent> type, int count) {
        double x = target.getLayoutBounds().getCenterX();
        double y = target.getLayoutBounds().getCenterY();
        var scene = target.localToScene(x, y);
        var screen = target.localToScreen(x, y);
        boolean down = type == MouseEvent.MOUSE_PRESSED;
        Event.fireEvent(
                target,
                new MouseEvent(
                        type,
                        scene.getX(),
                        scene.getY(),
                        screen.getX(),
                        screen.getY(),
                        MouseButton.PRIMARY,
                        count,
                        false,
                        false,
                        false,
                        false,
                        down,
                        false,
                        false,
                        false,
                        false,
                        true,
                        null));
    }
}
