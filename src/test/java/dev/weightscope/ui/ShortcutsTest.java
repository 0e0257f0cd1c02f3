package dev.weightscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.Experiment;
import dev.weightscope.ui.controls.CommitField;
import dev.weightscope.ui.testing.OpenWindow;
import dev.weightscope.ui.testing.WindowTest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// What the status line says of the keys holds whatever has the focus.
@WindowTest
class ShortcutsTest {
    private enum Kind {
        BUTTON,
        FIELD,
        CHOICE,
        SLIDER,
        HEADING,
        OTHER;

        static Kind of(Node node) {
            return switch (node) {
                case ButtonBase _ -> BUTTON;
                case CommitField _ -> FIELD;
                case ComboBox<?> _ -> CHOICE;
                case Slider _ -> SLIDER;
                case TitledPane _ -> HEADING;
                default -> OTHER;
            };
        }
    }

    private OpenWindow open;

    @Start
    void start(Stage stage) {
        open = new OpenWindow(stage);
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void spaceDrawsPPinsAndUndoUndoesWhateverHasTheFocus(FxRobot robot) {
        open.answer();
        open.expandAll();
        robot.interact(() -> open.session.edit(e -> e.withSeed(7)));
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        Set<CommitField.Content> typed = EnumSet.noneOf(CommitField.Content.class);
        List<String> checked = new ArrayList<>();
        for (boolean overCharts : new boolean[] {false, true}) {
            open.showResults(overCharts);
            robot.interact(() -> {
                for (Node node : focusable()) {
                    if (node instanceof CommitField field) {
                        checkTyping(field);
                        typed.add(field.content());
                    }
                    checkKeys(node);
                    resultsButton().setSelected(overCharts); // Escape may have closed them
                    kinds.add(Kind.of(node));
                    checked.add(node.toString());
                }
            });
        }
        assertEquals(EnumSet.allOf(Kind.class), kinds, checked::toString);
        assertEquals(EnumSet.allOf(CommitField.Content.class), typed);
        assertTrue(checked.size() > 95, () -> checked.size() + " controls: " + checked);
    }

    private void checkKeys(Node node) {
        Experiment before = open.session.experiment();
        focus(node);
        press(KeyCode.SPACE, " ");
        assertEquals(
                before.withSeed(before.seed() + 1),
                open.session.experiment(),
                () -> "Space on " + node);
        focus(node);
        pressUndo();
        assertEquals(before, open.session.experiment(), () -> "undo on " + node);
        focus(node);
        press(KeyCode.P, "p");
        assertEquals(1, open.session.pins().kept().size(), () -> "P on " + node);
        open.session.remove(open.session.pins().kept().getFirst());
        focus(node);
        press(KeyCode.ESCAPE, "");
        assertEquals(before, open.session.experiment(), () -> "Escape on " + node);
        assertTrue(open.session.pins().kept().isEmpty(), () -> "Escape on " + node);
    }

    /// A space is never part of a number.
    private void checkTyping(CommitField field) {
        Experiment before = open.session.experiment();
        String text = field.getText();
        focus(field);
        field.enter();
        field.end();
        press(KeyCode.SPACE, " ");
        switch (field.content()) {
            case NUMBER ->
                    assertEquals(
                            before.withSeed(before.seed() + 1),
                            open.session.experiment(),
                            () -> "Space in " + field.getAccessibleText());
            case TEXT -> assertEquals(text + " ", field.getText(), field.getAccessibleText());
        }
        press(KeyCode.ESCAPE, "");
        open.session.edit(_ -> before);
        focus(open.slider("Gain")); // Escape may have stopped the draw, and left the field as it is
        assertEquals(text, field.getText());
    }

    private ToggleButton resultsButton() {
        return (ToggleButton) open.window.lookup("#open-results");
    }

    @Test
    void spaceTakesTheNumberThatIsTypedAndDrawsAnewInOneStep(FxRobot robot) {
        open.answer();
        robot.clickOn(open.field("Gain"));
        robot.type(KeyCode.END).write("5").type(KeyCode.SPACE);
        assertEquals(OpenWindow.SMALL.withGain(15).withSeed(43), open.session.experiment());
        assertEquals("15", open.field("Gain").getText());
        robot.write("x").type(KeyCode.SPACE);
        assertEquals("x", open.field("Gain").getText());
        assertEquals(43, open.session.experiment().seed());
        robot.type(KeyCode.ESCAPE).push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(OpenWindow.SMALL, open.session.experiment());
    }

    @Test
    void escapeClosesTheResultsThenLeavesCompare(FxRobot robot) {
        open.answer();
        open.showResults(true);
        ToggleButton compare = (ToggleButton) open.window.lookup("#compare-settings");
        robot.clickOn(compare);
        robot.clickOn(open.field("Depth")).type(KeyCode.ESCAPE);
        assertTrue(resultsButton().isSelected(), "the key was the field's");
        robot.interact(compare::requestFocus);
        robot.type(KeyCode.ESCAPE);
        assertFalse(resultsButton().isSelected());
        assertTrue(compare.isSelected());
        assertEquals(open.window.lookup("#compare"), open.stage.getScene().getFocusOwner());
        robot.type(KeyCode.ESCAPE);
        assertFalse(compare.isSelected());
        assertEquals(open.window.lookup("#histograms"), open.stage.getScene().getFocusOwner());
    }

    @Test
    void enterLeavesAFieldForItsSlider(FxRobot robot) {
        open.answer();
        robot.clickOn(open.field("Gain"));
        robot.type(KeyCode.END).write("5").type(KeyCode.ENTER);
        assertEquals(15, open.session.experiment().gain());
        assertEquals(open.slider("Gain"), open.stage.getScene().getFocusOwner());
        robot.type(KeyCode.SPACE, KeyCode.P);
        assertEquals(43, open.session.experiment().seed());
        assertEquals(1, open.session.pins().kept().size());
        assertEquals("15", open.field("Gain").getText());
    }

    @Test
    void enterLeavesAFieldWithoutASliderForTheChart(FxRobot robot) {
        open.answer();
        open.expandAll();
        robot.interact(() -> open.field("Widths").enter());
        robot.write("8, 4").type(KeyCode.ENTER);
        assertEquals("8,4", open.field("Widths").getText());
        assertEquals(open.window.lookup("#histograms"), open.stage.getScene().getFocusOwner());
    }

    @Test
    void aRefusedTextStaysToBeMended(FxRobot robot) {
        open.answer();
        robot.clickOn(open.field("Gain"));
        robot.type(KeyCode.END).write("p").type(KeyCode.SPACE, KeyCode.ENTER);
        assertEquals("1p", open.field("Gain").getText());
        assertTrue(open.field("Gain").isTyping());
        assertEquals(OpenWindow.SMALL, open.session.experiment());
        robot.type(KeyCode.ESCAPE);
        assertEquals("1", open.field("Gain").getText());
        assertInstanceOf(Slider.class, open.stage.getScene().getFocusOwner());
    }

    @Test
    void enterDoesToAControlWhatSpaceDoesElsewhere(FxRobot robot) {
        open.answer();
        open.showResults(true);
        robot.interact(() -> open.window.lookup("#pin-current").requestFocus());
        robot.type(KeyCode.ENTER);
        assertEquals(1, open.session.pins().kept().size());
        ComboBox<?> bias = open.choice("Bias");
        robot.interact(bias::requestFocus);
        robot.type(KeyCode.ENTER);
        assertTrue(bias.isShowing());
        robot.type(KeyCode.SPACE);
        assertEquals(42, open.session.experiment().seed(), "an open list keeps its keys");
        robot.interact(bias::hide);
        TitledPane seed = (TitledPane) open.window.lookup(".folded-section");
        robot.interact(seed::requestFocus);
        robot.type(KeyCode.ENTER);
        assertTrue(seed.isExpanded());
        robot.type(KeyCode.ENTER);
        assertFalse(seed.isExpanded());
    }

    @Test
    void f6GoesFromPanelToPanel(FxRobot robot) {
        open.answer();
        open.showResults(true);
        robot.interact(() -> open.slider("Gain").requestFocus());
        List<Node> ring =
                List.of(
                        open.window.lookup("#histograms"),
                        open.window.lookup("#pin-current"),
                        open.slider("Gain"));
        for (Node next : ring) {
            robot.type(KeyCode.F6);
            assertEquals(next, open.stage.getScene().getFocusOwner());
            assertEquals(List.of(next), ring.stream().filter(ShortcutsTest::isMarked).toList());
        }
    }

    /// Whether it is drawn as what the Tab key has come to.
    private static boolean isMarked(Node node) {
        return node.getPseudoClassStates().contains(PseudoClass.getPseudoClass("focus-visible"));
    }

    private List<Node> focusable() {
        return open.window.lookupAll("*").stream()
                .filter(node -> node.isFocusTraversable() && !node.isDisabled())
                .filter(ShortcutsTest::isInSight)
                .toList();
    }

    private static boolean isInSight(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private void focus(Node node) {
        node.requestFocus();
        assertEquals(node, open.stage.getScene().getFocusOwner());
    }

    private void pressUndo() {
        send(KeyEvent.KEY_PRESSED, KeyCode.Z, "", true);
        send(KeyEvent.KEY_RELEASED, KeyCode.Z, "", true);
    }

    private void press(KeyCode code, String text) {
        send(KeyEvent.KEY_PRESSED, code, "", false);
        if (!text.isEmpty()) {
            send(KeyEvent.KEY_TYPED, KeyCode.UNDEFINED, text, false);
        }
        send(KeyEvent.KEY_RELEASED, code, "", false);
    }

    private void send(
            javafx.event.EventType<KeyEvent> type, KeyCode code, String text, boolean control) {
        Node owner = open.stage.getScene().getFocusOwner();
        Event.fireEvent(owner, new KeyEvent(type, text, text, code, false, control, false, false));
    }
}
