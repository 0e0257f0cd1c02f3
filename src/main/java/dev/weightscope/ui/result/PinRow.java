package dev.weightscope.ui.result;

import dev.weightscope.ui.controls.CommitField;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.state.Pin;
import dev.weightscope.ui.state.Workbench;
import java.util.Objects;
import javafx.event.Event;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A pin: what it is called, where it ends, and what can be done with it.
///
/// F2 or a double click renames, Enter makes current, Delete removes.
final class PinRow extends HBox {
    private final Workbench workbench;
    private final Label name = new Label();
    private final CommitField nameField;
    private final Label std = new Label();
    private final Button eye = flatButton(Feather.EYE);
    private @Nullable Pin pin;

    PinRow(Workbench workbench, CurveDot dot) {
        this.workbench = workbench;
        nameField = new CommitField("Name of the pin", this::rename);
        nameField.setMinWidth(60);
        setHgrow(nameField, Priority.ALWAYS);
        nameField
                .focusedProperty()
                .addListener((_, _, focused) -> {
                    if (!focused) {
                        endRenaming();
                    }
                });
        nameField.addEventHandler(CommitField.DONE, this::returnToRow);
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        name.setMaxWidth(Double.MAX_VALUE);
        setHgrow(name, Priority.ALWAYS);
        name.setOnMouseClicked(this::focusOrRename);
        std.setMinWidth(USE_PREF_SIZE);
        eye.setOnAction(_ -> workbench.toggle(current()));
        Button more = flatButton(Feather.MORE_HORIZONTAL);
        more.setAccessibleText("What to do with this pin");
        more.setTooltip(new Tooltip("Make current, rename, remove"));
        ContextMenu menu = menu();
        more.setOnAction(_ -> menu.show(more, Side.BOTTOM, 0, 0));
        setOnContextMenuRequested(event -> menu.show(this, event.getScreenX(), event.getScreenY()));
        getStyleClass().add("compared-row");
        getChildren().addAll(dot, name, nameField, std, eye, more);
        setFocusTraversable(true);
        setOnKeyPressed(this::act);
        Shown.when(nameField, false);
    }

    void show(Pin shown) {
        pin = shown;
        name.setText(shown.name());
        nameField.show(shown.name());
        std.setText(ComparedList.lastStd(shown.answer()));
        eye.setGraphic(new FontIcon(shown.isShown() ? Feather.EYE : Feather.EYE_OFF));
        String action = shown.isShown() ? "Hide its curve" : "Show its curve";
        eye.setTooltip(new Tooltip(action));
        eye.setAccessibleText(action);
        getStyleClass().remove("hidden-pin");
        if (!shown.isShown()) {
            getStyleClass().add("hidden-pin");
        }
        setAccessibleText(shown.name() + ", std of the last layer " + std.getText());
    }

    private Pin current() {
        return Objects.requireNonNull(pin, "a row is shown a pin before it can be used");
    }

    private ContextMenu menu() {
        MenuItem makeCurrent = item("Make current (Enter)", Feather.CORNER_UP_LEFT);
        makeCurrent.setOnAction(_ -> workbench.makeCurrent(current()));
        MenuItem rename = item("Rename (F2)", Feather.EDIT_2);
        rename.setOnAction(_ -> beginRenaming());
        MenuItem remove = item("Remove (Delete)", Feather.TRASH_2);
        remove.setOnAction(_ -> workbench.remove(current()));
        return new ContextMenu(makeCurrent, rename, remove);
    }

    private void act(KeyEvent event) {
        if (event.getTarget() != this) {
            return;
        }
        switch (event.getCode()) {
            case ENTER -> workbench.makeCurrent(current());
            case F2 -> beginRenaming();
            case DELETE -> workbench.remove(current());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void focusOrRename(MouseEvent event) {
        requestFocus();
        if (event.getClickCount() == 2) {
            beginRenaming();
        }
    }

    private void beginRenaming() {
        Shown.when(name, false);
        Shown.when(nameField, true);
        nameField.enter();
        nameField.selectAll();
    }

    private void rename(String text) {
        if (!text.isBlank()) {
            workbench.rename(current(), text.strip());
        }
    }

    private void returnToRow(Event done) {
        requestFocus();
        done.consume();
    }

    private void endRenaming() {
        Shown.when(nameField, false);
        Shown.when(name, true);
    }

    private static MenuItem item(String text, Feather icon) {
        return new MenuItem(text, new FontIcon(icon));
    }

    private static Button flatButton(Feather icon) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().add("flat-button");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
