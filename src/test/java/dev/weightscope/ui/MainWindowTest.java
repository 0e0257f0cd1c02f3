package dev.weightscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Series;
import dev.weightscope.chart.histogram.HistogramView;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.TensorStatistics;
import dev.weightscope.preset.Preset;
import dev.weightscope.preset.Presets;
import dev.weightscope.ui.chart.ComparePanel;
import dev.weightscope.ui.chart.DepthPanel;
import dev.weightscope.ui.chart.HistogramPanel;
import dev.weightscope.ui.state.Progress;
import dev.weightscope.ui.testing.OpenWindow;
import dev.weightscope.ui.testing.WindowTest;
import dev.weightscope.ui.theme.Theme;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.robot.Motion;

@WindowTest
class MainWindowTest {
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
    void theChartsShowTheAnswer() {
        Snapshot answer = open.answer();
        assertEquals(activations(answer), histograms().shown().orElseThrow().layers());
        assertEquals(
                activations(answer).getLast().std(),
                depth().shown().orElseThrow().series().getLast().values().measured().getLast());
    }

    @Test
    void anAxisForEachLayerHasBinsOfItsOwn(FxRobot robot) {
        Experiment before = open.answer().experiment();
        assertEquals(1, open.answer().last().activation().histogram().high());
        robot.clickOn("#axis-own");
        TensorStatistics own = open.answer().last().activation();
        assertEquals(own.min(), own.histogram().low());
        assertEquals(own.max(), own.histogram().high());
        robot.clickOn("#axis-common");
        assertEquals(before, open.answer().experiment());
        robot.interact(open.session::undo);
        assertTrue(((ToggleButton) open.window.lookup("#axis-own")).isSelected());
    }

    @Test
    void aDragOfEightyStepsEndsOnTheLastValueAndIsOneStepBack(FxRobot robot) {
        Experiment before = open.answer().experiment();
        Slider slider = open.slider("Gain");
        robot.moveTo(slider.lookup(".thumb"), Motion.DIRECT).press(MouseButton.PRIMARY);
        for (int i = 0; i < 40; i++) {
            robot.moveBy(i % 5 == 0 ? -1 : 1, 0, Motion.DIRECT);
        }
        for (int i = 0; i < 40; i++) {
            robot.moveBy(i % 5 == 0 ? 1 : -1, 0, Motion.DIRECT);
        }
        robot.moveBy(20, 0, Motion.DIRECT).release(MouseButton.PRIMARY);
        Snapshot answer = open.answer();
        assertEquals(open.session.experiment(), answer.experiment());
        assertTrue(answer.experiment().gain() > 1, "gain " + answer.experiment().gain());
        assertEquals(activations(answer), histograms().shown().orElseThrow().layers());
        assertFalse(histograms().staleProperty().get());
        robot.interact(open.session::undo);
        assertEquals(before, open.answer().experiment());
    }

    @Test
    void everyPresetLoadsAndSaysWhatToLookFor(FxRobot robot) {
        MenuButton menu = (MenuButton) open.window.lookup("#presets");
        int checked = 0;
        for (Preset preset : Presets.all()) {
            // The menu's own action: the largest would take minutes on one core to compute here.
            robot.interact(() ->
                    menu.getItems().stream()
                            .filter(item -> preset.label().equals(item.getText()))
                            .findFirst()
                            .orElseThrow()
                            .fire());
            assertEquals(preset.experiment(), open.session.experiment());
            assertTrue(open.isShowing(preset.lookFor()), preset.lookFor());
            assertEquals(preset.compared().size(), open.session.pins().kept().size());
            checked++;
        }
        assertEquals(22, checked);
        robot.interact(() -> open.session.edit(_ -> OpenWindow.SMALL));
    }

    @Test
    void escapeGivesUpALongRunAndKeepsTheOldAnswer(FxRobot robot) {
        Snapshot before = open.answer();
        robot.interact(
                () -> open.session.edit(e -> e.withDepth(1000).withWidth(2000).withSamples(4000)));
        robot.type(KeyCode.ESCAPE);
        open.await(() -> open.signal.live().progress() instanceof Progress.Cancelled);
        assertTrue(
                open.isShowing(
                        "1000 layers × 2000 units × 4000 samples, there and back: cancelled"));
        assertEquals(before, open.signal.live().answer().orElseThrow().snapshot());
        robot.interact(open.session::undo);
        assertEquals(before.experiment(), open.answer().experiment());
    }

    @Test
    void aPreparedScenesAdviceCoversNoChartAndKeepsItsRoomWhileASliderIsDragged(FxRobot robot) {
        open.answer();
        Node curves = open.window.lookup("#depth");
        Bounds alone = curves.localToScene(curves.getLayoutBounds());
        MenuButton menu = (MenuButton) open.window.lookup("#presets");
        robot.interact(() -> menu.getItems().getFirst().fire());
        Node advice = open.window.lookup("#advice");
        Bounds beside = curves.localToScene(curves.getLayoutBounds());
        assertTrue(advice.isVisible());
        assertTrue(beside.getMaxY() <= advice.localToScene(advice.getLayoutBounds()).getMinY());
        robot.interact(() -> {
            open.session.beginGesture();
            open.session.edit(e -> e.withGain(3));
        });
        assertFalse(advice.isVisible());
        assertEquals(beside, curves.localToScene(curves.getLayoutBounds()));
        robot.interact(open.session::endGesture);
        // The room of the advice is given back in one of the next layouts.
        open.await(() -> alone.equals(curves.localToScene(curves.getLayoutBounds())));
    }

    @Test
    void nothingButTheDataMovesWhenSentencesComeAndGo(FxRobot robot) {
        open.answer();
        Bounds charts = histograms().localToScene(histograms().getLayoutBounds());
        robot.interact(() ->
                open.session.edit(_ -> OpenWindow.SMALL.withSamples(100_000).withWidth(16_384)));
        open.await(() -> open.signal.live().progress() instanceof Progress.Refused);
        assertEquals(charts, histograms().localToScene(histograms().getLayoutBounds()));
        robot.interact(open.session::undo);
    }

    @Test
    void comparingShowsARowForEverySetting(FxRobot robot) {
        open.answer();
        robot.type(KeyCode.P);
        open.enter("Gain", "2");
        open.answer();
        assertTrue(
                open.window.getBottom().getViewOrder() < open.window.getCenter().getViewOrder(),
                "a notice of two lines lies over the charts");
        open.showResults(true);
        HBox row = (HBox) open.window.lookup(".compared-line");
        Circle dot = (Circle) ((Button) row.getChildren().getFirst()).getGraphic();
        Label name = (Label) row.getChildren().get(1);
        Circle told = (Circle) name.getTooltip().getGraphic();
        assertEquals(dot.getFill(), told.getFill());
        assertTrue(name.getTooltip().getText().startsWith("Xavier uniform\n"));
        robot.clickOn("#compare-settings");
        ComparePanel compare = (ComparePanel) open.window.lookup("#compare").getParent();
        assertTrue(compare.isVisible());
        assertFalse(histograms().isVisible() && histograms().getParent().isVisible());
        assertEquals(2, compare.shown().orElseThrow().rows().size());
        Experiment before = open.session.experiment();
        robot.interact(() -> ((ToggleButton) open.window.lookup("#compare-axis-own")).fire());
        open.answer();
        int checked = 0;
        for (var each : compare.shown().orElseThrow().rows()) {
            for (TensorStatistics layer : each.values()) {
                assertEquals(layer.min(), layer.histogram().low(), each.label());
                assertEquals(layer.max(), layer.histogram().high(), each.label());
                checked++;
            }
        }
        assertEquals(8, checked);
        assertEquals(
                List.of("Xavier uniform, gain 2", "Xavier uniform"),
                compare.shown().orElseThrow().rows().stream().map(Series::label).toList());
        assertEquals(before, open.session.experiment());
        assertEquals(1, open.session.pins().kept().size());
        robot.interact(() -> ((ToggleButton) open.window.lookup("#compare-axis-common")).fire());
        assertEquals(before, open.answer().experiment());
    }

    @Test
    void aRefusalKeepsThePictureDimmedAndSaysWhy(FxRobot robot) {
        Snapshot before = open.answer();
        robot.interact(() -> open.session.edit(e -> e.withSamples(100_000).withWidth(16_384)));
        open.await(() -> open.signal.live().progress() instanceof Progress.Refused);
        assertEquals(activations(before), histograms().shown().orElseThrow().layers());
        assertTrue(histograms().staleProperty().get());
        Progress.Refused refused = (Progress.Refused) open.signal.live().progress();
        assertTrue(open.isShowing(refused.sentence().substring(1)), refused.sentence());
        robot.interact(open.session::undo);
        open.answer();
        assertFalse(histograms().staleProperty().get());
    }

    @Test
    void theKeyboardAloneDoesEverything(FxRobot robot) {
        Experiment before = open.answer().experiment();
        robot.interact(() -> open.slider("Depth").requestFocus());
        robot.type(KeyCode.RIGHT);
        assertEquals(before.withDepth(5), open.answer().experiment());
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(before, open.session.experiment());
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
        assertEquals(before.withDepth(5), open.session.experiment());
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        robot.push(KeyCode.SHORTCUT, KeyCode.Y);
        assertEquals(before.withDepth(5), open.session.experiment());
        robot.type(KeyCode.SPACE);
        assertEquals(before.withDepth(5).withSeed(43), open.session.experiment());
        robot.type(KeyCode.P);
        assertEquals(1, open.session.pins().kept().size());
        open.answer();
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        assertEquals(1, open.desktop.copiedImages.size());
        double shown = histograms().canvas().getWidth();
        assertEquals(2 * (shown + 56), open.desktop.copiedImages.getFirst().getWidth(), 2);
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.C);
        assertEquals(
                "weightscope run --depth 5 --width 24 --samples 40 --seed 43 --backward --theory",
                open.desktop.copiedTexts.getFirst());
        robot.type(KeyCode.F1);
        assertTrue(open.isShowing("Pin the current setting"));
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void lettersTypedIntoAFieldAreText(FxRobot robot) {
        Experiment before = open.answer().experiment();
        robot.clickOn(open.field("Gain"));
        robot.type(KeyCode.P, KeyCode.SPACE);
        assertTrue(open.session.pins().kept().isEmpty());
        assertEquals(before, open.session.experiment());
    }

    @Test
    void undoWorksFromAFieldThatIsNotBeingEdited(FxRobot robot) {
        Experiment before = open.answer().experiment();
        robot.interact(() -> open.field("Depth").requestFocus());
        robot.type(KeyCode.UP);
        assertEquals(before.withDepth(5), open.session.experiment());
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(before, open.session.experiment());
    }

    @Test
    void tabReachesEveryControlOfTheLeftPanel(FxRobot robot) {
        open.answer();
        robot.interact(() -> open.slider("Depth").requestFocus());
        java.util.Set<Node> reached = new java.util.HashSet<>();
        for (int i = 0; i < 80; i++) {
            reached.add(open.stage.getScene().getFocusOwner());
            robot.type(KeyCode.TAB);
        }
        int checked = 0;
        for (String name : new String[] {"Depth", "Width", "Samples", "Gain"}) {
            assertTrue(reached.contains(open.slider(name)), name + " slider");
            assertTrue(reached.contains(open.field(name)), name);
            checked++;
        }
        assertEquals(4, checked);
        assertTrue(reached.contains(open.choice("Activation")));
        assertTrue(reached.contains(open.window.lookup("#presets")));
        assertTrue(reached.contains(open.window.lookup("#export")));
    }

    @Test
    void lightAndDarkChangeEveryPart(FxRobot robot) {
        open.answer();
        robot.interact(() -> open.themes.themeProperty().set(Theme.DARK));
        assertEquals(ColorScheme.DARK, open.stage.getScene().getPreferences().getColorScheme());
        var dark = histograms().paletteProperty().get();
        robot.interact(() -> open.themes.themeProperty().set(Theme.LIGHT));
        assertEquals(ColorScheme.LIGHT, open.stage.getScene().getPreferences().getColorScheme());
        assertNotEquals(dark, histograms().paletteProperty().get());
        robot.clickOn("#theme");
        assertEquals(Theme.DARK, open.themes.themeProperty().get());
    }

    @Test
    void nothingIsCutOffInASmallWindow(FxRobot robot) {
        robot.interact(() -> {
            open.stage.setWidth(1000);
            open.stage.setHeight(700);
            open.session.edit(_ -> Experiment.DEFAULT.withWidth(50));
        });
        open.answer();
        int checked = 0;
        for (Node node : open.window.lookupAll("*")) {
            if (node instanceof Labeled labeled && isInSight(labeled)) {
                for (Node child : labeled.getChildrenUnmodifiable()) {
                    if (child instanceof Text text && text.getStyleClass().contains("text")) {
                        assertEquals(labeled.getText(), text.getText(), "cut off");
                        checked++;
                    }
                }
            }
        }
        assertEquals(1000, open.window.getWidth(), "the window is wider than its frame");
        assertTrue(checked > 40, checked + " labels");
        Bounds export =
                open.window
                        .lookup("#export")
                        .localToScene(open.window.lookup("#export").getLayoutBounds());
        assertTrue(export.getMaxX() <= 1000, "the last button ends at " + export.getMaxX());
    }

    private static boolean isInSight(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return !node.getLayoutBounds().isEmpty();
    }

    private HistogramPanel histograms() {
        return (HistogramPanel) open.window.lookup("#histograms").getParent();
    }

    private DepthPanel depth() {
        return (DepthPanel) open.window.lookup("#depth").getParent();
    }

    private static List<TensorStatistics> activations(Snapshot answer) {
        return HistogramView.layers(answer, Quantity.ACTIVATION);
    }
}
