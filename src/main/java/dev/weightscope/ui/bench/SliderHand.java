package dev.weightscope.ui.bench;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// A pointer that holds a slider's thumb: mouse events to the control, as the toolkit sends them.
/// Toolkit thread only.
final class SliderHand {
    private final Slider slider;
    private final Region thumb;
    private Point2D grip = Point2D.ZERO;
    private double positionAtGrip;

    /// @param slider from 0 to 1, shown in a window
    SliderHand(Slider slider) {
        this.slider = slider;
        if (!(slider.lookup(".thumb") instanceof Region found)) {
            throw new IllegalStateException("the slider is not shown: it has no thumb");
        }
        thumb = found;
    }

    void press() {
        Point2D middle = thumb.localToScene(thumb.getWidth() / 2, thumb.getHeight() / 2);
        grip = middle;
        positionAtGrip = slider.getValue();
        send(MouseEvent.MOUSE_PRESSED, grip);
    }

    /// @param position of the thumb, 0..1 of its way
    void moveTo(double position) {
        send(MouseEvent.MOUSE_DRAGGED, grip.add((position - positionAtGrip) * way(), 0));
    }

    void release() {
        send(MouseEvent.MOUSE_RELEASED, grip.add((slider.getValue() - positionAtGrip) * way(), 0));
    }

    private double way() {
        Insets insets = slider.getInsets();
        return slider.getWidth() - insets.getLeft() - insets.getRight() - thumb.getWidth();
    }

    private void send(EventType<MouseEvent> type, Point2D inScene) {
        Node root = slider.getScene().getRoot();
        Point2D onScreen = root.localToScreen(root.sceneToLocal(inScene));
        boolean isDown = type != MouseEvent.MOUSE_RELEASED;
        Event.fireEvent(
                thumb,
                new MouseEvent(
                        type,
                        inScene.getX(),
                        inScene.getY(),
                        onScreen.getX(),
                        onScreen.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        isDown,
                        false,
                        false,
                        false,
                        false,
                        type == MouseEvent.MOUSE_PRESSED,
                        null));
    }
}
