package dev.weightscope.ui.snippet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.model.Experiment;
import dev.weightscope.snippet.Framework;
import dev.weightscope.snippet.Snippets;
import dev.weightscope.ui.testing.OpenWindow;
import dev.weightscope.ui.testing.WindowTest;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class SnippetWindowTest {
    private @Nullable OpenWindow opened;

    @Start
    void start(Stage stage) {
        opened = new OpenWindow(stage);
    }

    @AfterEach
    void close() {
        open().close();
    }

    private OpenWindow open() {
        return Objects.requireNonNull(opened);
    }

    @Test
    void theSnippetFollowsTheSettingAndIsCopied(FxRobot robot) {
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.K);
        awaitText(robot, Snippets.layer(Framework.PYTORCH, OpenWindow.SMALL, 3));
        Experiment changed = ExperimentText.parse("--initializer gpt2 --depth 6 --width 20");
        robot.interact(() -> open().session.edit(_ -> changed));
        awaitText(robot, Snippets.layer(Framework.PYTORCH, changed, 5));

        robot.interact(robot.lookup("#copy-snippet").queryAs(Button.class)::fire);
        assertEquals(
                List.of(Snippets.layer(Framework.PYTORCH, changed, 5)), open().desktop.copiedTexts);
        assertTrue(note(robot).matches("Copied \\d+ lines\\."), note(robot));

        press(robot, "#snippet-network");
        awaitText(robot, Snippets.network(changed));
        assertEquals("", note(robot), "what was copied is another text");
        press(robot, "#snippet-jax");
        awaitText(robot, Snippets.layer(Framework.JAX, changed, 5));
        assertTrue(robot.lookup("#snippet-network").query().isDisabled());
        assertEquals(
                List.of(true, false),
                List.of(isMarked(robot, "layer"), isMarked(robot, "network")));
        press(robot, "#snippet-pytorch");
        awaitText(robot, Snippets.network(changed));
        assertEquals(
                List.of(false, true),
                List.of(isMarked(robot, "layer"), isMarked(robot, "network")));
        press(robot, "#snippet-jax");
        awaitText(robot, Snippets.layer(Framework.JAX, changed, 5));
        robot.interact(robot.lookup("#snippet-layer-number").query()::requestFocus);
        robot.push(KeyCode.UP);
        awaitText(robot, Snippets.layer(Framework.JAX, changed, 6));
        robot.interact(() -> open().session.edit(e -> e.withDepth(2)));
        awaitText(robot, Snippets.layer(Framework.JAX, changed.withDepth(2), 2));

        robot.push(KeyCode.ESCAPE);
        assertFalse(isOpen(robot));
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.K);
        awaitText(robot, Snippets.layer(Framework.JAX, changed.withDepth(2), 2));
        robot.interact(open().stage::requestFocus);
        robot.push(KeyCode.ESCAPE);
        assertFalse(isOpen(robot), "from the window that it belongs to, too");
        assertEquals(changed.withDepth(2), open().session.experiment());
    }

    @Test
    void theTrainingIsWrittenWhereItIsInSight(FxRobot robot) {
        robot.interact(() -> open().session.edit(_ -> ExperimentText.parse("--widths 30,4,1")));
        robot.interact(() -> open().session.editLab("training", "--steps 20 --data moons"));
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.K);
        open().await(() -> code(robot).contains("steps = 20\n"));
        robot.interact(() -> open().session.editLab("training", "--steps 30 --data moons"));
        open().await(() -> code(robot).contains("steps = 30\n"));
        robot.interact(() -> open().session.editLab("training", "--data nowhere.csv"));
        open().await(() -> note(robot).startsWith("Data \"nowhere.csv\" is neither"));
        assertEquals("", code(robot));
        robot.interact(robot.lookup("#copy-snippet").queryAs(Button.class)::fire);
        assertEquals(List.of(), open().desktop.copiedTexts, "there is nothing to copy");
    }

    private static String code(FxRobot robot) {
        return robot.lookup("#snippet-code").queryAs(TextArea.class).getText();
    }

    private void awaitText(FxRobot robot, String text) {
        open().await(() -> code(robot).equals(text));
    }

    private static void press(FxRobot robot, String button) {
        robot.interact(robot.lookup(button).queryAs(ToggleButton.class)::fire);
    }

    private static boolean isMarked(FxRobot robot, String extent) {
        return robot.lookup("#snippet-" + extent).queryAs(ToggleButton.class).isSelected();
    }

    private static String note(FxRobot robot) {
        return robot.lookup("#snippet-note").queryAs(Labeled.class).getText();
    }

    private static boolean isOpen(FxRobot robot) {
        return robot.lookup("#snippet-note").tryQuery().isPresent();
    }
}
