package dev.weightscope.ui.testing;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
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
        fire(target, type, target.localToScene(x, y), target.localToScreen(x, y), count);
    }

    /// Fires an event of the primary button at a node, wherever the pointer is.
    public static void fire(
            Node target,
            EventType<MouseEvent> type,
            Point2D inScene,
            Point2D onScreen,
            int clickCount) {
        boolean down = type == MouseEvent.MOUSE_PRESSED;
        Event.fireEvent(
                target,
                new MouseEvent(
                        type,
                        inScene.getX(),
                        inScene.getY(),
                        onScreen.getX(),
                        onScreen.getY(),
                        MouseButton.PRIMARY,
                        clickCount,
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
