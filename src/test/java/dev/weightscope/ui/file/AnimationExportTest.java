package dev.weightscope.ui.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.export.PictureFile;
import dev.weightscope.phase.PhaseLab;
import dev.weightscope.signal.SignalLab;
import dev.weightscope.ui.state.Progress;
import dev.weightscope.ui.testing.OpenWindow;
import dev.weightscope.ui.testing.WindowTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A number on its way, from the window.
@WindowTest
class AnimationExportTest {
    @TempDir Path folder;
    private OpenWindow open;

    @Start
    void start(Stage stage) {
        open = new OpenWindow(stage, List.of(new SignalLab(), new PhaseLab()));
    }

    @AfterEach
    void close() {
        open.close();
    }

    private void ask(FxRobot robot, String from, String to, String frames) {
        robot.push(KeyCode.SHORTCUT, KeyCode.E);
        robot.clickOn("#export-1x").clickOn("#export-one-column").clickOn("#animation");
        assertTrue(size(robot).startsWith("60 frames of 450 × "), size(robot));
        type(robot, "#animation-from", from);
        type(robot, "#animation-to", to);
        type(robot, "#animation-frames", frames);
    }

    private static void type(FxRobot robot, String id, String text) {
        robot.interact(() -> robot.lookup(id).queryAs(TextField.class).setText(text));
    }

    private static String size(FxRobot robot) {
        return robot.lookup("#animation-size").queryAs(Label.class).getText();
    }

    @Test
    void whatIsShownMovesInAFileAndWhatIsNoWayIsSaid(FxRobot robot) throws IOException {
        Path file = folder.resolve("a.gif");
        open.desktop.choice = file;
        open.answer();
        ask(robot, "1", "1", "3");
        assertEquals("From and to are both 1; give two values.", size(robot));
        assertTrue(robot.lookup("Choose place…").queryButton().isDisabled());
        type(robot, "#animation-to", "2");
        assertTrue(size(robot).startsWith("3 frames of 450 × "), size(robot));
        robot.clickOn("Choose place…");
        open.await(() -> !open.notices.told.isEmpty());
        assertEquals(List.of("Exported a.gif."), open.notices.told);
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            assertEquals(3, reader.getNumImages(true));
            assertEquals(450, reader.getWidth(0));
        } finally {
            reader.dispose();
        }
        assertTrue(PictureFile.readSessionText(file).isPresent());
        assertEquals(0, robot.lookup("#animation-progress").queryAll().size());
    }

    @Test
    void chartsOfOtherTabsMoveToo(FxRobot robot) throws IOException {
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
        open.await(() -> open.tabs.get(1).state().live().progress() instanceof Progress.Answered);
        ask(robot, "1", "2", "2");
        Path file = folder.resolve("map.gif");
        open.desktop.choice = file;
        robot.clickOn("Choose place…");
        open.await(() -> !open.notices.told.isEmpty());
        assertEquals(List.of("Exported map.gif."), open.notices.told);
        assertTrue(PictureFile.readSessionText(file).isPresent());
    }

    @Test
    void whoGivesItUpGetsNothing(FxRobot robot) throws IOException {
        open.desktop.choice = folder.resolve("a.gif");
        open.answer();
        ask(robot, "0.5", "3", "1000");
        robot.clickOn("Choose place…");
        open.await(() ->
                robot.lookup("#animation-progress").tryQueryAs(Label.class).stream()
                        .anyMatch(each -> each.getText().startsWith("computing frame")));
        robot.clickOn("Cancel");
        robot.interact(() -> open.window.finish());
        assertFalse(Files.exists(folder.resolve("a.gif")));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
        assertEquals(List.of(), open.notices.told);
    }
}
