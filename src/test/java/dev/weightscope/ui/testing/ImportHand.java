package dev.weightscope.ui.testing;

import dev.weightscope.ui.controls.CommitField;
import java.util.List;
import java.util.function.Predicate;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.stage.Window;
import org.testfx.api.FxRobot;

/// Works the import sheet that is open, as a person does, and waits for what it reads.
public final class ImportHand {
    private final OpenWindow open;
    private final FxRobot robot;

    public ImportHand(OpenWindow open, FxRobot robot) {
        this.open = open;
        this.robot = robot;
    }

    /// Whether there is a sheet.
    public boolean isOpen() {
        return Window.getWindows().stream().anyMatch(ImportHand::isSheet);
    }

    private static boolean isSheet(Window window) {
        return window.isShowing()
                && window.getScene() != null
                && window.getScene().lookup("#import-outcome") != null;
    }

    private Parent sheet() {
        return Window.getWindows().stream()
                .filter(ImportHand::isSheet)
                .map(window -> window.getScene().getRoot())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no sheet"));
    }

    /// What the file comes to, once that is known.
    public String outcome() {
        open.await(() -> !text().startsWith("Reading "));
        return text();
    }

    private String text() {
        return ((Label) sheet().lookup("#import-outcome")).getText();
    }

    public boolean isUsable() {
        outcome();
        return !button(button -> button.isDefaultButton()).isDisabled();
    }

    /// Uses what is shown, and waits until the window does.
    public void use() {
        outcome();
        robot.interact(() -> button(button -> button.isDefaultButton()).fire());
        open.await(() -> !isOpen());
    }

    /// Takes what is offered for a refused file.
    public void press(String remedy) {
        outcome();
        Button offered =
                sheet().lookupAll(".button").stream()
                        .filter(Button.class::isInstance)
                        .map(Button.class::cast)
                        .filter(button -> remedy.equals(button.getText()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no button " + remedy));
        robot.interact(offered::fire);
        outcome();
    }

    public void cancel() {
        robot.interact(() -> button(button -> button.isCancelButton()).fire());
        open.await(() -> !isOpen());
    }

    private Button button(Predicate<Button> isWanted) {
        DialogPane pane = (DialogPane) sheet();
        return pane.getButtonTypes().stream()
                .map(pane::lookupButton)
                .map(Button.class::cast)
                .filter(isWanted)
                .findFirst()
                .orElseThrow();
    }

    /// Picks the entry that begins so.
    public void pick(String choice, String text) {
        ComboBox<?> box = box(choice);
        pick(box, text);
        outcome();
    }

    private <T> void pick(ComboBox<T> box, String text) {
        T entry =
                box.getItems().stream()
                        .filter(each -> box.getConverter().toString(each).startsWith(text))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no entry " + text));
        robot.interact(() -> box.setValue(entry));
    }

    /// What a choice shows.
    public String picked(String choice) {
        return text(box(choice));
    }

    private static <T> String text(ComboBox<T> box) {
        return box.getConverter().toString(box.getValue());
    }

    private ComboBox<?> box(String choice) {
        return (ComboBox<?>) named(choice);
    }

    /// Which columns are inputs, by a field.
    public void enterInputs(String text) {
        CommitField field = (CommitField) named("Inputs");
        robot.interact(() -> {
            field.setText(text);
            field.fireEvent(new ActionEvent());
        });
        outcome();
    }

    public String inputs() {
        return ((CommitField) named("Inputs")).getText();
    }

    /// The tick of a column.
    public CheckBox tick(String column) {
        return (CheckBox) named("Input " + column);
    }

    public void toggle(String column) {
        robot.interact(() -> tick(column).fire());
        outcome();
    }

    private Node named(String accessibleText) {
        return sheet().lookupAll("*").stream()
                .filter(node -> accessibleText.equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + accessibleText));
    }

    /// The cells of the first rows, headings and lines' numbers left out, row by row.
    public List<String> cells() {
        return sheet().lookupAll(".preview-cell").stream()
                .filter(cell -> !cell.getStyleClass().contains("hint"))
                .map(cell -> ((Label) cell).getText())
                .toList();
    }
}
