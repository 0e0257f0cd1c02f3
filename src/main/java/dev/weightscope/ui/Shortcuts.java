package dev.weightscope.ui;

import dev.weightscope.ui.controls.CommitField;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Keys to commands.
///
/// A key that the focused control has a use for is the control's: letters, Space and the text keys
/// in a field, Space on a button.
final class Shortcuts {
    private final List<Command> commands;

    Shortcuts(List<Command> commands) {
        this.commands = List.copyOf(commands);
    }

    /// Listens on `scene`, after its controls; before them where a field would keep undo to itself
    /// although nothing has been typed into it.
    void install(Scene scene) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> act(scene, event));
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (isUndo(event)
                            && scene.getFocusOwner() instanceof CommitField field
                            && !field.isEditing()) {
                        act(scene, event);
                    }
                });
    }

    private void act(Scene scene, KeyEvent event) {
        boolean inField = scene.getFocusOwner() instanceof TextInputControl;
        for (Command command : commands) {
            if (command.keys().match(event) && !(inField && isTyped(command.keys()))) {
                command.action().run();
                event.consume();
                return;
            }
        }
    }

    private static boolean isUndo(KeyEvent event) {
        return event.isShortcutDown()
                && (event.getCode() == KeyCode.Z || event.getCode() == KeyCode.Y);
    }

    /// Whether the keys are what one types into a field.
    private static boolean isTyped(KeyCombination keys) {
        return keys instanceof KeyCodeCombination combination
                && combination.getShortcut() != KeyCombination.ModifierValue.DOWN
                && (combination.getCode() == KeyCode.SPACE || combination.getCode().isLetterKey());
    }
}
