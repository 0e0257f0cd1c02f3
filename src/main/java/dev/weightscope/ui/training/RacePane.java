package dev.weightscope.ui.training;

import dev.weightscope.chart.Chart;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.line.LineChart;
import dev.weightscope.chart.line.LineLayout;
import dev.weightscope.chart.race.Lines;
import dev.weightscope.race.Race;
import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.chart.ChartPart;
import dev.weightscope.ui.state.ViewState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

/// What happens: the race above, the layers of the selected run at the step that is looked at
/// below.
public final class RacePane extends Pane {
    private static final int PAGE = 10;

    /// Of a chart that no view of the lab draws.
    private static final String NO_VIEW = "";

    private final StepClock clock = new StepClock();
    private final RaceChoices choices = new RaceChoices();
    private final IntegerProperty selected = new SimpleIntegerProperty();
    private final IntegerProperty pointedAt = new SimpleIntegerProperty(-1);
    private final RaceCanvases charts = new RaceCanvases();
    private final Computing computing;
    private final TimeBar time = new TimeBar(clock, this::play, this::stepOn);
    private final RaceHeaders headers;
    private final RaceArrangement parts;
    private final ReadOnlyObjectWrapper<Moment> moment;
    private Race race;
    private boolean isChanging;
    private int layer = 1;

    /// What of the computation a person can do while looking at it.
    public interface Computing {
        /// Whether the race goes on now.
        ObservableValue<Boolean> goingProperty();

        /// Whether it stands still before its end.
        boolean isPaused();

        void pause();

        void resume();

        /// Goes one step on and stands still.
        void step();

        void cancel();
    }

    /// @param empty a race without runs
    /// @param computing lets the race itself stand or go on, while it is computed
    public RacePane(Race empty, ObservableValue<Palette> palette, Computing computing) {
        race = empty;
        moment = new ReadOnlyObjectWrapper<>(new Moment(empty, 0));
        this.computing = computing;
        headers = new RaceHeaders(choices, new RunningRace(computing::cancel, computing::resume));
        parts = new RaceArrangement(charts, time, headers, choices);
        getChildren().addAll(parts.nodes());
        charts.all().forEach(each -> each.paletteProperty().bind(palette));
        charts.bySteps().forEach(each -> each.setOnPick(hit -> lookAt(hit.stop())));
        charts.layers.setOnPick(hit -> {
            layer = hit.stop();
            choices.showOverSteps();
            showStep();
        });
        charts.boundaries.setOnPick(hit -> selected.set(charts.colourOnPlane(hit.stop())));
        clock.stepProperty().subscribe(_ -> showStep());
        clock.playingProperty().subscribe(_ -> showPlaying());
        computing.goingProperty().subscribe(_ -> showPlaying());
        choices.onRace(this::showRace);
        selected.subscribe(this::showRace);
        pointedAt.subscribe(colour -> charts.pointAt(colour.intValue(), step()));
        choices.onPlaces(() -> {
            requestLayout();
            showStep();
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::stepByKey);
    }

    /// Has what is chosen above the charts kept.
    public void keep(ViewState view) {
        choices.keep(view);
    }

    /// Whether the layers of all runs are seen side by side.
    public BooleanProperty comparingProperty() {
        return choices.comparing;
    }

    /// The colour of the run that is drawn in front and whose layers are shown.
    public IntegerProperty selectedProperty() {
        return selected;
    }

    /// The colour of the run that all others stand back for; −1 for none.
    public IntegerProperty pointedAtProperty() {
        return pointedAt;
    }

    /// What is looked at; replaced whenever another race or another step is shown.
    public ReadOnlyObjectProperty<Moment> momentProperty() {
        return moment.getReadOnlyProperty();
    }

    /// A race and the step of it that is looked at.
    public record Moment(Race race, int step) {}

    /// Whether time goes by itself.
    public BooleanProperty playingProperty() {
        return clock.playingProperty();
    }

    /// Looks at a step, or the nearest that there is.
    public void lookAt(int step) {
        clock.playingProperty().set(false);
        clock.goTo(step);
    }

    /// Goes a step back.
    public void stepBack() {
        clock.forward(-1);
    }

    /// While the race is computed that stands or goes on; afterwards time does.
    public void play() {
        if (computing.goingProperty().getValue()) {
            computing.pause();
        } else if (computing.isPaused()) {
            computing.resume();
        } else {
            clock.toggle();
        }
        showPlaying();
    }

    private int step() {
        return clock.stepProperty().get();
    }

    /// Goes a step on; a race that stands still is computed so far.
    public void stepOn() {
        if (computing.isPaused() && clock.stepProperty().get() >= race.reached()) {
            computing.step();
        } else {
            clock.forward(1);
        }
    }

    /// Shows how far a race is.
    public void showProgress(RaceProgress progress) {
        boolean wasVisible = headers.running.isVisible();
        headers.running.show(progress);
        if (wasVisible != headers.running.isVisible()) {
            requestLayout();
        }
    }

    public void show(Race newRace) {
        race = newRace;
        isChanging = true;
        clock.span(race.last(), race.reached());
        isChanging = false;
        showRace();
    }

    private void showPlaying() {
        time.showPlaying(clock.playingProperty().get() || computing.goingProperty().getValue());
    }

    /// On all charts the arrows to the sides go from step to step; on what is drawn over steps, and
    /// on the slider, the other keys do too.
    private void stepByKey(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean isChart = charts.all().stream().anyMatch(event.getTarget()::equals);
        boolean isOverSteps =
                charts.bySteps().stream().anyMatch(event.getTarget()::equals)
                        || event.getTarget() instanceof Slider;
        boolean isStep =
                (isOverSteps && goByKey(event.getCode()))
                        || (isChart && goSideways(event.getCode()));
        if (isStep) {
            event.consume();
        }
    }

    private boolean goSideways(KeyCode key) {
        switch (key) {
            case RIGHT -> stepOn();
            case LEFT -> stepBack();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean goByKey(KeyCode key) {
        switch (key) {
            case RIGHT, UP -> stepOn();
            case LEFT, DOWN -> stepBack();
            case PAGE_UP -> clock.forward(PAGE);
            case PAGE_DOWN -> clock.forward(-PAGE);
            case HOME -> clock.toStart();
            case END -> lookAt(race.reached());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void showRace() {
        charts.show(
                race, selected.get(), pointedAt.get(), choices.frame.get(), choices.scale.get());
        int draws = race.asked().draws();
        headers.lossNote.setText(
                draws == 1
                        ? ""
                        : draws < Lines.MANY
                                ? "median · thin %d draws".formatted(draws)
                                : "median and 80 %% of %d draws".formatted(draws));
        showStep();
        requestLayout();
    }

    private void showStep() {
        if (isChanging) {
            return; // the race is shown with its step
        }
        int step = step();
        charts.showStep(
                step,
                choices.isOverSteps() ? OptionalInt.of(layer) : OptionalInt.empty(),
                choices.comparing.get() ? Optional.of(choices.compared.get()) : Optional.empty(),
                choices.axis.get());
        headers.layersTitle.setText(charts.run().map(each -> each.series().label()).orElse(""));
        String at =
                charts.layersAtStep().stream()
                        .flatMapToInt(each -> each.keptStep(step).stream())
                        .mapToObj(kept -> "at step " + kept + ", first draw")
                        .findFirst()
                        .orElse("");
        headers.layersNote.setText(at);
        headers.comparedNote.setText(at);
        moment.set(new Moment(race, step));
    }

    /// The charts, the race first, each with its heading.
    public List<ChartPart> pictures() {
        if (race.isEmpty()) {
            return List.of(); // axes alone are no pictures
        }
        List<ChartPart> all = new ArrayList<>();
        String name = headers.layersTitle.getText();
        add(
                all,
                "Decision boundary at step " + clock.stepProperty().get(),
                charts.boundaries,
                "boundaries");
        add(all, "Loss", charts.loss, "loss");
        add(all, "Accuracy", charts.accuracy, "accuracy");
        add(all, name + " " + headers.layersNote.getText(), charts.layers, "layers");
        add(all, "Std by depth at step " + clock.stepProperty().get(), charts.stds, "std");
        add(all, "log₁₀ update : weight, " + name, charts.updates, "updates");
        add(all, "Values over steps, " + name, charts.overSteps, NO_VIEW);
        add(
                all,
                "%s of all runs %s"
                        .formatted(choices.compared.get().title(), headers.comparedNote.getText()),
                charts.compared,
                NO_VIEW);
        return all;
    }

    private static void add(List<ChartPart> all, String heading, ChartCanvas canvas, String view) {
        Chart chart = canvas.chartProperty().get();
        if (chart != null) {
            all.add(
                    new ChartPart(
                            heading,
                            withCursor(chart, canvas.cursor()),
                            canvas,
                            Optional.of(view).filter(key -> !key.equals(NO_VIEW))));
        }
    }

    private static Chart withCursor(Chart chart, OptionalInt stop) {
        return chart instanceof LineChart curves && stop.isPresent()
                ? new LineChart(curves.view().withCursor(stop.getAsInt()))
                : chart;
    }

    public List<ChartCanvas> canvases() {
        return charts.all();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        parts.place(getWidth(), getHeight());
        align();
    }

    /// The time slider has the scale of the chart above it.
    private void align() {
        ChartCanvas canvas = charts.overTime();
        if (canvas.getWidth() > 1 && canvas.placed().orElse(null) instanceof LineLayout layout) {
            double x = canvas.getLayoutX() - time.getLayoutX();
            time.align(x + layout.x(0), x + layout.x(race.last()));
        }
    }
}
