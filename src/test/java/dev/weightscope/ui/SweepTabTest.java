package dev.weightscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.line.LineChart;
import dev.weightscope.chart.plane.PlaneMap;
import dev.weightscope.lab.Lab;
import dev.weightscope.model.Experiment;
import dev.weightscope.option.SettingsText;
import dev.weightscope.signal.SignalLab;
import dev.weightscope.sweep.SweepAnswer;
import dev.weightscope.sweep.SweepLab;
import dev.weightscope.sweep.SweepSettings;
import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.controls.Dimmer;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Progress;
import dev.weightscope.ui.testing.OpenWindow;
import dev.weightscope.ui.testing.WindowTest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class SweepTabTest {
    private static final List<Lab<?, ?>> LABS = List.of(new SignalLab(), new SweepLab());

    private @Nullable OpenWindow opened;
    private LabState<SweepSettings, SweepAnswer> state;

    @Start
    @SuppressWarnings("unchecked") // the sweep lab's
    void start(Stage stage) {
        OpenWindow open = new OpenWindow(stage, LABS);
        opened = open;
        state = (LabState<SweepSettings, SweepAnswer>) open.tabs.get(1).state();
        open.session.edit(_ -> Experiment.DEFAULT.withDepth(4).withWidth(12).withSamples(9));
    }

    @AfterEach
    void close() {
        open().close();
    }

    private OpenWindow open() {
        return Objects.requireNonNull(opened);
    }

    @Test
    void aSweepIsDrawnAndItsCrossingTaken(FxRobot robot) {
        sweep(robot);
        LineChart chart = (LineChart) canvas("#sweep-curves").chartProperty().get();
        assertEquals(25, live().done());
        assertEquals(1, chart.view().series().size());
        assertEquals("live: gain 1", chart.view().events().getFirst().name());
        assertFalse(canvas("#sweep-map").isVisible());

        robot.interact(() -> button("#take-crossing").fire());
        double gain = open().session.experiment().gain();
        assertTrue(gain > 1 && gain < 2, () -> "gain " + gain);
        assertTrue(isAnswered()); // the sweep is the same, wherever the setting stands on it
        LineChart after = (LineChart) canvas("#sweep-curves").chartProperty().get();
        assertTrue(after.view().events().getFirst().name().startsWith("live: gain 1."));
        robot.interact(open().session::undo);
        assertEquals(1, open().session.experiment().gain());
    }

    @Test
    void twoNumbersMakeAMapAndPinsHaveCurvesOfTheirOwn(FxRobot robot) {
        sweep(robot);
        robot.interact(() -> {
            open().session.pinCurrent();
            open().session.edit(now -> now.withDepth(6));
            state.edit(now -> parsed("--over gain --points 4 --and depth --to2 8 --points2 3"));
        });
        open().await(this::isAnswered);
        assertTrue(canvas("#sweep-map").isVisible());
        assertNotNull(canvas("#sweep-map").chartProperty().get());
        open().await(() -> series() == 2);
        assertEquals(12, live().done());

        ComboBox<?> whose = (ComboBox<?>) node("#sweep-map-of");
        assertEquals(2, whose.getItems().size());
        String live = map();
        robot.interact(() -> whose.getSelectionModel().select(1));
        assertNotEquals(live, map());
        robot.interact(() -> whose.getSelectionModel().select(0));
        assertEquals(live, map());
    }

    /// What is told of the setting that the map is of.
    private String map() {
        PlaneMap map = (PlaneMap) canvas("#sweep-map").chartProperty().get();
        return map.view().marks().toString();
    }

    @Test
    void whatIsSweptIsMarkedWhileTheLabIsInSight(FxRobot robot) {
        sweep(robot);
        assertEquals(Set.of("GAIN"), marked());
        robot.interact(() -> state.edit(now -> parsed("--over width --and sigma-b2 --points 2")));
        assertEquals(Set.of("Width", "Bias scale"), marked());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertEquals(Set.of(), marked());
    }

    private Set<String> marked() {
        return open().window.lookupAll(".swept-mark").stream()
                .map(mark -> ((Label) mark.getParent()).getText())
                .collect(Collectors.toSet());
    }

    @Test
    void aSweepThatIsGivenUpGoesOn(FxRobot robot) {
        robot.interact(() -> {
            open().session.edit(now -> now.withDepth(40).withWidth(200).withSamples(200));
            state.edit(now -> parsed("--over gain --points 400 --draws 20"));
        });
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        open().await(() -> state.live().answer().map(each -> each.done() > 0).orElse(false));
        robot.push(KeyCode.ESCAPE);
        open().await(() -> state.live().progress() instanceof Progress.Cancelled);
        long before = live().done();
        Node offer = button("#sweep-go-on").getParent();
        assertTrue(offer.isVisible());
        assertEquals(
                String.format(Locale.ROOT, "cancelled at %,d of 8,000 runs", before),
                ((Label) node("#sweep-how-far")).getText());
        robot.interact(() -> button("#sweep-go-on").fire());
        assertFalse(offer.isVisible());
        open().await(() -> live().done() > before);
    }

    /// A network that is too slow for a point to be there before the sweep is given up.
    @Test
    void whyThereAreNoCurvesIsSaidUntilThereAreSome(FxRobot robot) {
        robot.interact(() ->
                open().session.edit(now -> now.withDepth(200).withWidth(1000).withSamples(2000)));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        open().await(() -> said().equals(List.of("Computing the first answer…")));
        robot.push(KeyCode.ESCAPE);
        open().await(() -> said().equals(List.of("Cancelled before the first answer.")));
        robot.interact(
                () -> open().session.edit(now -> now.withDepth(4).withWidth(12).withSamples(9)));
        open().await(() -> isAnswered() && said().isEmpty());
        assertNotNull(canvas("#sweep-curves").chartProperty().get());
    }

    private List<String> said() {
        return open().window.lookupAll(".first-answer").stream()
                .filter(Node::isVisible)
                .map(each -> ((Label) each).getText())
                .toList();
    }

    /// A network that is too slow for a point to be there before the sweep is given up.
    @Test
    void whatIsSaidOfAnOlderSweepFadesAndNothingIsTakenFromIt(FxRobot robot) {
        sweep(robot);
        Node reading = node("#sweep-reading");
        assertEquals(1, reading.getOpacity());
        assertFalse(button("#take-crossing").isDisabled());
        robot.interact(() ->
                open().session.edit(now -> now.withDepth(200).withWidth(1000).withSamples(2000)));
        robot.push(KeyCode.ESCAPE);
        open().await(() -> reading.getOpacity() == Dimmer.OPACITY);
        assertTrue(button("#take-crossing").isDisabled());
        robot.interact(open().session::undo);
        open().await(() -> reading.getOpacity() == 1 && isAnswered());
        assertFalse(button("#take-crossing").isDisabled());
    }

    private static SweepSettings parsed(String text) {
        return new SettingsText<>(new SweepLab().options()).parse(text);
    }

    private void sweep(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        open().await(this::isAnswered);
    }

    private boolean isAnswered() {
        return state.live().progress() instanceof Progress.Answered;
    }

    private SweepAnswer live() {
        return state.live().answer().orElseThrow();
    }

    private int series() {
        return ((LineChart) canvas("#sweep-curves").chartProperty().get()).view().series().size();
    }

    private ChartCanvas canvas(String id) {
        return (ChartCanvas) node(id);
    }

    private Button button(String id) {
        return (Button) node(id);
    }

    private Node node(String id) {
        return Objects.requireNonNull(open().window.lookup(id), id);
    }
}
