package dev.weightscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.preset.Preset;
import dev.weightscope.preset.Presets;
import dev.weightscope.session.LostPin;
import dev.weightscope.session.Pin;
import dev.weightscope.session.Pins;
import dev.weightscope.session.SessionState;
import dev.weightscope.ui.chart.DepthPanel;
import dev.weightscope.ui.controls.CommitField;
import dev.weightscope.ui.testing.Clicks;
import dev.weightscope.ui.testing.OpenWindow;
import dev.weightscope.ui.testing.WindowTest;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Settings pinned in the window.
@WindowTest
class PinningTest {
    private OpenWindow open;

    @Test
    void pinsAreKeptRenamedHiddenMadeCurrentAndRemoved(FxRobot robot) {
        open.answer();
        open.showResults(true);
        robot.clickOn("Pin current");
        open.enter("Gain", "2");
        open.answer();
        assertEquals(2, depth().shown().orElseThrow().series().size());

        Clicks.on(pinRow().lookup(".label"), 1, 2);
        assertTrue(open.field("Name of the pin").isFocused());
        robot.write("before").type(KeyCode.ENTER);
        assertEquals("before", open.session.names().of(open.session.pins().kept().getFirst()));
        assertEquals("before", depth().shown().orElseThrow().series().getFirst().label());

        robot.clickOn(open.find(javafx.scene.control.Button.class, "Hide its curve"));
        assertEquals(1, depth().shown().orElseThrow().series().size());
        robot.clickOn(open.find(javafx.scene.control.Button.class, "Show its curve"));
        assertEquals(2, depth().shown().orElseThrow().series().size());

        robot.interact(() -> pinRow().requestFocus());
        robot.type(KeyCode.ENTER);
        assertEquals(OpenWindow.SMALL, open.answer().experiment());
        robot.type(KeyCode.DELETE);
        assertTrue(open.session.pins().kept().isEmpty());
        assertEquals(1, depth().shown().orElseThrow().series().size());
    }

    @Test
    void aDoubleClickJustAfterAnotherClickRenamesToo(FxRobot robot) {
        open.answer();
        robot.interact(open.session::pinCurrent);
        open.showResults(true);
        Clicks.on(pinRow().lookup(".label"), 2, 3);
        assertTrue(open.field("Name of the pin").isFocused());
    }

    @Test
    void aNameIsTypedOnWhileAnswersComeAlsoBesideALostPin(FxRobot robot) {
        LostPin lost = new LostPin("gone", "pin --input gone.csv", "gone.csv does not exist");
        robot.interact(() ->
                open.session.restore(
                        new SessionState(
                                OpenWindow.SMALL,
                                Pins.NONE
                                        .with(null, Pin.Origin.PERSON, OpenWindow.SMALL)
                                        .with(lost))));
        open.answer();
        open.showResults(true);
        Clicks.on(pinRow().lookup(".label"), 1, 2);
        CommitField field = open.field("Name of the pin");
        robot.write("mi");
        robot.interact(() -> open.session.edit(e -> e.withGain(2)));
        open.answer();
        robot.write("ne").type(KeyCode.ENTER);
        assertEquals("mine", open.session.names().of(open.session.pins().kept().getFirst()));
        assertFalse(field.isVisible());
    }

    @Test
    void aNinthPinGetsASentence(FxRobot robot) {
        open.answer();
        for (int i = 0; i < 8; i++) {
            robot.type(KeyCode.P, KeyCode.SPACE);
        }
        robot.type(KeyCode.P);
        assertEquals(8, open.session.pins().kept().size());
        assertTrue(open.isShowing("There are 8 pins already; remove one to pin another."));
    }

    @Test
    void aSettingThatIsPinnedIsPointedAt(FxRobot robot) {
        open.answer();
        robot.type(KeyCode.P, KeyCode.P);
        assertEquals(1, open.session.pins().kept().size());
        assertTrue(open.isShowing("This setting is pinned already: Xavier uniform."));
        assertEquals(pinRow(), open.stage.getScene().getFocusOwner());
    }

    @Test
    void theNeighbourOfARemovedPinHasTheFocusAndRemovingIsUndone(FxRobot robot) {
        open.answer();
        robot.type(KeyCode.P, KeyCode.SPACE, KeyCode.P, KeyCode.SPACE, KeyCode.P);
        open.showResults(true);
        var before = open.session.pins();
        robot.interact(() -> pinRow().requestFocus());
        robot.type(KeyCode.DELETE);
        assertEquals(2, open.session.pins().kept().size());
        assertEquals(pinRow(), open.stage.getScene().getFocusOwner());
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(before, open.session.pins());
    }

    @Test
    void aRefusedPinSaysWhy(FxRobot robot) {
        open.answer();
        robot.interact(() -> {
            open.session.edit(e -> e.withSamples(100_000).withWidth(16_384));
            open.session.pinCurrent();
            open.session.undo();
            open.session.undo();
            open.session.redo();
            open.session.redo();
            open.session.edit(_ -> OpenWindow.SMALL);
        });
        open.answer();
        open.showResults(true);
        assertTrue(open.isShowing("fewer samples or a smaller width would fit"));
        assertEquals(1, depth().shown().orElseThrow().series().size());
    }

    @Test
    void aPresetSaysWhatItPinnedAndWhatNot(FxRobot robot) {
        Preset preset =
                Presets.all().stream()
                        .filter(each -> !each.compared().isEmpty())
                        .findFirst()
                        .orElseThrow();
        MenuButton menu = (MenuButton) open.window.lookup("#presets");
        Runnable load =
                () ->
                        menu.getItems().stream()
                                .filter(item -> preset.label().equals(item.getText()))
                                .findFirst()
                                .orElseThrow()
                                .fire();
        robot.interact(load);
        String name = preset.compared().getFirst().label();
        assertTrue(open.isShowing("Pinned beside it: “" + name + "”."));
        robot.interact(() -> {
            open.session.edit(_ -> OpenWindow.SMALL);
            while (!open.session.pins().isFull()) {
                open.session.drawAnew();
                open.session.pinCurrent();
            }
            open.session.rename(open.session.pins().kept().getFirst(), "now a person's");
        });
        robot.interact(() -> open.session.edit(e -> e.withGain(3)));
        robot.interact(() -> open.session.remove(open.session.pins().kept().getFirst()));
        robot.interact(() -> {
            open.session.edit(e -> e.withGain(4));
            open.session.pinCurrent();
        });
        robot.interact(load);
        assertTrue(open.isShowing("Not pinned, since there are 8 pins already: “" + name + "”."));
        robot.interact(() -> open.session.edit(_ -> OpenWindow.SMALL));
    }

    @Start
    void start(Stage stage) {
        open = new OpenWindow(stage);
    }

    @AfterEach
    void close() {
        open.close();
    }

    private Node pinRow() {
        return open.window.lookupAll(".compared-row").stream()
                .filter(row -> row.isFocusTraversable())
                .findFirst()
                .orElseThrow();
    }

    private DepthPanel depth() {
        return (DepthPanel) open.window.lookup("#depth").getParent();
    }
}
