package dev.weightscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.plane.MapMark;
import dev.weightscope.chart.plane.MapView;
import dev.weightscope.chart.plane.PlaneMap;
import dev.weightscope.lab.Lab;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Normalization;
import dev.weightscope.option.SettingsText;
import dev.weightscope.phase.GridAxis;
import dev.weightscope.phase.PhaseAnswer;
import dev.weightscope.phase.PhaseLab;
import dev.weightscope.phase.PhaseSettings;
import dev.weightscope.signal.SignalLab;
import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Progress;
import dev.weightscope.ui.testing.OpenWindow;
import dev.weightscope.ui.testing.WindowTest;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// What is shown on the phase map beside its colours.
@WindowTest
class PhaseMeasuredTest {
    private static final List<Lab<?, ?>> LABS = List.of(new SignalLab(), new PhaseLab());
    private static final String SMALL =
            "--sigma-w2 0,4,9 --sigma-b2 0,0.3,7 --measured-w2 0.5,3,3 --measured-b2 0,0.2,2"
                    + " --data moons --steps ";

    private @Nullable OpenWindow opened;
    private LabState<PhaseSettings, PhaseAnswer> state;

    @Start
    @SuppressWarnings("unchecked") // the phase lab's
    void start(Stage stage) {
        OpenWindow open = new OpenWindow(stage, LABS);
        opened = open;
        state = (LabState<PhaseSettings, PhaseAnswer>) open.tabs.get(1).state();
        open.session.edit(_ -> Experiment.DEFAULT.withDepth(4).withWidth(6));
        ask(10);
    }

    private void ask(int steps) {
        PhaseSettings settings = new SettingsText<>(new PhaseLab().options()).parse(SMALL + steps);
        state.edit(_ -> settings);
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
    }

    private void await() {
        open().await(() -> state.live().progress() instanceof Progress.Answered);
    }

    private MapView map() {
        ChartCanvas canvas =
                (ChartCanvas) Objects.requireNonNull(open().window.lookup("#phase-map"));
        return assertInstanceOf(PlaneMap.class, canvas.chartProperty().get()).view();
    }

    private ButtonBase button(String id) {
        return (ButtonBase) Objects.requireNonNull(open().window.lookup(id));
    }

    @Test
    void networksAreTrainedOnRequestAndShownAsDiscs(FxRobot robot) {
        show(robot);
        assertTrue(map().shares().isEmpty());
        robot.interact(() -> button("#phase-measured").fire());
        await();
        assertEquals(6, map().shares().size());
        assertTrue(
                map().sharesNote().startsWith("measured: moons, 4 layers of 6, 10 steps of SGD"));
        robot.interact(() -> open().session.undo());
        await();
        assertTrue(map().shares().isEmpty());
        assertFalse(state.settings().trainability().isMeasured());
        robot.interact(() -> {
            open().session.redo();
            open().session.edit(now -> now.withNormalization(Normalization.LAYER));
        });
        await();
        assertEquals(6, map().shares().size(), "measured where theory counts for nothing");
        assertFalse(map().fade().isEmpty());
    }

    @Test
    void whatIsCancelledStaysAndGoesOn(FxRobot robot) {
        show(robot);
        robot.interact(() -> {
            ask(100_000);
            button("#phase-measured").fire();
        });
        open().await(() -> state.live().progress() instanceof Progress.Refining);
        assertFalse(button("#measure-go-on").isVisible());
        robot.push(KeyCode.ESCAPE);
        open().await(() -> state.live().progress() instanceof Progress.Cancelled);
        assertTrue(button("#measure-go-on").isVisible());
        robot.interact(() -> open().window.layout());
        ButtonBase last = button("#phase-zoom");
        assertTrue(
                last.getBoundsInParent().getMaxX() <= last.getParent().getLayoutBounds().getWidth(),
                "no control is pushed out of the header");
        robot.interact(() -> button("#measure-go-on").fire());
        open().await(() -> state.live().progress().isUnderWay());
        robot.interact(() -> ask(10));
        await();
        assertFalse(button("#measure-go-on").isVisible());
    }

    @Test
    void theMapIsZoomedAroundThePointAndBack(FxRobot robot) {
        show(robot);
        robot.interact(() -> state.edit(PhaseSettings::unzoomed));
        await();
        robot.interact(() -> button("#phase-zoom").fire());
        await();
        assertEquals(new GridAxis(0.5, 1.5, 97), state.settings().weights());
        assertEquals(new GridAxis(0, 0.075, 73), state.settings().biases());
        assertEquals(0.5, map().x().range().low());
        robot.interact(() -> button("#phase-zoom").fire());
        await();
        assertFalse(state.settings().isZoomed());
    }

    @Test
    void frameworksAreHiddenOnRequest(FxRobot robot) {
        show(robot);
        assertTrue(hasDiamonds());
        robot.interact(() -> button("#phase-frameworks").fire());
        assertFalse(hasDiamonds());
    }

    private boolean hasDiamonds() {
        return map().marks().stream().anyMatch(each -> each.shape() == MapMark.Shape.DIAMOND);
    }
}
