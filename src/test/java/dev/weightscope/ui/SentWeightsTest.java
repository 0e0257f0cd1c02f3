package dev.weightscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Chart;
import dev.weightscope.chart.spectrum.SpectrumMatrix;
import dev.weightscope.chart.tensor.BarChart;
import dev.weightscope.lab.Lab;
import dev.weightscope.model.LoadedWeights;
import dev.weightscope.race.TrainingLab;
import dev.weightscope.signal.SignalLab;
import dev.weightscope.spectrum.SpectrumLab;
import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.testing.OpenWindow;
import dev.weightscope.ui.testing.WindowTest;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class SentWeightsTest {
    private static final List<Lab<?, ?>> LABS =
            List.of(new SignalLab(), new TrainingLab(), new SpectrumLab());

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
    void layersOfAFileGoToTheLabsAndDrawnWeightsTakeTheirPlaceAgain(FxRobot robot) {
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT4);
        assertFalse(isShown("#stack"));
        robot.interact(button("#open-example")::fire);
        open().await(() -> isShown("#stack"));
        assertEquals("784–256–256–256–128–10: fc1 → fc2 → fc3 → fc4 → head", layers());

        select(robot, 4);
        robot.push(KeyCode.L);
        assertTrue(layers().startsWith("784–256–256–128–10: fc1"), layers());
        select(robot, 6);
        robot.push(KeyCode.L);
        assertEquals("fc2.weight gives 256 values, but head.weight behind it takes 128.", layers());
        open().await(() -> isShown("#stack-layers-below"));
        assertFalse(isShown("#stack-layers"), "there is no room beside the buttons");
        Label below = (Label) node("#stack-layers-below");
        open().await(() -> below.getHeight() > 0 && !below.isTextTruncated());
        assertEquals(layers(), below.getText());
        assertTrue(button("#send-to-signal").isDisabled());
        robot.push(KeyCode.L);
        assertEquals("fc2.weight gives 256 values, but head.weight behind it takes 128.", layers());
        select(robot, 8);
        robot.push(KeyCode.L);
        robot.push(KeyCode.L);
        assertTrue(layers().endsWith("fc4 → head"), layers());

        robot.interact(button("#send-to-signal")::fire);
        open().await(() -> open().session.experiment().initializer() instanceof LoadedWeights);
        assertEquals("784,256,256,128,10", open().field("Widths").getText());
        assertTrue(open().slider("Depth").isDisabled());
        assertEquals(
                "Weights, widths and biases are the file's: fc1.weight … head.weight. Choose an"
                        + " initializer to draw others of the same widths.",
                text("#weights-from-file"));

        open().pick("Initializer", "He normal");
        assertFalse(isShown("#weights-from-file"));
        assertFalse(open().slider("Depth").isDisabled());
        assertEquals("784,256,256,128,10", open().field("Widths").getText());
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertTrue(open().session.experiment().initializer() instanceof LoadedWeights);
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(OpenWindow.SMALL, open().session.experiment());

        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT4);
        robot.interact(button("#send-to-training")::fire);
        open().await(() -> open().session.experiment().initializer() instanceof LoadedWeights);
        assertFalse(isShown("#stack"));
    }

    @Test
    void layersOfAFileGoToSpectrumWithTheirOwnSingularValues(FxRobot robot) {
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT4);
        robot.interact(button("#open-example")::fire);
        open().await(() -> isShown("#stack"));
        robot.interact(button("#send-to-spectrum")::fire);
        open().await(() ->
                open().window.lookup("#spectrum-layer") != null && bars().startsWith("Layer 3, "));
        assertEquals("Layer 3, 256 × 256", bars());
        assertTrue(open().session.experiment().initializer() instanceof LoadedWeights);
        assertEquals("spectrum", open().workspace.view().words().get("tab"));
        open().await(() ->
                chart("#spectrum-histograms") instanceof SpectrumMatrix matrix
                        && matrix.rows().getFirst().values().getLast().depth() == 5);
    }

    private String bars() {
        return chart("#spectrum-layer") instanceof BarChart bars ? bars.title() : "";
    }

    private @Nullable Chart chart(String selector) {
        return ((ChartCanvas) node(selector)).chartProperty().get();
    }

    /// @param row as in the file, where each bias is behind its weights
    private void select(FxRobot robot, int row) {
        TableView<?> table = (TableView<?>) node("#tensors");
        robot.interact(() -> {
            table.requestFocus();
            table.getSelectionModel().select(row);
        });
    }

    private String layers() {
        return text("#stack-layers");
    }

    private String text(String selector) {
        return ((Label) node(selector)).getText();
    }

    private Button button(String selector) {
        return (Button) node(selector);
    }

    private Node node(String selector) {
        return Objects.requireNonNull(open().window.lookup(selector), selector);
    }

    private boolean isShown(String selector) {
        for (Node each = open().window.lookup(selector); each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return open().window.lookup(selector) != null;
    }
}
