package dev.weightscope.ui.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.model.Input;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.ui.controls.FoldedSection;
import dev.weightscope.ui.testing.ImportHand;
import dev.weightscope.ui.testing.OpenWindow;
import dev.weightscope.ui.testing.WindowTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The fold of widths and input.
@WindowTest
class WidthsAndInputSectionTest {
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
    void theInputIsALawADataSetOrAFile(FxRobot robot, @TempDir Path folder) throws IOException {
        open.expandAll();
        open.pick("Input", "Uniform in −1..1");
        assertEquals(new Input.Uniform(), open.answer().experiment().input());
        open.pick("Input", "Breast cancer Wisconsin");
        assertEquals(30, open.answer().experiment().inputWidth());
        Path file = Files.writeString(folder.resolve("own.csv"), "a,b,name\n1,2,x\n3,5,y\n");
        open.desktop.choice = file;
        chooseFile(robot);
        new ImportHand(open, robot).use();
        assertEquals(2, open.answer().experiment().inputWidth());
        assertEquals("own.csv", shownInput());
        assertTrue(open.isShowing("own.csv:"));
        assertTrue(open.isShowing("2 of 2 rows × 2"));
        assertTrue(open.isShowing("Left out: name ("));
        open.enter("Widths", "2,5,3");
        open.pick("Input", "Breast cancer Wisconsin");
        assertEquals(LayerWidths.Listed.parse("30,5,3"), open.answer().experiment().widths());
        assertFalse(open.isShowing("Left out: name"));
    }

    @Test
    void drawnDataIsDrawnAsSaid(FxRobot robot) {
        open.expandAll();
        open.pick("Input", "Two spirals");
        open.answer();
        assertTrue(open.isShowing("40 of 1000 rows × 2"));
        assertFalse(open.window.lookup("#input-reading").isVisible(), "nothing is read");
        open.enter("Points", "60");
        open.answer();
        assertTrue(open.isShowing("40 of 60 rows × 2"));
        robot.interact(open.session::undo);
        assertTrue(open.isShowing("40 of 1000 rows × 2"));
    }

    @Test
    void aWidthForAllThatTakesThePlaceOfAListSaysSoAndCanBeUndone(FxRobot robot) {
        open.expandAll();
        open.enter("Widths", "24,8,3");
        robot.interact(() -> open.slider("Width").requestFocus());
        robot.type(KeyCode.RIGHT);
        assertEquals(
                List.of("One width for all layers has taken the place of 24,8,3."),
                open.notices.told);
        assertEquals("", open.field("Widths").getText());
        assertEquals("one for all", open.field("Widths").getPromptText(), "no list that is gone");
        robot.interact(open.notices.lastAction);
        assertEquals("24,8,3", open.field("Widths").getText());
    }

    @Test
    void theFoldOfTheInputIsNoWiderThanThePanelAndComesToSightWhenItOpens(FxRobot robot) {
        robot.interact(() -> {
            open.stage.setHeight(700);
            open.session.edit(_ -> ExperimentText.parse("--input digits --samples 1000"));
        });
        FoldedSection fold = (FoldedSection) open.window.lookup("#widths-and-input");
        ScrollPane panel = (ScrollPane) open.window.lookup(".experiment-panel");
        double left = panel.localToScene(panel.getLayoutBounds()).getMinX();
        double right = left + panel.getWidth();
        assertEquals("Handwritten digits", fold.marked());
        robot.interact(() -> fold.setExpanded(true));
        open.answer();
        Bounds place = fold.localToScene(fold.getLayoutBounds());
        Bounds view = panel.localToScene(panel.getLayoutBounds());
        assertTrue(place.getMinX() >= left && place.getMaxX() <= right, place + " in " + right);
        assertTrue(place.getMinY() >= view.getMinY() - 1, place + " in " + view);
        assertTrue(place.getMaxY() <= view.getMaxY() + 1, place + " in " + view);
        int checked = 0;
        for (String name : List.of("Input", "Widths", "Input scale")) {
            Node control = name.equals("Input") ? open.choice(name) : open.field(name);
            double end = control.localToScene(control.getLayoutBounds()).getMaxX();
            assertTrue(end <= right, name + " ends at " + end + " of " + right);
            checked++;
        }
        assertEquals(3, checked);
        robot.interact(() -> open.stage.getScene().getRoot().layout());
        List<String> texts =
                open.choice("Input").lookupAll(".text").stream()
                        .map(each -> ((Text) each).getText())
                        .toList();
        assertTrue(texts.contains("Handwritten digits"), "cut off: " + texts);
    }

    private String shownInput() {
        ComboBox<?> box = open.choice("Input");
        return textOf(box);
    }

    private static <T> String textOf(ComboBox<T> box) {
        return box.getConverter().toString(box.getValue());
    }

    private void chooseFile(FxRobot robot) {
        robot.interact(() -> ((Button) open.window.lookup("#choose-table")).fire());
    }
}
