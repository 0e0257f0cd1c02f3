package dev.weightscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.spectrum.SpectrumMatrix;
import dev.weightscope.chart.spectrum.SpectrumOverlay;
import dev.weightscope.chart.tensor.BarChart;
import dev.weightscope.chart.tensor.Bars;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.signal.SignalLab;
import dev.weightscope.spectrum.SpectrumLab;
import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.testing.OpenWindow;
import dev.weightscope.ui.testing.WindowTest;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class SpectrumTabTest {
    private @Nullable OpenWindow opened;

    @Start
    void start(Stage stage) {
        opened = new OpenWindow(stage, List.of(new SignalLab(), new SpectrumLab()));
    }

    @AfterEach
    void close() {
        open().close();
    }

    private OpenWindow open() {
        return Objects.requireNonNull(opened);
    }

    private Node node(String selector) {
        return open().stage.getScene().lookup(selector);
    }

    private ChartCanvas chart(String id) {
        return (ChartCanvas) node(id);
    }

    private boolean isWhole(int depths, int rows) {
        return chart("#spectrum-histograms").chartProperty().get() instanceof SpectrumMatrix matrix
                && matrix.rows().size() == rows
                && matrix.rows().stream().allMatch(row -> row.values().size() == depths);
    }

    @Test
    void allDepthsOneDepthAndTheWeightsAreLookedAt(FxRobot robot) {
        open().enter("Width", "12");
        open().enter("Depth", "5");
        robot.clickOn("#tab-spectrum");
        open().await(() -> node("#spectrum-histograms") != null && isWhole(4, 1));
        open().await(() ->
                chart("#spectrum-layer").chartProperty().get() instanceof BarChart bars
                        && bars.title().startsWith("Layer 3, 12 × 12"));
        assertTrue(((Label) node("#spectrum-verdict")).getText().startsWith("At depth 5, "));
        robot.type(KeyCode.P);
        open().await(() -> isWhole(4, 2));
        open().await(() -> painted(".compared-row .label", "Xavier").contains("Xavier uniform"));

        robot.interact(((ToggleButton) node("#spectrum-overlay"))::fire);
        assertEquals(5, overlay().settings().getFirst().values().depth());
        assertEquals(2, overlay().settings().size());
        robot.interact(((Button) node("#depth-back"))::fire);
        assertEquals(4, overlay().settings().getFirst().values().depth());
        assertFalse(((Button) node("#depth-on")).isDisabled());
        robot.type(KeyCode.ESCAPE);
        assertInstanceOf(SpectrumMatrix.class, chart("#spectrum-histograms").chartProperty().get());

        robot.interact(((Button) node("#layer-on"))::fire);
        open().await(() ->
                chart("#spectrum-layer").chartProperty().get() instanceof BarChart bars
                        && bars.title().startsWith("Layer 4,"));

        robot.interact(() -> open().stage.setWidth(1000));
        open().await(() ->
                painted(".status-line .label", "decompositions").stream()
                        .anyMatch(each ->
                                each.contains("of up to 12 × 12 in ")
                                        && each.endsWith(", in float64")));
    }

    /// What of texts there is room for.
    private List<String> painted(String selector, String part) {
        return open().stage.getScene().getRoot().lookupAll(selector).stream()
                .map(Label.class::cast)
                .filter(label -> label.getText().contains(part))
                .map(label -> ((Text) label.lookup(".text")).getText())
                .toList();
    }

    @Test
    void whatIsGivenUpIsSaidToBe(FxRobot robot) {
        open().enter("Width", "300");
        open().enter("Depth", "200");
        robot.clickOn("#tab-spectrum");
        open().await(() -> node("#spectrum-histograms") != null && !isWhole(9, 1));
        robot.push(KeyCode.ESCAPE);
        open().await(() -> open().isShowing("cancelled"));
        assertFalse(isWhole(9, 1));
    }

    @Test
    void whatTrainingMovesIsLookedAtAsTheTrainingTabTrains(FxRobot robot) {
        open().enter("Width", "12");
        open().enter("Depth", "3");
        robot.interact(
                () -> open().session.editLab("training", "--data moons --steps 20 --draws 2"));
        robot.clickOn("#tab-spectrum");
        open().await(() -> node("#spectrum-histograms") != null && isWhole(3, 1));
        assertFalse(node("#spectrum-moved").getParent().isVisible());

        robot.interact(((ToggleButton) node("#spectrum-weights-moved"))::fire);
        open().await(() -> layerRemarks().getFirst().startsWith("W − W₀ "));
        assertTrue(layerRemarks().get(1).startsWith("99 % in "), layerRemarks().toString());
        assertTrue(
                ((Label) node("#spectrum-moved")).getText().startsWith("After step 20 of 20 "),
                ((Label) node("#spectrum-moved")).getText());
        assertTrue(
                open().tabs
                        .get(1)
                        .commandLine(open().session.state())
                        .endsWith(" --trained --data moons --steps 20"),
                open().tabs.get(1).commandLine(open().session.state()));

        robot.interact(((ToggleButton) node("#spectrum-weights-start"))::fire);
        open().await(() -> layerRemarks().size() == 1);
        assertFalse(node("#spectrum-moved").getParent().isVisible());
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        open().await(() -> layerRemarks().size() == 3);
    }

    /// The step that the Training tab looks at is taken over when this tab is looked at again.
    @Test
    void theStepIsThatOfTheTrainingTab(FxRobot robot) {
        open().enter("Width", "12");
        open().enter("Depth", "3");
        robot.interact(() -> open().session.editLab("training", "--data moons --steps 20"));
        robot.clickOn("#tab-spectrum");
        open().await(() -> node("#spectrum-histograms") != null && isWhole(3, 1));
        robot.interact(((ToggleButton) node("#spectrum-weights-moved"))::fire);
        open().await(() -> movedText().startsWith("After step 20 of 20 "));
        int checked = 0;
        for (int step : new int[] {4, 9, 2}) {
            robot.clickOn("#tab-signal");
            robot.interact(() -> open().workspace.trainingStepProperty().set(OptionalInt.of(step)));
            robot.clickOn("#tab-spectrum");
            open().await(() -> movedText().startsWith("After step " + step + " of 20 "));
            checked++;
        }
        assertEquals(3, checked);
    }

    /// The run that is selected in the Training tab comes first here, in the chart and in words.
    @Test
    void theSelectedRunComesFirst(FxRobot robot) {
        open().enter("Width", "12");
        open().enter("Depth", "3");
        robot.interact(() -> open().session.editLab("training", "--data moons --steps 20"));
        robot.clickOn("#tab-spectrum");
        open().await(() -> node("#spectrum-histograms") != null && isWhole(3, 1));
        robot.type(KeyCode.P);
        open().enter("Gain", "2");
        open().await(() -> isWhole(3, 2));
        robot.interact(((ToggleButton) node("#spectrum-weights-moved"))::fire);
        open().await(() -> movedText().startsWith("After step 20 of 20 "));
        open().await(() -> layerLabels().size() == 2);
        List<String> liveFirst = layerLabels();

        int colour = open().session.pins().kept().getFirst().colour();
        robot.interact(() -> open().workspace.trainingRunProperty().set(colour));
        open().await(() -> movedText().startsWith(liveFirst.get(1) + ": After step 20 of 20 "));
        assertEquals(liveFirst.reversed(), layerLabels());

        robot.interact(() -> open().workspace.trainingRunProperty().set(0));
        open().await(() -> movedText().startsWith("After step 20 of 20 "));
        assertEquals(liveFirst, layerLabels());
    }

    private List<String> layerLabels() {
        return chart("#spectrum-layer").chartProperty().get() instanceof BarChart bars
                ? bars.bars().stream().map(Bars::name).toList()
                : List.of();
    }

    @Test
    void aSettingThatCannotBeTrainedSaysSoInThePlaceOfWhatTrainingMoves(FxRobot robot) {
        open().enter("Width", "12");
        open().enter("Depth", "3");
        robot.clickOn("#tab-spectrum");
        open().await(() -> node("#spectrum-histograms") != null && isWhole(3, 1));
        robot.interact(() -> open().session.edit(now -> now.withFormat(NumberFormat.FLOAT16)));
        robot.interact(((ToggleButton) node("#spectrum-lower-layer"))::fire);
        robot.interact(((ToggleButton) node("#spectrum-weights-moved"))::fire);
        open().await(() -> node("#spectrum-untrained").isVisible());
        assertEquals(
                "Not trained: training computes in float32, not in float16; choose format float32.",
                ((Label) node("#spectrum-untrained")).getText());
        assertTrue(isWhole(3, 1));
        assertEquals(((Label) node("#spectrum-untrained")).getText(), movedText());
        assertFalse(node("#spectrum-layer").isVisible());

        robot.interact(((ToggleButton) node("#spectrum-weights-start"))::fire);
        open().await(() -> node("#spectrum-layer").isVisible());
        assertFalse(node("#spectrum-untrained").isVisible());
    }

    private String movedText() {
        return ((Label) node("#spectrum-moved")).getText();
    }

    private List<String> layerRemarks() {
        return chart("#spectrum-layer").chartProperty().get() instanceof BarChart bars
                ? bars.remarks()
                : List.of("");
    }

    private SpectrumOverlay overlay() {
        return assertInstanceOf(
                SpectrumOverlay.class, chart("#spectrum-histograms").chartProperty().get());
    }
}
