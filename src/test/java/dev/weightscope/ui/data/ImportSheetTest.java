package dev.weightscope.ui.data;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.Input;
import dev.weightscope.ui.testing.ImportHand;
import dev.weightscope.ui.testing.OpenWindow;
import dev.weightscope.ui.testing.WindowTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class ImportSheetTest {
    @TempDir Path folder;
    private OpenWindow open;
    private ImportHand sheet;

    @Start
    void start(Stage stage) {
        open = new OpenWindow(stage);
    }

    @BeforeEach
    void takeInHand(FxRobot robot) {
        sheet = new ImportHand(open, robot);
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void whatIsFoundCanBeOverruledUsedUndoneAndLookedAtAgain(FxRobot robot) throws IOException {
        choose(robot, Files.writeString(folder.resolve("years.csv"), "2018;2019\n1;2,5\n4;7\n"));
        assertEquals("; separated, decimal comma, no header, 3 rows x 2 columns", sheet.outcome());
        assertEquals("As found: semicolon", sheet.picked("Separator"));
        assertEquals("As found: comma", sheet.picked("Decimals"));
        assertEquals("As found: no", sheet.picked("Header"));
        assertEquals("As found: none", sheet.picked("Target"));
        assertEquals(List.of("2018", "1", "4", "2019", "2,5", "7"), sheet.cells());
        sheet.pick("Header", "Yes");
        sheet.toggle("2018");
        assertEquals(
                "; separated, decimal comma, header, 2 rows x 1 column; left out: 2018 (not"
                        + " chosen)",
                sheet.outcome());
        assertEquals("-2018", sheet.inputs());
        assertEquals(new Input.StandardNormal(), open.session.experiment().input());
        sheet.use();
        assertEquals(1, open.answer().experiment().inputWidth());
        assertEquals(2, open.session.experiment().effectiveSamples());

        robot.interact(() -> ((Button) open.window.lookup("#input-reading")).fire());
        assertTrue(sheet.isUsable());
        assertFalse(sheet.tick("2018").isSelected());
        assertEquals("Yes", sheet.picked("Header"));
        sheet.toggle("2018");
        assertEquals("all", sheet.inputs());
        sheet.use();
        assertEquals(2, open.answer().experiment().inputWidth());
        robot.interact(open.session::undo);
        assertEquals(1, open.answer().experiment().inputWidth());
        robot.interact(open.session::undo);
        assertEquals(new Input.StandardNormal(), open.session.experiment().input());
    }

    @Test
    void aRefusedFileSaysWhereAndCanBeMendedInTheSheet(FxRobot robot) throws IOException {
        choose(robot, copy("r_airquality_na.csv"));
        assertEquals(
                "r_airquality_na.csv line 4, column 2 (Ozone): \"NA\" is a missing value.",
                sheet.outcome());
        assertFalse(sheet.isUsable());
        sheet.press("Leave Ozone out");
        sheet.toggle("Solar.R");
        assertEquals(
                ", separated, header, 4 rows x 1 column; left out: column 1 (an index), Ozone (not"
                        + " chosen), Solar.R (not chosen)",
                sheet.outcome());
        sheet.enterInputs("all");
        sheet.press("Leave such rows out");
        assertEquals("Drop the row", sheet.picked("Missing"));
        assertTrue(sheet.isUsable(), sheet.outcome());
        sheet.pick("Separator", "Tab");
        assertEquals(
                "r_airquality_na.csv line 1: behind a closing quote stands something else than the"
                        + " separator.",
                sheet.outcome());
        robot.type(KeyCode.ESCAPE);
        open.await(() -> !sheet.isOpen());
        assertEquals(new Input.StandardNormal(), open.session.experiment().input());
        assertEquals(List.of(), open.notices.complaints);
        assertFalse(open.session.undoableProperty().get());
    }

    @Test
    void enterUsesWhatIsRightAndAFileThatIsNoTableIsRefusedInOneSentence(FxRobot robot)
            throws IOException {
        choose(robot, copy("percent.csv"));
        assertEquals(", separated, header, 2 rows x 2 columns", sheet.outcome());
        robot.type(KeyCode.ENTER);
        open.await(() -> !sheet.isOpen());
        assertEquals(2, open.answer().experiment().inputWidth());
        choose(robot, copy("fake.xlsx"));
        assertEquals(
                "fake.xlsx is no text but an Excel file or an archive; save the table as CSV.",
                sheet.outcome());
        sheet.cancel();
        choose(robot, copy("unclosed_quote.csv"));
        assertEquals("unclosed_quote.csv line 2: a quote is not closed.", sheet.outcome());
        assertFalse(sheet.isUsable());
        sheet.cancel();
    }

    @Test
    void aTargetIsChosenAmongTheColumns(FxRobot robot) throws IOException {
        choose(robot, copy("other_label_names.csv"));
        assertEquals("As found: none", sheet.picked("Target"));
        sheet.pick("Target", "quality");
        assertTrue(sheet.outcome().contains("quality (the target)"), sheet.outcome());
        assertTrue(sheet.tick("quality").isDisabled());
        sheet.pick("Target", "Last column");
        assertTrue(sheet.outcome().endsWith("(the target)"), sheet.outcome());
        sheet.pick("Target", "None");
        assertFalse(sheet.outcome().contains("target"), sheet.outcome());
        sheet.cancel();
    }

    private void choose(FxRobot robot, Path file) {
        open.desktop.choice = file;
        Node button = open.window.lookup("#choose-table");
        if (button == null) {
            open.expandAll();
            button = open.window.lookup("#choose-table");
        }
        Button found = (Button) requireNonNull(button);
        robot.interact(found::fire);
    }

    /// A file of the test's resources.
    private Path copy(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream bytes = ImportSheetTest.class.getResourceAsStream("/cases/" + name)) {
            Files.copy(requireNonNull(bytes), file);
        }
        return file;
    }
}
