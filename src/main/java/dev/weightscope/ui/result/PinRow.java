package dev.weightscope.ui.result;

import dev.weightscope.chart.Palette;
import dev.weightscope.session.Pin;
import dev.weightscope.ui.controls.CommitField;
import dev.weightscope.ui.controls.CommitField.Content;
import dev.weightscope.ui.controls.Message;
import dev.weightscope.ui.controls.Sentences;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.controls.SideTooltip;
import dev.weightscope.ui.state.Session;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A pin: what it is called, where it ends, and what can be done with it.
///
/// F2 or a double click renames, Enter makes current, Delete removes.
public final class PinRow extends VBox {
    /// Of the button at the end of the row: its icon, so that names get the rest.
    static final double MENU_WIDTH = 16;

    private final Session session;
    private final Consumer<Pin> onMakeCurrent;
    private final Consumer<Pin> onRemove;
    private final Function<Pin, String> about;
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final NameLabel name = new NameLabel();
    private final Tooltip whole = new SideTooltip(this);
    private final CommitField nameField;
    private final SummaryCells figures;
    private final Button eye = new Button();
    private final HBox line = new HBox();
    private final ContextMenu menu = menu();
    private @Nullable Pin pin;
    private String shownBefore = "";

    /// @param colour of its curve
    /// @param figures where what the lab says of its answer stands
    /// @param about what a tooltip says of a pin below its name
    /// @param onMakeCurrent makes the pin's setting the live one
    /// @param onRemove removes the pin, and finds another place for the focus
    public PinRow(
            Session session,
            int colour,
            ObservableValue<Palette> palette,
            SummaryCells figures,
            Function<Pin, String> about,
            Consumer<Pin> onMakeCurrent,
            Consumer<Pin> onRemove) {
        this.session = session;
        this.onMakeCurrent = onMakeCurrent;
        this.onRemove = onRemove;
        this.about = about;
        nameField = new CommitField("Name of the pin", Content.TEXT, this::rename);
        nameField.setMinWidth(60);
        HBox.setHgrow(nameField, Priority.ALWAYS);
        nameField
                .focusedProperty()
                .addListener((_, _, focused) -> {
                    if (!focused) {
                        endRenaming();
                    }
                });
        nameField.addEventHandler(CommitField.DONE, this::returnToRow);
        whole.setGraphic(new CurveDot(colour, palette));
        name.setTooltip(whole);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setOnMouseClicked(this::focusOrRename);
        this.figures = figures;
        eye.setGraphic(new CurveDot(colour, palette));
        eye.getStyleClass().addAll("flat-button", "dot-button");
        eye.setMinWidth(USE_PREF_SIZE);
        eye.setOnAction(_ -> session.toggle(current()));
        setOnContextMenuRequested(event -> menu.show(this, event.getScreenX(), event.getScreenY()));
        getStyleClass().add("compared-row");
        line.getChildren().addAll(eye, name, nameField, figures);
        line.getStyleClass().add("compared-line");
        getChildren().addAll(line, new Message(refusal.getReadOnlyProperty()));
        setFocusTraversable(true);
        setOnKeyPressed(this::act);
        Shown.when(nameField, false);
    }

    /// Opens by a button, too, what a click of the other mouse button on the row opens.
    void addMenuButton() {
        Button more = flatButton(Feather.MORE_HORIZONTAL);
        more.getStyleClass().add("row-menu");
        more.setMinWidth(MENU_WIDTH);
        more.setPrefWidth(MENU_WIDTH);
        more.setAccessibleText("What to do with this pin");
        more.setTooltip(new Tooltip("Make current, rename, remove"));
        more.setOnAction(_ -> menu.show(more, Side.BOTTOM, 0, 0));
        line.getChildren().add(more);
    }

    SummaryCells figures() {
        return figures;
    }

    /// @param shownName what it is called beside the others
    /// @param beside the names of all in the list
    /// @param texts what the lab says of its answer
    /// @param spoken the same with what each is
    /// @param sentence why there will be no answer; empty if nothing is amiss
    public void show(
            Pin shown,
            String shownName,
            List<String> beside,
            List<String> texts,
            String spoken,
            String sentence) {
        if (pin == null || pin.visibility() != shown.visibility()) {
            showVisibility(shown);
        }
        String told = shownName + "\n" + about.apply(shown);
        if (!told.equals(whole.getText())) {
            whole.setText(told);
        }
        pin = shown;
        name.show(shownName, beside);
        if (!shownName.equals(shownBefore)) {
            shownBefore = shownName;
            nameField.show(shownName); // else it is left to whoever types into it
        }
        figures.show(texts);
        refusal.set(sentence.isEmpty() ? "" : Sentences.finished(sentence));
        setAccessibleText(shownName + ", " + spoken);
    }

    private void showVisibility(Pin shown) {
        String action = shown.isShown() ? "Hide its curve" : "Show its curve";
        eye.setTooltip(new Tooltip(action));
        eye.setAccessibleText(action);
        getStyleClass().remove("hidden-pin");
        if (!shown.isShown()) {
            getStyleClass().add("hidden-pin");
        }
    }

    private Pin current() {
        return Objects.requireNonNull(pin, "a row is shown a pin before it can be used");
    }

    private ContextMenu menu() {
        MenuItem makeCurrent = item("Make current (Enter)", Feather.CORNER_UP_LEFT);
        makeCurrent.setOnAction(_ -> onMakeCurrent.accept(current()));
        MenuItem rename = item("Rename (F2)", Feather.EDIT_2);
        rename.setOnAction(_ -> beginRenaming());
        MenuItem remove = item("Remove (Delete)", Feather.TRASH_2);
        remove.setOnAction(_ -> onRemove.accept(current()));
        return new ContextMenu(makeCurrent, rename, remove);
    }

    private void act(KeyEvent event) {
        if (event.getTarget() != this) {
            return;
        }
        switch (event.getCode()) {
            case ENTER -> onMakeCurrent.accept(current());
            case F2 -> beginRenaming();
            case DELETE -> onRemove.accept(current());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void focusOrRename(MouseEvent event) {
        requestFocus();
        if (event.getClickCount() > 1) { // a double click just after another click counts 2, 3
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
        session.rename(current(), text);
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
