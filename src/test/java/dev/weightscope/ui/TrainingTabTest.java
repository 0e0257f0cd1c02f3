package dev.weightscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.histogram.CompareMatrix;
import dev.weightscope.chart.line.LineChart;
import dev.weightscope.chart.line.LineLayout;
import dev.weightscope.chart.race.BoundaryChart;
import dev.weightscope.lab.Lab;
import dev.weightscope.model.Experiment;
import dev.weightscope.race.TrainingAnswer;
import dev.weightscope.race.TrainingLab;
import dev.weightscope.race.TrainingSettings;
import dev.weightscope.signal.SignalLab;
import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.result.PinRow;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Outcome;
import dev.weightscope.ui.state.Progress;
import dev.weightscope.ui.testing.OpenWindow;
import dev.weightscope.ui.testing.WindowTest;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class TrainingTabTest {
    private static final List<Lab<?, ?>> LABS = List.of(new SignalLab(), new TrainingLab());

    private @Nullable OpenWindow opened;
    private LabState<TrainingSettings, TrainingAnswer> state;

    @Start
    @SuppressWarnings("unchecked") // the training lab's
    void start(Stage stage) {
        OpenWindow open = new OpenWindow(stage, LABS);
        opened = open;
        state = (LabState<TrainingSettings, TrainingAnswer>) open.tabs.get(1).state();
        open.session.edit(_ -> Experiment.DEFAULT.withDepth(3).withWidth(8));
    }

    @AfterEach
    void close() {
        open().close();
    }

    private OpenWindow open() {
        return Objects.requireNonNull(opened);
    }

    @Test
    void aRaceIsRunAndLookedAtAtAnyStep(FxRobot robot) {
        race(robot, 20);
        assertFalse(isShown(open().slider("Samples")), "the data set has its own");
        assertTrue(isShown(open().slider("Width")));
        robot.interact(() -> button("#race-classic").fire());
        open().await(this::isOver);
        assertEquals(4, open().session.pins().kept().size(), "the fifth is live");
        assertEquals(5, rows().size());
        assertTrue(verdict().contains("Zeros"), verdict());

        Object updates = canvas("#race-updates").chartProperty().get();
        Node row = rows().get(1); // out of sight in a window of this width
        robot.interact(() -> row.getOnMouseEntered().handle(null));
        assertEquals(4, faint("#race-loss"), "all but the one that is pointed at stand back");
        assertEquals(4, faint("#race-accuracy"));
        assertEquals(4, faint("#race-stds"));
        assertSame(updates, canvas("#race-updates").chartProperty().get());
        robot.interact(() -> row.getOnMouseExited().handle(null));
        assertEquals(0, faint("#race-loss"));
        Label name = (Label) row.lookup(".label");
        assertTrue(
                name.getTooltip().getText().contains("\nbreast-cancer · Adam 0.01 · full batch"),
                name.getTooltip().getText());

        assertEquals(20, cursor("#race-loss"));
        robot.interact(() -> slider().setValue(0.25));
        for (String chart : List.of("#race-loss", "#race-accuracy", "#race-updates")) {
            assertEquals(5, cursor(chart), chart);
        }
        assertEquals("5", open().field("Step").getText());
        assertTrue(text("#runs").contains("step 5"));
        open().enter("Step", "7");
        assertEquals(7, cursor("#race-loss"));
        open().enter("Step", "21");
        assertTrue(open().field("Step").messageProperty().get().contains("0..20"));
        robot.interact(() -> node("#race-loss").requestFocus());
        robot.push(KeyCode.RIGHT);
        assertEquals(8, cursor("#race-loss"));
        robot.push(KeyCode.HOME);
        assertEquals(0, cursor("#race-loss"));
        robot.interact(() -> node("#race-layers").requestFocus());
        robot.push(KeyCode.RIGHT);
        assertEquals(1, cursor("#race-loss"), "also from the layers");
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void eightPinsRaceOnSpiralsWithTheirBoundariesFirst(FxRobot robot) {
        race(robot, 12);
        robot.interact(() -> {
            button("#race-classic").fire();
            for (double gain : new double[] {0.25, 0.5, 2, 3}) {
                open().session.edit(now -> now.withGain(gain));
                open().session.pinCurrent();
            }
            open().session.edit(now -> now.withGain(4));
        });
        open().pick("Data set", "Two spirals");
        open().await(this::isOver);
        assertEquals(9, rows().size());
        assertTrue(node("#race-boundaries").isVisible());
        BoundaryChart chart =
                (BoundaryChart)
                        Objects.requireNonNull(canvas("#race-boundaries").chartProperty().get());
        assertEquals(9, chart.runs().size());
        assertEquals(
                chart.runs().stream()
                        .map(run -> Double.valueOf(run.values().loss()))
                        .sorted()
                        .toList(),
                chart.runs().stream().map(run -> Double.valueOf(run.values().loss())).toList());
        assertEquals(state.live().answer().orElseThrow().task().rows(), chart.points().size());
    }

    @Test
    void aClickOnValuesOverStepsGoesToThatStepAndOneOnALayerShowsItsOwn(FxRobot robot) {
        race(robot, 20);
        assertNull(canvas("#race-over-steps").chartProperty().get());
        ChartCanvas layers = canvas("#race-layers");
        Box second = layers.drawn().orElseThrow().stops().get(1).focus();
        robot.clickOn(layers.localToScreen(second.centerX(), second.centerY()));
        ChartCanvas values = canvas("#race-over-steps");
        assertTrue(values.isVisible());
        Hit fifth = values.drawn().orElseThrow().stops().get(5);
        assertEquals("Step 5 · Layer 2 · activation", fifth.lines().getFirst());
        robot.clickOn(values.localToScreen(fifth.focus().centerX(), fifth.focus().centerY()));
        assertEquals(5, cursor("#race-loss"));
    }

    @Test
    void theSliderHasTheScaleOfTheLossChart(FxRobot robot) {
        race(robot, 20);
        for (double share : new double[] {0, 0.5, 1}) {
            robot.interact(() -> slider().setValue(share));
            LineLayout layout = (LineLayout) canvas("#race-loss").drawn().orElseThrow();
            double drawn =
                    canvas("#race-loss").localToScene(layout.x(cursor("#race-loss")), 0).getX();
            Bounds thumb =
                    slider().lookup(".thumb")
                            .localToScene(slider().lookup(".thumb").getLayoutBounds());
            assertEquals(drawn, thumb.getCenterX(), 1.5, "at " + share);
        }
    }

    @Test
    void digitsSelectAndKPlays(FxRobot robot) {
        race(robot, 12);
        robot.type(KeyCode.P);
        open().enter("Gain", "2");
        open().await(this::isOver);
        robot.interact(() -> node("#race-loss").requestFocus());
        robot.type(KeyCode.DIGIT0);
        String live =
                rows().stream()
                        .filter(row -> isSelected(row))
                        .map(Node::getAccessibleText)
                        .findFirst()
                        .orElseThrow();
        assertTrue(live.contains("gain 2"), live);
        for (int row = 1; row <= 2; row++) {
            robot.type(row == 1 ? KeyCode.DIGIT1 : KeyCode.DIGIT2);
            assertTrue(isSelected(rows().get(row - 1)), "row " + row);
            assertFalse(isSelected(rows().get(2 - row)), "row " + row);
        }
        assertEquals(12, cursor("#race-loss"));
        robot.type(KeyCode.K);
        open().await(() ->
                cursor("#race-loss") == 12 && button("#time-play").getText().equals("Play"));
        robot.interact(() -> button("#time-reset").fire());
        assertEquals(0, cursor("#race-loss"));
        robot.interact(() -> button("#time-next").fire());
        assertEquals(1, cursor("#race-loss"));
    }

    @Test
    void aPinIsRenamedHiddenComparedAndRemovedAsInEveryLab(FxRobot robot) {
        robot.interact(() -> open().stage.setWidth(1300)); // with room for the results
        race(robot, 12);
        robot.type(KeyCode.P);
        open().enter("Gain", "2");
        open().await(this::isOver);
        robot.interact(() -> pinRow().requestFocus());
        robot.type(KeyCode.F2);
        open().enter("Name of the pin", "Mine");
        assertTrue(
                pinRow().getAccessibleText().startsWith("Mine, loss 0."),
                () -> pinRow().getAccessibleText());
        assertEquals(List.of("Mine", "Xavier uniform, gain 2"), drawn());

        robot.interact(() -> ((ToggleButton) node("#compare-runs")).fire());
        ChartCanvas compared = canvas("#race-compared");
        assertTrue(compared.isVisible());
        CompareMatrix matrix =
                (CompareMatrix) Objects.requireNonNull(compared.chartProperty().get());
        assertEquals(2, matrix.view().rows().size());
        assertEquals(3, matrix.view().depth());
        robot.interact(() -> node("#race-loss").requestFocus());
        robot.type(KeyCode.ESCAPE);
        assertFalse(compared.isVisible());

        robot.interact(() -> open().session.toggle(open().session.pins().kept().getFirst()));
        assertEquals(List.of("Xavier uniform, gain 2"), drawn());
        assertEquals(2, rows().size());
        robot.interact(() -> pinRow().requestFocus());
        robot.type(KeyCode.DELETE);
        assertEquals(1, rows().size());
    }

    @Test
    void whatIsPinnedOrChangedWhileItRunsIsRunToo(FxRobot robot) {
        race(robot, 50_000);
        assertFalse(isOver());
        open().await(() -> state.live().answer().isPresent());
        robot.type(KeyCode.P);
        assertEquals(1, open().session.pins().kept().size());
        open().enter("Steps", "9");
        open().await(this::isOver);
        assertEquals(9, state.live().answer().orElseThrow().steps());
        assertEquals(2, rows().size());
        assertEquals(9, cursor("#race-loss"));
        // The old answer stays, thin, until the new one is there.
        assertEquals(0, behind());
        open().enter("Steps", "50000");
        open().await(() -> behind() > 0);
        assertEquals(10, behind());
    }

    @Test
    void cancelLeavesWhatThereIsAndTheTabCanBeLeftAndComeBackTo(FxRobot robot) {
        race(robot, 50_000);
        open().await(() -> cursor("#race-loss") > 0 && node("#cancel-race").isVisible());
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT1);
        assertNull(open().window.lookup("#race-loss"));
        int before = state.live().answer().orElseThrow().steps();
        open().await(() -> state.live().answer().orElseThrow().steps() > before);
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
        open().await(() -> node("#cancel-race").isVisible());
        robot.type(KeyCode.P);
        robot.interact(() -> open().session.edit(now -> now.withGain(2)));
        open().await(() -> drawn().size() == 2);
        robot.interact(() -> button("#cancel-race").fire());
        assertTrue(state.live().progress() instanceof Progress.Cancelled);
        assertFalse(state.isBusy());
        assertTrue(cursor("#race-loss") > 0);
        assertEquals(2, drawn().size());
        int there = state.live().answer().orElseThrow().steps();
        robot.interact(() -> button("#go-on").fire());
        open().await(() -> state.live().answer().orElseThrow().steps() > there);
        assertTrue(state.isBusy());
    }

    @Test
    void aWindowThatIsClosedWhileItRunsEndsAtOnce(FxRobot robot) {
        race(robot, 100_000);
        open().await(() -> state.live().answer().isPresent());
        assertFalse(isOver());
        robot.interact(() -> open().stage.hide());
        open().close(); // waits for its threads
        assertFalse(isOver());
    }

    /// Opens the tab with a race of so many steps.
    private void race(FxRobot robot, int steps) {
        robot.interact(
                () -> state.edit(now -> now.withDraws(2).withPlan(now.plan().withSteps(steps))));
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
        if (steps < 1000) {
            open().await(this::isOver);
        }
    }

    private boolean isOver() {
        return state.live().progress() instanceof Progress.Answered
                && open().session.pins().kept().stream()
                        .noneMatch(pin -> state.outcome(pin) instanceof Outcome.Waiting);
    }

    private Node node(String id) {
        return Objects.requireNonNull(open().window.lookup(id), id);
    }

    /// How many curves stand back.
    private int faint(String id) {
        LineChart chart = (LineChart) Objects.requireNonNull(canvas(id).chartProperty().get());
        return chart.view().look().faint().size();
    }

    private ChartCanvas canvas(String id) {
        return (ChartCanvas) node(id);
    }

    private Button button(String id) {
        return (Button) node(id);
    }

    private Slider slider() {
        return (Slider) node("#time");
    }

    /// −1 where there is no chart.
    private int cursor(String id) {
        ChartCanvas canvas = canvas(id);
        return canvas.chartProperty().get() == null ? -1 : canvas.cursor().orElseThrow();
    }

    private String verdict() {
        return ((Label) node("#race-verdict")).getText();
    }

    private List<Node> rows() {
        return node("#runs").lookupAll(".run-row").stream()
                .sorted(Comparator.comparingDouble(Node::getLayoutY))
                .toList();
    }

    private Node pinRow() {
        return rows().stream().filter(PinRow.class::isInstance).findFirst().orElseThrow();
    }

    /// The names of the curves of losses.
    private List<String> drawn() {
        LineChart chart =
                (LineChart) Objects.requireNonNull(canvas("#race-loss").chartProperty().get());
        return chart.view().series().stream().map(Series::label).sorted().toList();
    }

    /// How many steps of the live setting's older answer are drawn behind its losses.
    private int behind() {
        LineChart chart =
                (LineChart) Objects.requireNonNull(canvas("#race-loss").chartProperty().get());
        return chart.view().series().stream()
                .filter(each -> each.colour() == 0)
                .mapToInt(each -> each.values().behind().size())
                .sum();
    }

    private static boolean isSelected(Node row) {
        return row.getPseudoClassStates().stream()
                .anyMatch(each -> each.getPseudoClassName().equals("selected"));
    }

    private String text(String id) {
        return node(id).lookupAll(".label").stream()
                .map(each -> ((Label) each).getText())
                .reduce("", (all, each) -> all + " " + each)
                .replace('\n', ' ');
    }
}
