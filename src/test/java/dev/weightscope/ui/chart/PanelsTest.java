package dev.weightscope.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Chart;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.SampleSnapshots;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.histogram.Axis;
import dev.weightscope.chart.histogram.Heatmap;
import dev.weightscope.chart.histogram.HistogramGrid;
import dev.weightscope.chart.histogram.HistogramLayout;
import dev.weightscope.chart.histogram.HistogramView;
import dev.weightscope.chart.histogram.RidgePlot;
import dev.weightscope.chart.histogram.Scale;
import dev.weightscope.chart.line.LineLayout;
import dev.weightscope.engine.Engine;
import dev.weightscope.engine.Passes;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Direction;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Skip;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.Statistic;
import dev.weightscope.signal.LayerParts;
import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.ui.testing.WindowTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class PanelsTest {
    private record Choice(String id, Supplier<Object> chosen, Object expected) {}

    private final List<Integer> layers = new ArrayList<>();
    private SignalCharts charts;
    private HistogramPanel histograms;
    private DepthPanel depth;
    private ComparePanel compare;

    @Start
    void start(Stage stage) {
        charts = new SignalCharts();
        charts.waysProperty().set(Ways.FORWARD);
        histograms = charts.histograms(Direction.FORWARD);
        depth = charts.depth();
        compare = new ComparePanel();
        VBox root = new VBox(12, charts, compare);
        charts.setPrefHeight(620);
        compare.setPrefHeight(300);
        VBox.setVgrow(charts, Priority.ALWAYS);
        charts.setOnLayer(layers::add);
        give(SampleSnapshots.tanh());
        stage.setScene(new Scene(root, 700, 960));
        stage.show();
    }

    private void give(Snapshot snapshot) {
        Series<SignalAnswer> live =
                new Series<>("live", 0, Series.Role.LIVE, SignalAnswer.of(snapshot));
        Series<SignalAnswer> pinned =
                new Series<>("He", 1, Series.Role.PINNED, SignalAnswer.of(SampleSnapshots.relu()));
        charts.show(snapshot);
        charts.show(List.of(live, pinned));
        compare.answersProperty().set(List.of(live, pinned));
    }

    @Test
    void everyChoiceChangesWhatIsShown(FxRobot robot) {
        List<Choice> choices =
                List.of(
                        new Choice("layout-ridge", this::chartType, RidgePlot.class),
                        new Choice("layout-heatmap", this::chartType, Heatmap.class),
                        new Choice("layout-grid", this::chartType, HistogramGrid.class),
                        new Choice("quantity-weight", () -> view().quantity(), Quantity.WEIGHT),
                        new Choice(
                                "quantity-pre-activation",
                                () -> view().quantity(),
                                Quantity.PRE_ACTIVATION),
                        new Choice(
                                "quantity-activation",
                                () -> view().quantity(),
                                Quantity.ACTIVATION),
                        new Choice("counts-log", () -> view().counts(), Scale.LOG),
                        new Choice("axis-own", () -> view().axis(), Axis.OWN),
                        new Choice("axis-common", () -> view().axis(), Axis.COMMON),
                        new Choice("spread-rms", this::spread, "RMS"),
                        new Choice("spread-per-unit-std", this::spread, "Per-unit std"),
                        new Choice("spread-std", this::spread, "Std"),
                        new Choice(
                                "compare-weight",
                                () -> compare.shown().orElseThrow().quantity(),
                                Quantity.WEIGHT),
                        new Choice(
                                "compare-axis-own",
                                () -> compare.shown().orElseThrow().axis(),
                                Axis.OWN),
                        new Choice(
                                "compare-log",
                                () -> compare.shown().orElseThrow().counts(),
                                Scale.LOG));
        for (Choice each : choices) {
            robot.clickOn("#" + each.id());
            assertEquals(each.expected(), each.chosen().get(), each.id());
            ToggleButton button = robot.lookup("#" + each.id()).queryAs(ToggleButton.class);
            assertTrue(button.isFocusTraversable());
            assertNotNull(button.getAccessibleText());
        }
        assertEquals(15, choices.size());
    }

    @Test
    void theDepthAxisEndsWithTheLiveCurveWhereThatIsAskedFor(FxRobot robot) {
        ToggleButton fit = robot.lookup("#fit-live").queryAs(ToggleButton.class);
        assertTrue(fit.isDisabled(), "no curve is deeper");
        Series<SignalAnswer> live =
                new Series<>("live", 0, Series.Role.LIVE, SignalAnswer.of(SampleSnapshots.tanh()));
        Series<SignalAnswer> deep =
                new Series<>(
                        "deep", 1, Series.Role.PINNED, SignalAnswer.of(SampleSnapshots.deep()));
        robot.interact(() -> charts.show(List.of(deep, live)));
        assertEquals(101, depth.shown().orElseThrow().stops().count());
        robot.clickOn(fit);
        assertEquals(11, depth.shown().orElseThrow().stops().count());
        robot.clickOn(fit);
        assertEquals(101, depth.shown().orElseThrow().stops().count());
    }

    /// The layer of the pinned network that is beside the live one's only layer is inside a branch.
    @Test
    void aNetworkOfOneLayerStandsBesideOneOfBranches(FxRobot robot) {
        Experiment branches =
                Experiment.DEFAULT
                        .withWidths(new LayerWidths.Same(10, 8))
                        .withSamples(5)
                        .withSkip(Skip.TWO);
        try (Kernel kernel = Kernels.scalar(1)) {
            Engine engine = new Engine(kernel);
            List<Series<SignalAnswer>> both =
                    List.of(
                            new Series<>("ten", 1, Series.Role.PINNED, answer(engine, branches)),
                            new Series<>(
                                    "one",
                                    0,
                                    Series.Role.LIVE,
                                    answer(engine, branches.withDepth(1))));
            ToggleButton fit = robot.lookup("#fit-live").queryAs(ToggleButton.class);
            robot.interact(() -> {
                charts.waysProperty().set(Ways.BOTH);
                charts.show(both);
            });
            robot.interact(fit::fire);
            assertEquals(
                    List.of(2, 1),
                    depth.views().stream().map(view -> view.stops().count()).toList());
        }
    }

    private static SignalAnswer answer(Engine engine, Experiment experiment) {
        return SignalAnswer.of(engine.run(experiment, Passes.THERE_AND_BACK, Cancellation.NEVER));
    }

    @Test
    void nothingMovesButTheDataWhileASliderIsDragged(FxRobot robot) {
        robot.interact(() -> {
            histograms.heldProperty().set(true);
            depth.heldProperty().set(true);
        });
        Set<List<Object>> places = new HashSet<>();
        int answers = 0;
        for (double gain = 0.2; gain < 20; gain *= 1.3) {
            Snapshot answer = SampleSnapshots.tanh(10, gain);
            robot.interact(() -> give(answer));
            LineLayout lines =
                    assertInstanceOf(LineLayout.class, depth.canvas().drawn().orElseThrow());
            places.add(
                    List.of(
                            lines.plot(),
                            stops().stream().map(Hit::focus).toList(),
                            histograms.canvas().getBoundsInParent(),
                            depth.canvas().getBoundsInParent()));
            answers++;
        }
        assertTrue(answers > 15);
        assertEquals(1, places.size());
    }

    @Test
    void aSecondClickKeepsTheChoice(FxRobot robot) {
        robot.clickOn("#layout-ridge").clickOn("#layout-ridge");
        assertEquals(HistogramLayout.RIDGE, charts.look().layoutProperty().get());
        assertTrue(robot.lookup("#layout-ridge").queryAs(ToggleButton.class).isSelected());
    }

    @Test
    void aChoiceMadeElsewhereShowsOnTheButtons(FxRobot robot) {
        robot.interact(() -> charts.look().axisProperty().set(Axis.OWN));
        assertTrue(robot.lookup("#axis-own").queryAs(ToggleButton.class).isSelected());
        assertFalse(robot.lookup("#axis-common").queryAs(ToggleButton.class).isSelected());
    }

    @Test
    void aClickOnAPanelOpensItsLayer(FxRobot robot) {
        Hit second = stops().get(1);
        robot.clickOn(
                histograms
                        .canvas()
                        .localToScreen(second.focus().centerX(), second.focus().centerY()));
        assertEquals(List.of(second.stop()), layers);
    }

    @Test
    void arrowKeysWalkThroughTheLayersAndEnterOpensOne(FxRobot robot) {
        robot.interact(() -> histograms.canvas().requestFocus());
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.ENTER);
        robot.type(KeyCode.END, KeyCode.ENTER, KeyCode.LEFT, KeyCode.ENTER);
        List<Hit> stops = stops();
        assertEquals(
                List.of(
                        stops.get(2).stop(),
                        stops.getLast().stop(),
                        stops.get(stops.size() - 2).stop()),
                layers);
    }

    private List<Hit> stops() {
        return histograms.canvas().drawn().orElseThrow().stops();
    }

    @Test
    void pointingShowsTheExactValues(FxRobot robot) {
        robot.moveTo(depth.canvas());
        HoverLayer hover = robot.from(depth.canvas()).lookup(HoverLayer.class::isInstance).query();
        assertTrue(hover.isVisible());
        assertEquals(3, hover.lines().size());
        assertTrue(
                hover.lines().getFirst().matches("(Layer \\d+|Input) · Std"),
                () -> hover.lines().toString());
        robot.moveTo("#layout-grid");
        assertFalse(hover.isVisible());
    }

    @Test
    void axesStandStillWhileHeldAndFitAfterwards(FxRobot robot) {
        robot.clickOn("#quantity-pre-activation");
        Range valuesBefore = view().commonRange();
        Range depthBefore = depth.range().orElseThrow();
        Snapshot narrow = SampleSnapshots.tanh(10, 0.9);
        robot.interact(() -> {
            histograms.heldProperty().set(true);
            depth.heldProperty().set(true);
            give(narrow);
        });
        assertEquals(valuesBefore.union(view().commonRange()), view().commonRange());
        assertEquals(depthBefore.union(depth.range().orElseThrow()), depth.range().orElseThrow());
        robot.interact(() -> {
            histograms.heldProperty().set(false);
            depth.heldProperty().set(false);
        });
        assertEquals(Optional.empty(), view().held());
        assertEquals(
                new HistogramView(narrow, Quantity.PRE_ACTIVATION, Scale.LINEAR, Axis.COMMON),
                view());
    }

    @Test
    void nothingIsCutOffInANarrowWindow(FxRobot robot) {
        robot.interact(() -> histograms.getScene().getWindow().setWidth(440));
        for (String id : List.of("layout-heatmap", "quantity-weight", "axis-own", "counts-log")) {
            ToggleButton button = robot.lookup("#" + id).queryAs(ToggleButton.class);
            double right = button.localToScene(button.getBoundsInLocal()).getMaxX();
            assertTrue(right <= button.getScene().getWidth(), id + " ends at " + right);
            assertTrue(button.getWidth() >= button.prefWidth(-1) - 1, id);
        }
    }

    @Test
    void aDetailTellsAllStatisticsOfALayer(FxRobot robot) {
        LayerDetail detail = new LayerDetail(3, new SimpleObjectProperty<>(Palette.DARK));
        robot.interact(() -> {
            detail.show(SampleSnapshots.tanh());
            histograms.getScene().setRoot(detail);
        });
        assertEquals(6, robot.lookup(".chart-canvas").queryAll().size());
        assertEquals(
                sorted(
                        LayerParts.statistics(SampleSnapshots.tanh().layer(3)).stream()
                                .flatMap(List::stream)
                                .toList()),
                sorted(texts(robot)));
        List<Node> before = List.copyOf(robot.lookup("#layer-statistics .label").queryAll());
        Snapshot next = SampleSnapshots.tanh(10, 1.5);
        robot.interact(() -> detail.show(next));
        assertEquals(
                sorted(
                        LayerParts.statistics(next.layer(3)).stream()
                                .flatMap(List::stream)
                                .toList()),
                sorted(texts(robot)));
        assertEquals(before, List.copyOf(robot.lookup("#layer-statistics .label").queryAll()));
    }

    @Test
    void theNumbersOfADetailStandUnderTheirHistograms(FxRobot robot) {
        LayerDetail detail = new LayerDetail(3, new SimpleObjectProperty<>(Palette.DARK));
        robot.interact(() -> {
            detail.show(SampleSnapshots.tanh());
            histograms.getScene().setRoot(detail);
            detail.applyCss();
            detail.layout();
        });
        int checked = 0;
        for (Quantity quantity : Quantity.of(Direction.FORWARD)) {
            Node chart = robot.lookup("#detail-" + quantity.key()).query();
            Node head =
                    robot
                            .lookup("#layer-statistics .statistics-head")
                            .<Label>queryAllAs(Label.class)
                            .stream()
                            .filter(label -> label.getText().equals(quantity.label()))
                            .findFirst()
                            .orElseThrow();
            Bounds above = chart.localToScene(chart.getLayoutBounds());
            Bounds below = head.localToScene(head.getLayoutBounds());
            assertTrue(
                    below.getMinX() >= above.getMinX() - 1
                            && below.getMaxX() <= above.getMaxX() + 1,
                    quantity + ": " + below + " under " + above);
            checked++;
        }
        assertEquals(3, checked);
        List<String> saturated =
                LayerParts.statistics(SampleSnapshots.tanh().layer(3))
                        .get(1 + place(Statistic.values(), Statistic.SATURATED));
        assertEquals("–", saturated.get(1 + place(Quantity.values(), Quantity.PRE_ACTIVATION)));
        assertEquals("–", saturated.get(1 + place(Quantity.values(), Quantity.WEIGHT)));
        assertTrue(saturated.get(1 + place(Quantity.values(), Quantity.ACTIVATION)).endsWith(" %"));
    }

    private static <E extends Enum<E>> int place(E[] all, E one) {
        return Arrays.asList(all).indexOf(one);
    }

    /// In the order of the table, whose gradients stand beside what they are gradients by.
    private static List<String> sorted(List<String> texts) {
        return texts.stream().sorted().toList();
    }

    private static List<String> texts(FxRobot robot) {
        return robot.lookup("#layer-statistics .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .filter(text -> !text.startsWith("Signal") && !text.startsWith("Gradient"))
                .toList();
    }

    private HistogramView view() {
        return histograms.shown().orElseThrow();
    }

    private Object spread() {
        return depth.shown().orElseThrow().quantity();
    }

    private Object chartType() {
        Chart chart = histograms.canvas().chartProperty().get();
        return assertInstanceOf(Chart.class, chart).getClass();
    }
}
