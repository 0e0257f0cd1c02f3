package dev.weightscope.ui;

import dev.weightscope.ui.controls.CommitField;
import dev.weightscope.ui.experiment.ExperimentPanel;
import dev.weightscope.ui.file.ExperimentFiles;
import dev.weightscope.ui.state.Session;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;

/// What keys do in the window as a whole, and which of what they and the pointer do is one step of
/// the history.
///
/// @param inFront closes what stands beside the charts in a window of its own; false if nothing
///   does
/// @param commands asked at each key
record WindowKeys(
        Session session,
        LabTabs tabs,
        ExperimentFiles files,
        ExperimentPanel experiment,
        BooleanSupplier inFront,
        Supplier<List<Command>> commands) {
    /// All that happens between press and release is one step of the history.
    void listen(Scene scene) {
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> session.beginGesture());
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> session.endGesture());
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                _ -> {
                    if (!session.inGestureProperty().get()) {
                        session.beginGesture();
                    }
                });
        scene.addEventFilter(KeyEvent.KEY_RELEASED, _ -> session.endGesture());
        // After the filters above: what a command changes belongs to the key's gesture.
        new Shortcuts(commands).install(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> goBackOnEscape(scene, event));
        scene.addEventFilter(KeyEvent.KEY_PRESSED, tabs::chooseByNumber);
        // A dialog that a key opens gets the key's release.
        scene.windowProperty()
                .flatMap(Window::focusedProperty)
                .subscribe(focused -> {
                    if (focused == null || !focused) {
                        session.endGesture();
                    }
                });
    }

    /// Gives up reading a file, or else measuring a gain, or else what is being computed, or else
    /// the snippets, or else what stands in front of the charts, unless a field or a list has a use
    /// for the key.
    private void goBackOnEscape(Scene scene, KeyEvent event) {
        if (event.getCode() != KeyCode.ESCAPE || Shortcuts.hasOpenList(scene)) {
            return;
        }
        Node focused = scene.getFocusOwner();
        if (focused instanceof CommitField field && field.isEditing()) {
            return;
        }
        if (files.cancel() || experiment.cancelMeasuring()) {
            event.consume();
        } else if (tabs.inSight().isBusy()) {
            tabs.inSight().cancel();
            event.consume();
        } else if (!(focused instanceof CommitField field && field.isTyping())
                && inFront.getAsBoolean()) {
            event.consume();
        } else if (!(focused instanceof CommitField field && field.isTyping())
                && tabs.sight().goBack()) {
            if (focused != null && !PanelRing.isInSight(focused)) {
                tabs.sight().focusedChart().requestFocus();
            }
            event.consume();
        }
    }
}
