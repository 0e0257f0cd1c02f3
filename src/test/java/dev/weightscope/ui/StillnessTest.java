package dev.weightscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.StandardInitializer;
import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.testing.OpenWindow;
import dev.weightscope.ui.testing.WindowTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Nothing moves but the data.
@WindowTest
class StillnessTest {
    private static final int STEPS = 3;

    /// Of these the upper half takes seconds a step.
    private static final Set<String> COSTLY = Set.of("Width slider", "Samples slider");

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
    void inASmallWindowNothingMovesWhileAnySliderIsDragged(FxRobot robot) {
        resize(robot, 1000, 700);
        open.showResults(true);
        assertNothingMoves(robot);
    }

    @Test
    void inAUsualWindowNothingMovesWhileAnySliderIsDragged(FxRobot robot) {
        resize(robot, 1440, 900);
        assertNothingMoves(robot);
    }

    @Test
    void noControlMovesWhereNoGainOrNoTheoryIs(FxRobot robot) {
        resize(robot, 1440, 900);
        open.answer();
        Map<Node, Bounds> before = controls();
        Experiment plain = open.session.experiment();
        List<Experiment> others =
                List.of(
                        plain.withNormalization(Normalization.BATCH),
                        plain.withNormalization(Normalization.LAYER),
                        plain.withNormalization(Normalization.RMS),
                        plain.withInitializer(StandardInitializer.of(InitializerScheme.ZEROS)),
                        plain);
        for (Experiment other : others) {
            robot.interact(() -> open.session.edit(_ -> other));
            open.answer();
            Map<Node, Bounds> now = controls();
            now.keySet().retainAll(before.keySet());
            now.entrySet().removeAll(before.entrySet());
            assertEquals(Map.of(), now, other.label());
        }
        assertEquals(5, others.size());
        assertTrue(before.size() > 50, "controls: " + before.size());
    }

    @Test
    void whatIsAroundThePanelOfTheExperimentIsNotLaidOutForANumberInIt(FxRobot robot) {
        resize(robot, 1440, 900);
        open.answer();
        List<UnaryOperator<Experiment>> moves =
                List.of(
                        e -> e.withGain(e.gain() + 0.01),
                        e -> e.withDepth(e.depth() - 1),
                        e -> e.withWidths(e.widths().withWidth(e.widths().width() - 1)));
        Parent panel = (Parent) open.window.lookup(".experiment-panel");
        for (UnaryOperator<Experiment> move : moves) {
            robot.interact(() -> open.session.edit(move)); // the first may write more than a number
            open.answer();
            robot.interact(() -> {
                open.window.layout();
                open.session.edit(move);
                assertFalse(panel.isNeedsLayout());
            });
        }
        assertEquals(3, moves.size());
    }

    private void resize(FxRobot robot, double width, double height) {
        robot.interact(() -> {
            open.stage.setWidth(width);
            open.stage.setHeight(height);
        });
    }

    private void assertNothingMoves(FxRobot robot) {
        open.expandAll();
        open.pick("Initializer", "Normal");
        pinSome(robot);
        robot.interact(() ->
                open.session.edit(e ->
                        e.withActivation(
                                e.activation().withFunction(ActivationFunction.LEAKY_RELU))));
        open.answer();
        Set<String> dragged = new TreeSet<>();
        for (Slider slider : sliders()) {
            drag(robot, slider);
            dragged.add(slider.getAccessibleText());
        }
        assertEquals(
                new TreeSet<>(
                        List.of(
                                "Bias scale slider",
                                "Bins slider",
                                "Branch × slider",
                                "Depth slider",
                                "Gain slider",
                                "Input scale slider",
                                "Samples slider",
                                "Slope slider",
                                "Std slider",
                                "Width slider")),
                dragged);
    }

    /// Pins of the same label, whose names say what tells them apart and are long.
    private void pinSome(FxRobot robot) {
        robot.interact(() -> {
            open.session.pinCurrent();
            open.session.edit(e -> e.withDepth(7));
            open.session.pinCurrent();
            open.session.edit(e -> e.withInputScale(2).withSeed(3));
            open.session.pinCurrent();
            open.session.rename(
                    open.session.pins().kept().getLast(),
                    "a name that is far too long for the panel that it stands in");
        });
        open.answer();
    }

    private void drag(FxRobot robot, Slider slider) {
        String name = slider.getAccessibleText();
        Experiment before = open.session.experiment();
        double share = COSTLY.contains(name) ? 0.4 : 0.9;
        robot.interact(open.session::beginGesture);
        Map<Node, Bounds> controls = Map.of();
        Map<Node, Bounds> texts = Map.of();
        for (int step = 0; step <= STEPS; step++) {
            double position = share * step / STEPS;
            robot.interact(() -> slider.setValue(position));
            open.answer();
            if (step == 0) {
                controls = controls();
                texts = texts();
                assertTrue(controls.size() > 60, name + ": " + controls.size());
                assertTrue(texts.size() > 60, name + ": " + texts.size());
            }
            String at = name + " at " + position;
            // A text may come, go and be longer, but not stand higher or lower than before.
            Map<Node, Bounds> said = texts();
            said.keySet().retainAll(texts.keySet());
            said.entrySet().removeAll(texts.entrySet());
            assertEquals(Map.of(), said, at);
            Map<Node, Bounds> now = controls();
            assertEquals(controls.keySet(), now.keySet(), at);
            now.entrySet().removeAll(controls.entrySet());
            assertEquals(Map.of(), now, at);
        }
        robot.interact(() -> {
            open.session.endGesture();
            open.session.edit(_ -> before);
        });
        open.answer();
    }

    private List<Slider> sliders() {
        return open.window.lookupAll("*").stream()
                .filter(node -> node instanceof Slider && isInSight(node))
                .map(Slider.class::cast)
                .toList();
    }

    private Map<Node, Bounds> controls() {
        return onToolkitThread(this::placesOfControls);
    }

    /// The zones of a gain come when they are found: read from another thread, a text may be taken
    /// away between being listed and being measured.
    private static Map<Node, Bounds> onToolkitThread(Callable<Map<Node, Bounds>> places) {
        return WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(places));
    }

    private Map<Node, Bounds> placesOfControls() {
        Map<Node, Bounds> places = new LinkedHashMap<>();
        for (Node node : open.window.lookupAll("*")) {
            boolean counts =
                    (node instanceof Control && !(node instanceof Label) && !isMark(node))
                            || node instanceof ChartCanvas;
            if (counts && isInSight(node)) {
                places.put(node, node.localToScene(node.getLayoutBounds()));
            }
        }
        return places;
    }

    /// A mark stands where the data says, such as at the critical gain of these widths.
    private static boolean isMark(Node node) {
        return node.getStyleClass().contains("mark");
    }

    /// Where texts stand and how high they are.
    private Map<Node, Bounds> texts() {
        return onToolkitThread(this::placesOfTexts);
    }

    private Map<Node, Bounds> placesOfTexts() {
        Map<Node, Bounds> places = new LinkedHashMap<>();
        for (Node node : open.window.lookupAll("*")) {
            if (node instanceof Label label && !label.getText().isEmpty() && isInSight(node)) {
                Bounds bounds = node.localToScene(node.getLayoutBounds());
                places.put(node, new BoundingBox(0, bounds.getMinY(), 0, bounds.getHeight()));
            }
        }
        return places;
    }

    private static boolean isInSight(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
