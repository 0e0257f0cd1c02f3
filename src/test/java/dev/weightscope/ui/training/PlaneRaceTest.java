package dev.weightscope.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Areas;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Chart;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.RecordedSurface;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.line.LineChart;
import dev.weightscope.chart.race.BoundaryChart;
import dev.weightscope.chart.race.BoundaryLayout;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.StandardInitializer;
import dev.weightscope.race.PlaneSamples;
import dev.weightscope.race.Race;
import dev.weightscope.race.TrainingAnswer;
import dev.weightscope.race.TrainingSettings;
import dev.weightscope.race.TrainingTask;
import dev.weightscope.training.Detail;
import dev.weightscope.training.Loss;
import dev.weightscope.training.RunState;
import dev.weightscope.training.SampleOrder;
import dev.weightscope.training.Target;
import dev.weightscope.training.TestSplit;
import dev.weightscope.training.TrainingData;
import dev.weightscope.training.TrainingRun;
import dev.weightscope.training.TrainingSet;
import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.testing.Settling;
import dev.weightscope.ui.testing.WindowTest;
import dev.weightscope.ui.theme.Themes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.robot.Motion;

/// Data of two features, whose decision boundaries come first.
@WindowTest
class PlaneRaceTest {
    private static final int STEPS = 60;
    private static final TrainingSettings SETTINGS =
            TrainingSettings.DEFAULT
                    .withDraws(1)
                    .withPlan(
                            TrainingSettings.DEFAULT
                                    .plan()
                                    .withSteps(STEPS)
                                    .withOptimizer(
                                            TrainingSettings.DEFAULT
                                                    .plan()
                                                    .optimizer()
                                                    .withLearningRate(0.1)));

    private final Race race = race(SETTINGS);
    private RacePane pane;
    private Stage stage;
    private Themes themes;

    @Start
    void start(Stage stage) {
        themes = new Themes(); // widths are those of the window's own letters
        this.stage = stage;
        pane =
                new RacePane(
                        Race.none(SETTINGS),
                        new SimpleObjectProperty<>(Palette.LIGHT),
                        new Finished());
        stage.setScene(new Scene(pane, 1000, 800));
        stage.show();
        pane.show(race);
    }

    @Stop
    void stop() {
        themes.close();
    }

    @Test
    void boundariesComeFirstTheLowestLossAtTheLeft(FxRobot robot) {
        Settling.await();
        ChartCanvas canvas = (ChartCanvas) stage.getScene().lookup("#race-boundaries");
        assertTrue(canvas.isVisible());
        assertTrue(canvas.getLayoutY() < stage.getScene().lookup("#race-loss").getLayoutY());
        BoundaryChart chart = (BoundaryChart) Objects.requireNonNull(canvas.chartProperty().get());
        assertEquals(
                List.of("Xavier uniform", "Zeros"),
                chart.runs().stream().map(Series::label).toList());
        assertEquals("100 %", chart.runs().getFirst().values().right());
        assertEquals("50 %", chart.runs().getLast().values().right());
        assertEquals(40, chart.points().size());

        BoundaryLayout layout = (BoundaryLayout) canvas.drawn().orElseThrow();
        assertEquals(0, pane.selectedProperty().get());
        var zeros = layout.panels().getLast().square();
        robot.clickOn(canvas.localToScreen(zeros.centerX(), zeros.centerY()));
        assertEquals(1, pane.selectedProperty().get());

        robot.interact(() -> pane.lookAt(0));
        BoundaryChart first = (BoundaryChart) Objects.requireNonNull(canvas.chartProperty().get());
        assertFalse(first.equals(chart), "at another step it is another one");
    }

    @Test
    void withoutARunEveryAxisSaysThatThereIsNoneAndNothingIsExported(FxRobot robot) {
        assertFalse(pane.pictures().isEmpty());
        robot.interact(() -> pane.show(Race.none(SETTINGS)));
        List<String> ids = List.of("#race-loss", "#race-accuracy", "#race-stds", "#race-updates");
        for (String id : ids) {
            Chart chart = ((ChartCanvas) stage.getScene().lookup(id)).chartProperty().get();
            assertEquals("no run yet", ((LineChart) Objects.requireNonNull(chart)).view().note());
        }
        assertEquals(List.of(), pane.pictures());
        robot.interact(() -> pane.show(race(SETTINGS)));
        for (String id : ids) {
            Chart chart = ((ChartCanvas) stage.getScene().lookup(id)).chartProperty().get();
            assertEquals("", ((LineChart) Objects.requireNonNull(chart)).view().note());
        }
    }

    @Test
    void theSliderEndsBeforeTheStepInItsFieldThoughItsNumberIsLong(FxRobot robot) {
        robot.interact(() -> {
            stage.setMinWidth(0); // all tests share one stage, which keeps that of the one before
            pane.show(race(SETTINGS.withPlan(SETTINGS.plan().withSteps(10_000))));
        });
        for (double width : new double[] {1000, 370}) {
            robot.interact(() -> stage.setWidth(width));
            assertEquals(width, pane.getWidth());
            for (RaceChoices.Large chart : RaceChoices.Large.values()) {
                String id = "#large-" + chart.name().toLowerCase(Locale.ROOT).replace('_', '-');
                robot.interact(((ToggleButton) stage.getScene().lookup(id))::fire);
                robot.interact(() -> pane.layout());
                Node field = stage.getScene().lookup("#step");
                assertTrue(
                        right(stage.getScene().lookup("#time"))
                                <= field.localToScene(field.getLayoutBounds()).getMinX(),
                        chart + " in " + width);
                assertTrue(right(field) < width, chart + " in " + width);
            }
        }
    }

    private static double right(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMaxX();
    }

    /// By hand: each place of it is the step of all that is drawn.
    @Test
    void aSliderThatIsDraggedTakesAllChartsAlong(FxRobot robot) {
        Settling.await();
        Node slider = stage.getScene().lookup("#time");
        ChartCanvas boundaries = (ChartCanvas) stage.getScene().lookup("#race-boundaries");
        ChartCanvas loss = (ChartCanvas) stage.getScene().lookup("#race-loss");
        robot.moveTo(slider.lookup(".thumb"), Motion.DIRECT).press(MouseButton.PRIMARY);
        Set<Integer> steps = new HashSet<>();
        Set<Chart> drawn = new HashSet<>();
        for (int move = 0; move < 4; move++) {
            robot.moveBy(-0.2 * slider.getLayoutBounds().getWidth(), 0, Motion.DIRECT);
            int step = pane.momentProperty().get().step();
            steps.add(step);
            assertEquals(step, loss.cursor().orElseThrow());
            drawn.add(Objects.requireNonNull(boundaries.chartProperty().get()));
            assertEquals(
                    Integer.toString(step),
                    ((TextField) stage.getScene().lookup("#step")).getText());
        }
        robot.release(MouseButton.PRIMARY);
        assertEquals(4, steps.size());
        assertEquals(4, drawn.size());
    }

    @Test
    void withoutAPlaneThereIsNone(FxRobot robot) {
        Race more =
                new Race(
                        race.runs().stream()
                                .map(run ->
                                        new Race.Run(
                                                run.series().map(PlaneRaceTest::withoutPlane),
                                                run.entry(),
                                                Optional.empty()))
                                .toList(),
                        SETTINGS,
                        Set.of());
        robot.interact(() -> pane.show(more));
        assertFalse(stage.getScene().lookup("#race-boundaries").isVisible());
        assertEquals(0, stage.getScene().lookup("#race-loss").getParent().getLayoutY());
    }

    /// In the window the table beside them names the runs.
    @Test
    void curvesInPicturesHaveTheirNames() {
        Settling.await();
        List<LineChart> curves =
                pane.pictures().stream()
                        .filter(part -> part.heading().matches("Accuracy|Std by depth at step 60"))
                        .map(part -> (LineChart) part.chart())
                        .toList();
        assertEquals(2, curves.size());
        for (LineChart chart : curves) {
            RecordedSurface surface = new RecordedSurface();
            chart.layout(new Box(0, 0, 600, 400), Areas.MEASURE).paint(surface, Palette.LIGHT);
            for (String name : List.of("Xavier uniform", "Zeros")) {
                assertTrue(
                        surface.painted.stream().anyMatch(each -> each.what().startsWith(name)),
                        name);
            }
        }
    }

    /// So that they do not move away from a hand when the first curves of most data come.
    @Test
    void beforeTheFirstRunTheButtonsStandBelowTheChartOfLosses(FxRobot robot) {
        robot.interact(() -> {
            stage.setWidth(1000); // all tests share one stage
            pane.show(Race.none(SETTINGS));
            pane.layout();
        });
        Node play = stage.getScene().lookup("#time-play");
        double y = play.localToScene(play.getLayoutBounds()).getMinY();
        Node loss = stage.getScene().lookup("#race-loss");
        assertTrue(y > loss.getBoundsInParent().getMaxY(), "buttons at y " + y);
    }

    private static TrainingAnswer withoutPlane(TrainingAnswer answer) {
        TrainingTask task = answer.task();
        return new TrainingAnswer(
                answer.settings(),
                new TrainingTask(
                        task.rows(),
                        task.testRows(),
                        task.features(),
                        task.classes(),
                        task.loss(),
                        task.guessing(),
                        task.commonest(),
                        task.testCommonest(),
                        Optional.empty(),
                        task.reading()),
                answer.draws(),
                answer.elapsed());
    }

    private static Race race(TrainingSettings settings) {
        Random random = new Random(1);
        float[] values = new float[80];
        int[] kinds = new int[40];
        for (int row = 0; row < 40; row++) {
            kinds[row] = row % 2;
            values[2 * row] = (float) (kinds[row] * 4 - 2 + 0.3 * random.nextGaussian());
            values[2 * row + 1] = (float) (0.3 * random.nextGaussian());
        }
        TrainingData data = new TrainingData("blobs", 2, values, new Target.Classes(2, kinds));
        TrainingSet set = TrainingSet.of(data, new TestSplit(0, SampleOrder.SHUFFLED, 0));
        List<Series<TrainingAnswer>> answers = new ArrayList<>();
        try (Kernel kernel = Kernels.scalar(1)) {
            answers.add(
                    new Series<>(
                            "Xavier uniform",
                            0,
                            Series.Role.LIVE,
                            answer(InitializerScheme.XAVIER_UNIFORM, settings, set, kernel)));
            answers.add(
                    new Series<>(
                            "Zeros",
                            1,
                            Series.Role.PINNED,
                            answer(InitializerScheme.ZEROS, settings, set, kernel)));
        }
        return Race.of(answers, settings, Set.of());
    }

    private static TrainingAnswer answer(
            InitializerScheme scheme, TrainingSettings settings, TrainingSet set, Kernel kernel) {
        TrainingRun run =
                new TrainingRun(
                        Experiment.DEFAULT
                                .withDepth(2)
                                .withWidth(6)
                                .withInitializer(StandardInitializer.of(scheme)),
                        settings.plan(),
                        set,
                        Detail.HISTOGRAMS,
                        kernel);
        while (!run.hasEnded()) {
            run.step(Cancellation.NEVER);
        }
        RunState state = run.state();
        List<PlaneSamples.Sample> samples = new ArrayList<>();
        for (int row = 0; row < 40; row++) {
            samples.add(
                    new PlaneSamples.Sample(
                            set.data().value(row, 0), set.data().value(row, 1), row % 2));
        }
        TrainingTask task =
                new TrainingTask(
                        40,
                        0,
                        2,
                        2,
                        Loss.BINARY_CROSS_ENTROPY,
                        Math.log(2),
                        0.5,
                        Double.NaN,
                        Optional.of(new PlaneSamples(set.plane().orElseThrow(), samples)),
                        "40 rows x 2 columns");
        return new TrainingAnswer(settings, task, List.of(state), Duration.ofMillis(1));
    }

    private static final class Finished implements RacePane.Computing {
        @Override
        public ObservableValue<Boolean> goingProperty() {
            return new SimpleBooleanProperty();
        }

        @Override
        public boolean isPaused() {
            return false;
        }

        @Override
        public void pause() {}

        @Override
        public void resume() {}

        @Override
        public void step() {}

        @Override
        public void cancel() {}
    }
}
