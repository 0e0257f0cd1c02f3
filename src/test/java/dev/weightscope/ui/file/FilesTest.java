package dev.weightscope.ui.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.FigureSize;
import dev.weightscope.model.Experiment;
import dev.weightscope.ui.testing.OpenWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Files in and out of the window.
@ExtendWith(ApplicationExtension.class)
class FilesTest {
    @TempDir Path folder;
    private OpenWindow open;
    private ExperimentFiles files;

    @Start
    void start(Stage stage) {
        open = new OpenWindow(stage);
        files = new ExperimentFiles(open.workbench, open.desktop, open.notices);
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void anExportedPictureHasTheSizeAskedForAndBringsItsExperimentBack(FxRobot robot)
            throws IOException {
        open.enter("Gain", "1.5");
        Experiment exported = open.answer().experiment();
        Path file = folder.resolve("picture.png");
        open.desktop.choice = file;
        robot.push(KeyCode.SHORTCUT, KeyCode.E);
        robot.clickOn(button(robot, "1×")).clickOn(button(robot, "Histograms"));
        robot.clickOn("Choose place…");
        open.await(() -> !open.notices.told.isEmpty());
        assertEquals(List.of("Exported picture.png."), open.notices.told);
        assertEquals(FigureSize.WIDTH, ImageIO.read(file.toFile()).getWidth());
        open.notices.lastAction.run();
        assertEquals(folder, open.desktop.shownFolders.getFirst());

        robot.interact(() -> open.workbench.edit(_ -> OpenWindow.SMALL.withDepth(2)));
        robot.interact(() -> files.open(file));
        assertEquals(exported, open.workbench.experiment());
    }

    @Test
    void aPictureThatCannotBeWrittenLeavesNothingBehind(FxRobot robot) throws IOException {
        open.answer();
        Path occupied = Files.writeString(folder.resolve("file"), "in the way");
        open.desktop.choice = occupied.resolve("picture.png");
        robot.push(KeyCode.SHORTCUT, KeyCode.E);
        robot.clickOn("Choose place…");
        open.await(() -> !open.notices.complaints.isEmpty());
        assertTrue(
                open.notices.complaints.getFirst().contains("picture.png cannot be written"),
                open.notices.complaints.getFirst());
        try (var left = Files.list(folder)) {
            assertEquals(List.of(occupied), left.toList());
        }
    }

    @Test
    void anExperimentIsSavedAndOpened(FxRobot robot) throws IOException {
        Experiment saved = open.answer().experiment();
        Path file = folder.resolve("mine.weightscope");
        open.desktop.choice = file;
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        assertTrue(Files.readString(file).startsWith("weightscope-experiment 1\n--"));
        robot.interact(() -> open.workbench.edit(e -> e.withDepth(9)));
        robot.push(KeyCode.SHORTCUT, KeyCode.O);
        assertEquals(saved, open.workbench.experiment());
        assertFalse(open.workbench.redoableProperty().get());
    }

    @Test
    void aSavedExperimentHasTheExtensionAndAnyPath(FxRobot robot) throws IOException {
        Path table = Files.writeString(folder.resolve("my --table.csv"), "1,2,3\n4,5,7\n");
        robot.interact(() -> files.open(table));
        Experiment saved = open.answer().experiment();
        open.desktop.choice = folder.resolve("mine");
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        robot.interact(() -> open.workbench.edit(_ -> OpenWindow.SMALL));
        robot.interact(() -> files.open(folder.resolve("mine.weightscope")));
        assertEquals(saved, open.workbench.experiment());
    }

    @Test
    void aDroppedTableBecomesTheInput(FxRobot robot) throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), "1,2,3\n4,5,7\n");
        robot.interact(() -> files.open(file));
        assertEquals(3, open.answer().experiment().inputWidth());
        open.enter("Depth", "2");
        robot.interact(() ->
                open.workbench.edit(e ->
                        e.withWidths(dev.weightscope.model.LayerWidths.Listed.parse("3,5,2"))));
        Path wider = Files.writeString(folder.resolve("wider.csv"), "1,2,3,4\n4,5,7,9\n");
        robot.interact(() -> files.open(wider));
        assertEquals(4, open.answer().experiment().inputWidth());
    }

    @Test
    void whatIsNothingOfOursGetsASentence(FxRobot robot) throws IOException {
        Experiment before = open.answer().experiment();
        record Wrong(String name, String content, String sentence) {}
        List<Wrong> cases =
                List.of(
                        new Wrong("a.doc", "x", "a.doc is neither a CSV table"),
                        new Wrong("b.weightscope", "x", "b.weightscope holds no experiment"),
                        new Wrong(
                                "c.weightscope",
                                "weightscope-experiment 1\n--depth 0\n",
                                "Depth 0 is outside 1..1000."),
                        new Wrong("d.csv", "a,b\n", "no line of numbers"),
                        new Wrong("e.png", "x", "e.png holds no experiment"));
        int checked = 0;
        for (Wrong each : cases) {
            Path file = Files.writeString(folder.resolve(each.name), each.content);
            robot.interact(() -> files.open(file));
            String complaint = open.notices.complaints.getLast();
            assertTrue(complaint.contains(each.sentence), complaint);
            assertEquals(before, open.workbench.experiment());
            checked++;
        }
        assertEquals(5, checked);
    }

    private static Node button(FxRobot robot, String text) {
        return robot.lookup((Node node) ->
                        node instanceof ToggleButton toggle && text.equals(toggle.getText()))
                .query();
    }
}
