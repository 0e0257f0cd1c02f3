package dev.weightscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.line.Curve;
import dev.weightscope.chart.line.LineView;
import dev.weightscope.model.Direction;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.signal.SignalSettings;
import dev.weightscope.ui.chart.ComparePanel;
import dev.weightscope.ui.chart.HistogramPanel;
import dev.weightscope.ui.chart.SignalCharts;
import dev.weightscope.ui.chart.Ways;
import dev.weightscope.ui.testing.OpenWindow;
import dev.weightscope.ui.testing.WindowTest;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The signal and the gradient in the window.
@WindowTest
class BothWaysTest {
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
    void aLayerStandsAtTheSamePlaceOnItsWayThereAndBack(FxRobot robot) {
        Snapshot answer = open.answer();
        assertTrue(answer.hasGradients());
        List<Hit> there = stops(Direction.FORWARD);
        List<Hit> back = stops(Direction.BACKWARD);
        assertEquals(4, there.size());
        for (int i = 0; i < there.size(); i++) {
            assertEquals(there.get(i).stop(), back.get(i).stop());
            assertEquals(there.get(i).focus().x(), back.get(i).focus().x());
        }
        assertEquals(
                List.of(Direction.FORWARD, Direction.BACKWARD),
                charts().depth().views().stream().map(LineView::direction).toList());
        assertTrue(bounds(row(Direction.FORWARD)).getMaxY() < bounds(backward()).getMinY());
        assertTrue(row(Direction.FORWARD).flatProperty().get(), "in one row");
        robot.clickOn("#layout-heatmap");
        assertEquals(
                stops(Direction.FORWARD).stream().map(hit -> hit.focus().x()).toList(),
                stops(Direction.BACKWARD).stream().map(hit -> hit.focus().x()).toList());
        robot.clickOn("#layout-ridge");
        robot.interact(charts()::layout);
        assertEquals(bounds(row(Direction.FORWARD)).getMinY(), bounds(backward()).getMinY());
        assertTrue(bounds(row(Direction.FORWARD)).getMaxX() < bounds(backward()).getMinX());
        robot.clickOn("#layout-grid");
    }

    @Test
    void forwardAloneComputesNothingElseAndIsUndone(FxRobot robot) {
        open.answer();
        robot.clickOn("#ways-forward");
        assertFalse(open.signal.settings().backward());
        assertFalse(open.answer().hasGradients());
        assertFalse(backward().isVisible());
        assertEquals(1, charts().depth().views().size());
        assertEquals("--backward=off", open.session.state().labs().get("signal"));
        robot.interact(open.session::undo);
        assertTrue(open.answer().hasGradients());
        assertEquals(Ways.BOTH, charts().waysProperty().get());
        robot.clickOn("#ways-backward");
        assertEquals(SignalSettings.BOTH_WAYS, open.signal.settings());
        assertFalse(row(Direction.FORWARD).isVisible());
        assertTrue(backward().isVisible());
        LineView view = charts().depth().shown().orElseThrow();
        assertEquals(Direction.BACKWARD, view.direction());
        assertEquals(4, live(view).measured().size());
    }

    @Test
    void aViewThatWasSavedChangesNoSetting(FxRobot robot) {
        open.answer();
        robot.interact(() ->
                open.workspace.view().choose(Map.of("ways", "forward", "gradient", "nonsense")));
        assertEquals(Ways.BOTH, charts().waysProperty().get());
        robot.interact(() -> open.workspace.view().choose(Map.of("ways", "backward")));
        assertEquals(Ways.BACKWARD, charts().waysProperty().get());
        assertFalse(open.session.undoableProperty().get());
        ToggleButton button = (ToggleButton) open.window.lookup("#ways-backward");
        assertTrue(button.isSelected());
        robot.interact(() -> open.signal.edit(now -> now.withBackward(false)));
        assertEquals(Ways.FORWARD, charts().waysProperty().get());
        assertFalse(button.isSelected());
        robot.interact(open.session::undo);
        assertEquals(Ways.BACKWARD, charts().waysProperty().get());
    }

    @Test
    void theoryIsDrawnUnlessItIsSwitchedOffOrHasNone(FxRobot robot) {
        open.answer();
        assertEquals(List.of(5, 4), theorySizes());
        robot.clickOn("#theory");
        open.answer();
        assertEquals(List.of(0, 0), theorySizes());
        robot.clickOn("#theory");
        open.answer();
        assertEquals(List.of(5, 4), theorySizes());
        ToggleButton theory = (ToggleButton) open.window.lookup("#theory");
        assertTrue(theory.isSelected());
        open.pick("Initializer", "Identity");
        open.answer();
        assertTrue(theory.isDisabled());
        assertFalse(theory.isSelected());
        assertEquals(
                "Theory is of weights drawn at random; these are the identity.",
                theory.getAccessibleText());
        robot.interact(open.session::undo);
        open.answer();
        assertFalse(theory.isDisabled());
        assertTrue(theory.isSelected());
        robot.clickOn("#spread-per-unit-std");
        assertTrue(theory.isDisabled());
        assertEquals(
                "Theory says nothing of the std of a unit across samples: choose Std or RMS.",
                theory.getAccessibleText());
    }

    @Test
    void drawsAreThinLinesOrABandAndAreKept(FxRobot robot) {
        open.answer();
        MenuButton menu = (MenuButton) open.window.lookup("#draws");
        assertEquals("1 draw", menu.getText());
        robot.interact(() -> menu.getItems().get(1).fire());
        open.answer();
        assertEquals("10 draws", menu.getText());
        assertEquals("--draws 10", open.session.state().labs().get("signal"));
        for (LineView view : charts().depth().views()) {
            assertEquals(10, live(view).draws().size());
        }
        assertEquals(
                "solid measured · dashed theory · shaded 10 draws, darker the middle half",
                legend());
        robot.clickOn("#spread-rms");
        assertEquals("solid measured · dashed theory · thin 10 draws", legend());
        robot.interact(open.session::undo);
        open.answer();
        assertEquals("1 draw", menu.getText());
    }

    @Test
    void everyButtonAboveTheChartsIsExplained(FxRobot robot) {
        open.answer();
        int checked = 0;
        for (Node each : open.window.lookupAll(".chart-toggle")) {
            Tooltip tooltip = ((Control) each).getTooltip();
            String help = tooltip == null ? each.getAccessibleText() : tooltip.getText();
            assertTrue(help != null && help.length() > 8, each::toString);
            checked++;
        }
        assertTrue(checked >= 4, checked + " buttons");
    }

    @Test
    void gradientsAreComparedToo(FxRobot robot) {
        open.answer();
        robot.type(KeyCode.P, KeyCode.SPACE);
        open.answer();
        open.showResults(true);
        assertTrue(open.isShowing("last std"));
        assertTrue(open.isShowing("gradient growth"));
        assertEquals(
                List.of(2L, 2L),
                open.window.lookupAll(".compared-row").stream()
                        .map(row ->
                                row.lookupAll(".summary-cells .label").stream()
                                        .map(cell -> ((Label) cell).getText())
                                        .filter(text -> text.matches("[\\d.e−]+"))
                                        .count())
                        .toList());
        robot.clickOn("#compare-settings");
        open.showResults(false);
        ComparePanel compare = (ComparePanel) open.window.lookup("#compare").getParent();
        robot.clickOn("#compare-pre-activation-gradient");
        assertEquals(Quantity.PRE_ACTIVATION_GRADIENT, compare.shown().orElseThrow().quantity());
        assertEquals(2, compare.shown().orElseThrow().rows().size());
        robot.interact(() -> open.signal.edit(now -> now.withBackward(false)));
        open.answer();
        assertEquals(Quantity.PRE_ACTIVATION, compare.shown().orElseThrow().quantity());
        assertTrue(open.window.lookup("#compare-pre-activation-gradient").isDisabled());
    }

    private String legend() {
        return charts().depth().shown().orElseThrow().legend();
    }

    private List<Integer> theorySizes() {
        return charts().depth().views().stream().map(view -> live(view).theory().size()).toList();
    }

    private static Curve live(LineView view) {
        return view.series().stream()
                .filter(each -> each.role() == Series.Role.LIVE)
                .findFirst()
                .orElseThrow()
                .values();
    }

    private List<Hit> stops(Direction direction) {
        return row(direction).canvas().drawn().orElseThrow().stops();
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private HistogramPanel backward() {
        return row(Direction.BACKWARD);
    }

    private HistogramPanel row(Direction direction) {
        return charts().histograms(direction);
    }

    private SignalCharts charts() {
        return (SignalCharts) open.window.lookup(".signal-charts");
    }
}
