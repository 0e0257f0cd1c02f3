package dev.weightscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.lab.Lab;
import dev.weightscope.signal.SignalLab;
import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.testing.OpenWindow;
import dev.weightscope.ui.testing.WindowTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class InspectTabTest {
    private static final List<Lab<?, ?>> LABS = List.of(new SignalLab());
    private static final String FILES = "src/test/resources/weights/";

    @TempDir Path folder;
    private @Nullable OpenWindow opened;

    @Start
    void start(Stage stage) {
        opened = new OpenWindow(stage, LABS);
    }

    @AfterEach
    void close() {
        open().close();
    }

    private OpenWindow open() {
        return Objects.requireNonNull(opened);
    }

    @Test
    void aFileIsLookedAtTensorByTensor(FxRobot robot) {
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
        assertTrue(isShown("#open-example"));
        robot.interact(button("#open-example")::fire);
        open().await(() -> verdict().contains("fit no law: trained"));
        assertEquals(12, table().getItems().size());
        assertTrue(verdict().startsWith("5 of 7 weights look untouched"), verdict());
        assertEquals("--file small-mlp", open().session.state().labs().get("inspect"));

        open().await(() -> charts().contains("Singular values; largest 9.43"));
        robot.interact(((ToggleButton) node("#own-layout-in-out"))::fire);
        open().await(() -> inspected().equals("--file small-mlp --layout fc1.weight:in-out"));
        open().await(() -> robot.lookup("256, 784").tryQuery().isPresent());
        robot.interact(((ToggleButton) node("#own-layout-as-all"))::fire);
        open().await(() -> inspected().equals("--file small-mlp"));
        robot.interact(table()::requestFocus);
        robot.push(KeyCode.DOWN);
        open().await(() -> charts().startsWith("Values") && !charts().contains("Singular"));
        robot.push(KeyCode.ENTER);
        assertTrue(canvas().isFocused());

        robot.interact(() -> ((TextField) node("#find-tensor")).setText("FC4"));
        assertEquals(2, table().getItems().size());
        robot.interact(((ToggleButton) node("#show-biases"))::fire);
        assertEquals(1, table().getItems().size());
        robot.interact(((ToggleButton) node("#show-all"))::fire);
        robot.interact(() -> ((TextField) node("#find-tensor")).setText(""));
        open().pick("Order", "by name");
        open().await(() -> first().equals("embed.weight"));
        open().pick("Order", "as in the file");

        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.C);
        assertEquals(List.of("weightscope inspect small-mlp"), open().desktop.copiedTexts);
        open().await(() -> !charts().isEmpty());
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        assertEquals(1, open().desktop.copiedImages.size());
        setting(robot, "--file nowhere.npz");
        open().await(() -> isShown("#refused-sentence"));
        assertEquals("nowhere.npz does not exist.", text("#refused-sentence"));
        assertTrue(isShown("#open-example"), "a session's file that is gone is not shown");
        setting(robot, "--file " + FILES + "plain.npy");
        open().await(() -> isShown("#tensors"));

        robot.push(KeyCode.SPACE);
        robot.type(KeyCode.P);
        assertEquals(OpenWindow.SMALL, open().session.experiment());
        assertTrue(open().session.pins().kept().isEmpty(), "no experiment is to be seen here");
    }

    @Test
    void whatIsRefusedLosesNothingAndTwoFilesAreCompared(FxRobot robot) {
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
        choose(robot, "all-types.safetensors");
        open().await(() -> isShown("#tensors") && !isShown("#cancel-reading"));
        assertEquals(17, table().getItems().size());

        robot.interact(((ToggleButton) node("#layout-in-out"))::fire);
        open().await(() -> inspected().endsWith("all-types.safetensors --layout in-out"));
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        open().await(() -> ((ToggleButton) node("#layout-guess")).isSelected());
        assertTrue(inspected().endsWith("all-types.safetensors"), inspected());

        choose(robot, "objects.npy");
        open().await(() -> isShown("#refused-sentence"));
        assertTrue(text("#refused-sentence").startsWith("objects.npy "), text("#refused-sentence"));
        assertEquals(17, table().getItems().size(), "what was open stays open");
        assertFalse(isShown("#copy-line"));
        choose(robot, "legacy.pt");
        open().await(() -> isShown("#copy-line"));
        assertTrue(text("#refused-sentence").endsWith("convert it:"), text("#refused-sentence"));
        robot.interact(button("#copy-line")::fire);
        assertEquals(
                List.of(
                        "from safetensors.torch import save_file; save_file(model.state_dict(),"
                                + " \"model.safetensors\")"),
                open().desktop.copiedTexts);
        robot.push(KeyCode.ESCAPE);
        assertFalse(isShown("#refused-sentence"));

        open().desktop.choice = Path.of(FILES + "all-types.npz");
        robot.interact(button("#compare-weights")::fire);
        open().await(() -> verdict().contains("o tensor"));
        assertTrue(isShown("#end-comparison"));
        robot.interact(button("#end-comparison")::fire);
        open().await(() -> !isShown("#end-comparison"));

        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT1);
        assertFalse(isShown("#tensors"));
        assertTrue(open().slider("Gain").isVisible());
    }

    /// Whichever tab is in sight, the file says where it belongs.
    @Test
    void aFileIsOpenedWhereItBelongs(FxRobot robot) throws IOException {
        choose(robot, "all-types.npz");
        open().await(() -> !table().getItems().isEmpty());
        assertTrue(inspected().endsWith("all-types.npz"), inspected());
        assertEquals(List.of(), open().notices.complaints);

        assertTrue(isShown("#tensors"));
        robot.push(KeyCode.DOWN);
        assertEquals(1, table().getSelectionModel().getSelectedIndex(), "not the next tab");
        open().desktop.choice =
                Files.writeString(
                        folder.resolve("a.weightscope"),
                        "weightscope-experiment 2\n--depth 3 --width 7");
        robot.push(KeyCode.SHORTCUT, KeyCode.O);
        open().await(() -> open().session.state().experiment().depth() == 3);
    }

    /// The settings as the session keeps them.
    private String inspected() {
        return String.valueOf(open().session.state().labs().get("inspect"));
    }

    /// As a session that is opened has it.
    private void setting(FxRobot robot, String options) {
        robot.interact(
                () -> open().session.open(open().session.state().withLab("inspect", options)));
    }

    private void choose(FxRobot robot, String file) {
        open().desktop.choice = Path.of(FILES + file);
        robot.push(KeyCode.SHORTCUT, KeyCode.O);
    }

    /// The name in the uppermost line.
    private String first() {
        return table().lookupAll(".table-cell.name-column").stream()
                .min(Comparator.comparingDouble(cell -> cell.localToScene(0, 0).getY()))
                .map(cell -> ((Labeled) cell).getText())
                .orElse("");
    }

    private TableView<?> table() {
        return (TableView<?>) node("#tensors");
    }

    private ChartCanvas canvas() {
        return (ChartCanvas) node("#tensor-charts");
    }

    private String charts() {
        return canvas().getAccessibleText();
    }

    private String verdict() {
        return text("#file-verdict");
    }

    private String text(String selector) {
        Node node = open().window.lookup(selector);
        return node instanceof Label label ? label.getText() : "";
    }

    private Button button(String selector) {
        return (Button) node(selector);
    }

    private Node node(String selector) {
        return Objects.requireNonNull(open().window.lookup(selector), selector);
    }

    private boolean isShown(String selector) {
        Node node = open().window.lookup(selector);
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return node != null;
    }
}
