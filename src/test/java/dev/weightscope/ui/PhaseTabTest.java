package dev.weightscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.plane.MapLayout;
import dev.weightscope.chart.plane.MapPlace;
import dev.weightscope.lab.Lab;
import dev.weightscope.model.BiasKind;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.StandardInitializer;
import dev.weightscope.phase.GridAxis;
import dev.weightscope.phase.PhaseAnswer;
import dev.weightscope.phase.PhaseLab;
import dev.weightscope.phase.PhasePoint;
import dev.weightscope.phase.PhaseQuantity;
import dev.weightscope.phase.PhaseSettings;
import dev.weightscope.signal.SignalLab;
import dev.weightscope.theory.Phase;
import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Progress;
import dev.weightscope.ui.testing.OpenWindow;
import dev.weightscope.ui.testing.WindowTest;
import java.util.List;
import java.util.Objects;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class PhaseTabTest {
    private static final List<Lab<?, ?>> LABS = List.of(new SignalLab(), new PhaseLab());

    private @Nullable OpenWindow opened;
    private LabState<PhaseSettings, PhaseAnswer> state;

    @Start
    @SuppressWarnings("unchecked") // the phase lab's
    void start(Stage stage) {
        OpenWindow open = new OpenWindow(stage, LABS);
        opened = open;
        state = (LabState<PhaseSettings, PhaseAnswer>) open.tabs.get(1).state();
        open.session.edit(_ -> Experiment.DEFAULT.withDepth(12).withWidth(64));
        state.edit(settings ->
                settings.withWeights(new GridAxis(0, 4, 17)).withBiases(new GridAxis(0, 0.3, 13)));
    }

    @AfterEach
    void close() {
        open().close();
    }

    private OpenWindow open() {
        return Objects.requireNonNull(opened);
    }

    private void show(FxRobot robot) {
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
        await();
        robot.interact(() -> canvas("#phase-map").requestFocus());
    }

    private void await() {
        open().await(() -> state.live().progress() instanceof Progress.Answered);
    }

    private ChartCanvas canvas(String id) {
        return (ChartCanvas) Objects.requireNonNull(open().window.lookup(id));
    }

    private MapLayout map() {
        return assertInstanceOf(MapLayout.class, canvas("#phase-map").placed().orElseThrow());
    }

    private PhasePoint.At point() {
        return assertInstanceOf(PhasePoint.At.class, state.live().answer().orElseThrow().point());
    }

    private static void fire(Node node, EventType<MouseEvent> type, double x, double y) {
        fire(node, type, x, y, true);
    }

    private static void fire(
            Node node, EventType<MouseEvent> type, double x, double y, boolean isStill) {
        Point2D place = node.localToScene(x, y);
        boolean isDown = type != MouseEvent.MOUSE_RELEASED;
        Event.fireEvent(
                node,
                new MouseEvent(
                        type,
                        place.getX(),
                        place.getY(),
                        place.getX(),
                        place.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        isDown,
                        false,
                        false,
                        true,
                        false,
                        isStill,
                        null));
    }

    @Test
    void thePointIsDraggedInOneStepAndTheMapStays(FxRobot robot) {
        show(robot);
        Experiment before = open().session.experiment();
        Object ground = canvas("#phase-map").chartProperty().get();
        Object moving = canvas("#phase-point").chartProperty().get();
        MapLayout map = map();
        Box plot = map.plot();
        robot.interact(() -> {
            ChartCanvas canvas = canvas("#phase-map");
            fire(canvas, MouseEvent.MOUSE_PRESSED, plot.centerX(), plot.centerY());
            for (int i = 1; i <= 10; i++) {
                fire(
                        canvas,
                        MouseEvent.MOUSE_DRAGGED,
                        plot.centerX() + 4 * i,
                        plot.centerY() + 3 * i);
            }
            fire(canvas, MouseEvent.MOUSE_RELEASED, plot.centerX() + 40, plot.centerY() + 30);
        });
        await();
        assertSame(ground, canvas("#phase-map").chartProperty().get(), "the map is not drawn anew");
        assertNotSame(moving, canvas("#phase-point").chartProperty().get());
        assertEquals(map.xAt(plot.centerX() + 40), point().limit().weightVariance(), 1e-6);
        assertEquals(map.yAt(plot.centerY() + 30), point().limit().biasVariance(), 1e-6);
        assertEquals(BiasKind.NORMAL, open().session.experiment().bias().kind());
        robot.interact(() -> open().session.undo());
        assertEquals(before, open().session.experiment(), "a drag is one step");
    }

    @Test
    void thePointIsDraggedFromANameItStandsOn(FxRobot robot) {
        show(robot);
        MapLayout map = map();
        List<String> names = map.places().stream().map(each -> each.mark().name()).toList();
        MapPlace keras = map.places().get(names.indexOf("Keras, Flax"));
        assertEquals(
                keras.mark().x(), point().limit().weightVariance(), 1e-9, "the point is there");
        Box plot = map.plot();
        robot.interact(() -> {
            ChartCanvas canvas = canvas("#phase-map");
            fire(canvas, MouseEvent.MOUSE_PRESSED, keras.x(), keras.y());
            fire(canvas, MouseEvent.MOUSE_DRAGGED, keras.x() + 1, keras.y(), true);
            fire(canvas, MouseEvent.MOUSE_DRAGGED, plot.centerX(), plot.centerY(), false);
            fire(canvas, MouseEvent.MOUSE_RELEASED, plot.centerX(), plot.centerY(), false);
            fire(canvas, MouseEvent.MOUSE_CLICKED, plot.centerX(), plot.centerY(), false);
        });
        await();
        assertEquals(map.xAt(plot.centerX()), point().limit().weightVariance(), 1e-6);
        assertEquals(map.yAt(plot.centerY()), point().limit().biasVariance(), 1e-6);
    }

    @Test
    void arrowsMoveThePointAndCTakesItToTheCriticalLine(FxRobot robot) {
        show(robot);
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.UP);
        robot.push(KeyCode.UP);
        await();
        assertEquals(1.04, point().limit().weightVariance(), 1e-9);
        assertEquals(0.006, point().limit().biasVariance(), 1e-9);
        assertEquals(Phase.ORDERED, point().limit().phase());
        robot.push(KeyCode.C);
        await();
        assertEquals(0.006, point().limit().biasVariance(), 1e-9);
        assertEquals(1, point().limit().chi(), 1e-9);
        assertTrue(verdict().contains("keeps its size"), verdict());
    }

    @Test
    void theMapIsRecolouredAndTheSettingsFollow(FxRobot robot) {
        show(robot);
        Object ground = canvas("#phase-map").chartProperty().get();
        robot.interact(() ->
                ((ToggleButton) Objects.requireNonNull(open().window.lookup("#shows-xi-c")))
                        .fire());
        await();
        assertEquals(PhaseQuantity.XI_C, state.settings().quantity());
        assertNotSame(ground, canvas("#phase-map").chartProperty().get());
        robot.interact(() -> open().session.undo());
        await();
        assertEquals(PhaseQuantity.CHI, state.settings().quantity());
        assertTrue(
                ((ToggleButton) Objects.requireNonNull(open().window.lookup("#shows-chi")))
                        .isSelected());
    }

    @Test
    void pinsAndFrameworksStandOnTheMapAndAFrameworkIsTaken(FxRobot robot) {
        show(robot);
        robot.interact(() -> open().session.pinCurrent());
        robot.push(KeyCode.RIGHT);
        await();
        List<String> names = map().places().stream().map(each -> each.mark().name()).toList();
        assertTrue(names.contains("PyTorch"), names::toString);
        assertTrue(names.contains("Xavier uniform"), names::toString);
        assertEquals(5, map().stops().size(), names::toString);
        MapPlace torch = map().places().get(names.indexOf("PyTorch"));
        robot.interact(() -> {
            ChartCanvas canvas = canvas("#phase-map");
            for (EventType<MouseEvent> type :
                    List.of(
                            MouseEvent.MOUSE_PRESSED,
                            MouseEvent.MOUSE_RELEASED,
                            MouseEvent.MOUSE_CLICKED)) {
                fire(canvas, type, torch.x(), torch.y());
            }
        });
        assertEquals(
                StandardInitializer.of(InitializerScheme.PYTORCH_LINEAR).key(),
                open().session.experiment().initializer().key());
        await();
        assertEquals(1 / 3.0, point().limit().weightVariance(), 1e-9);
    }

    @Test
    void withNormalizationTheMapFadesAndSaysWhy(FxRobot robot) {
        show(robot);
        robot.interact(
                () -> open().session.edit(now -> now.withNormalization(Normalization.LAYER)));
        await();
        assertTrue(verdict().startsWith("The map is of plain networks."), verdict());
        assertFalse(canvas("#phase-depth").chartProperty().get() == null);
    }

    private String verdict() {
        return ((Label) Objects.requireNonNull(open().window.lookup("#phase-verdict"))).getText();
    }
}
