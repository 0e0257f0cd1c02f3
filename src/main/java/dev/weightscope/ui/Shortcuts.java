package dev.weightscope.ui;

import dev.weightscope.ui.controls.CommitField;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Keys to commands.
///
/// A key does the same whatever has the focus: Space draws anew on a button too, which Enter
/// presses. There are two exceptions. While something is being typed, letters, digits and the text
/// keys are the field's, and so is Space, unless it is a number: Space takes that and draws anew.
/// While a list or a menu is open, all keys are its own.
final class Shortcuts {
    private final Supplier<List<Command>> commands;
    private boolean swallowing;

    /// @param commands asked at each key
    Shortcuts(Supplier<List<Command>> commands) {
        this.commands = commands;
    }

    /// Listens on `scene`: before its controls to what they would take for themselves, after them
    /// to the rest.
    void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> actBefore(scene, event));
        scene.addEventFilter(KeyEvent.KEY_TYPED, this::swallow);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> actAfter(scene, event));
    }

    private void actBefore(Scene scene, KeyEvent event) {
        swallowing = false;
        if (hasOpenList(scene)) {
            return;
        }
        Node focused = scene.getFocusOwner();
        boolean before =
                isPlain(event)
                        ? !isTypedInto(focused, event.getCode())
                        : isUndo(event) && !isEdited(focused);
        if (before) {
            matching(event)
                    .ifPresent(command -> {
                        if (isSettled(focused)) {
                            command.action().run();
                        }
                        event.consume();
                        swallowing = true;
                    });
        }
    }

    /// A field would type the character of a key that was a command.
    private void swallow(KeyEvent event) {
        if (swallowing) {
            event.consume();
        }
    }

    private void actAfter(Scene scene, KeyEvent event) {
        if (hasOpenList(scene)) {
            return;
        }
        Node focused = scene.getFocusOwner();
        Optional<Command> command =
                isPlain(event) && isTypedInto(focused, event.getCode())
                        ? Optional.empty()
                        : matching(event);
        command.ifPresent(found -> {
            found.action().run();
            event.consume();
        });
        if (event.getCode() == KeyCode.ENTER) {
            press(focused);
        }
    }

    private Optional<Command> matching(KeyEvent event) {
        return commands.get().stream().filter(command -> command.matches(event)).findFirst();
    }

    /// What Space does to a control elsewhere.
    private static void press(@Nullable Node focused) {
        switch (focused) {
            case MenuButton menu -> menu.show();
            case ButtonBase button -> button.fire();
            case ComboBoxBase<?> choice -> choice.show();
            case TitledPane pane -> pane.setExpanded(!pane.isExpanded());
            case null, default -> {}
        }
    }

    /// Whether there is nothing that a command would lose; what was typed is taken.
    private static boolean isSettled(@Nullable Node focused) {
        return !(focused instanceof CommitField field) || field.settle();
    }

    /// Whether a key means text. A digit begins a number in any field that has the focus.
    private static boolean isTypedInto(@Nullable Node focused, KeyCode code) {
        return switch (focused) {
            case CommitField field when isNoPart(field, code) -> false;
            case CommitField field -> field.isTyping() || code.isDigitKey();
            case TextInputControl _ -> true;
            case null, default -> false;
        };
    }

    private static boolean isNoPart(CommitField field, KeyCode code) {
        return switch (field.content()) {
            case TEXT -> false;
            case NUMBER -> code == KeyCode.SPACE;
        };
    }

    /// Whether there is something of its own that a field could undo.
    private static boolean isEdited(@Nullable Node focused) {
        return switch (focused) {
            case CommitField field -> field.isEditing();
            case TextInputControl _ -> true;
            case null, default -> false;
        };
    }

    /// Whether a list or a menu is open.
    static boolean hasOpenList(Scene scene) {
        if (scene.getFocusOwner() instanceof ComboBoxBase<?> choice && choice.isShowing()) {
            return true;
        }
        return Window.getWindows().stream()
                .anyMatch(window ->
                        window instanceof ContextMenu menu
                                && scene.getWindow().equals(menu.getOwnerWindow()));
    }

    /// A key that would be typed in a field.
    private static boolean isPlain(KeyEvent event) {
        return !event.isShortcutDown()
                && !event.isAltDown()
                && (event.getCode() == KeyCode.SPACE
                        || event.getCode().isLetterKey()
                        || event.getCode().isDigitKey());
    }

    private static boolean isUndo(KeyEvent event) {
        return event.isShortcutDown()
                && (event.getCode() == KeyCode.Z || event.getCode() == KeyCode.Y);
    }
}
