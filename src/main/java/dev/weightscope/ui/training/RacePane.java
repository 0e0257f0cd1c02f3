package dev.weightscope.ui.training;

import dev.weightscope.chart.Chart;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.line.LineChart;
import dev.weightscope.chart.line.LineLayout;
import dev.weightscope.chart.line.LineView;
import dev.weightscope.chart.race.LossChart;
import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.state.ViewState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;

/// What happens: the race above, the layers of the selected run at the step that is looked at
/// below.
public final class RacePane extends Pane {
    /// From so many draws on there is a band.
    private static final int MANY = 10;

    private static final int PAGE = 10;

    /// What stands above.
    enum Upper {
        LOSS("Loss"),
        ACCURACY("Accuracy");

        private final String label;

        Upper(String label) {
            this.label = label;
        }
    }

    /// What stands beside the histograms, where there is room.
    enum Beside {
        STEP("Std, updates"),
        OVER_STEPS("Over steps");

        private final String label;

        Beside(String label) {
            this.label = label;
        }
    }

    /// What stands below, where there is room for one.
    enum Lower {
        HISTOGRAMS("Histograms"),
        STDS("Std by depth"),
        UPDATES("Update : weight"),
        OVER_STEPS("Over steps");

        private final String label;

        Lower(String label) {
            this.label = label;
        }
    }

    private final StepClock clock = new StepClock();
    private final ObjectProperty<LossChart.Frame> frame =
            new SimpleObjectProperty<>(LossChart.Frame.FIT);
    private final ObjectProperty<LossChart.Scale> scale =
            new SimpleObjectProperty<>(LossChart.Scale.LOG);
    private final ObjectProperty<Upper> upper = new SimpleObjectProperty<>(Upper.LOSS);
    private final ObjectProperty<Lower> lower = new SimpleObjectProperty<>(Lower.HISTOGRAMS);
    private final ObjectProperty<Beside> beside = new SimpleObjectProperty<>(Beside.STEP);
    private final IntegerProperty selected = new SimpleIntegerProperty();
    private final IntegerProperty pointedAt = new SimpleIntegerProperty(-1);
    private final RaceCanvases charts = new RaceCanvases();
    private final RaceArrangement parts;
    private final Label layersTitle = Headings.title("");
    private final Label layersNote = Headings.note();
    private final Computing computing;
    private Race race;
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
        this.computing = computing;
        parts = parts();
        getChildren().addAll(parts.nodes());
        charts.all().forEach(each -> each.paletteProperty().bind(palette));
        charts.bySteps().forEach(each -> each.setOnPick(hit -> lookAt(hit.stop())));
        charts.layers.setOnPick(hit -> {
            layer = hit.stop();
            lower.set(Lower.OVER_STEPS);
            beside.set(Beside.OVER_STEPS);
            showStep();
        });
        charts.boundaries.setOnPick(hit -> selected.set(charts.colourOnPlane(hit.stop())));
        clock.stepProperty().subscribe(_ -> showStep());
        clock.playingProperty().subscribe(_ -> showPlaying());
        computing.goingProperty().subscribe(_ -> showPlaying());
        for (ObservableValue<?> each : List.of(frame, scale, selected, pointedAt)) {
            each.subscribe(_ -> showRace());
        }
        upper.subscribe(_ -> requestLayout());
        for (ObservableValue<?> each : List.of(lower, beside)) {
            each.subscribe(_ -> {
                requestLayout();
                showStep();
            });
        }
        addEventFilter(KeyEvent.KEY_PRESSED, this::stepByKey);
    }

    private RaceArrangement parts() {
        Label lossTitle = Headings.title("Loss");
        Label lossNote = Headings.note();
        RunningRace running = new RunningRace(computing::cancel, computing::resume);
        Node uppers = Headings.choice(upper, List.of(Upper.values()), "upper", each -> each.label);
        Node wideLowers =
                Headings.choice(beside, List.of(Beside.values()), "beside", each -> each.label);
        Node narrowLowers =
                Headings.choice(lower, List.of(Lower.values()), "narrow-lower", each -> each.label);
        Node frames =
                Headings.choice(
                        frame,
                        List.of(LossChart.Frame.values()),
                        "frame",
                        each ->
                                switch (each) {
                                    case FIT -> "Fit";
                                    case ALL -> "All";
                                });
        Node scales =
                Headings.choice(
                        scale,
                        List.of(LossChart.Scale.values()),
                        "scale",
                        each -> each.name().toLowerCase(Locale.ROOT));
        Label stdsTitle = Headings.title("Std by depth");
        Label stdsNote = Headings.note();
        stdsNote.setText("— act.  - - grad.");
        return new RaceArrangement(
                charts,
                new TimeBar(clock, this::play, this::step),
                Headings.row(lossTitle, lossNote, Headings.gap(), running, uppers, frames, scales),
                lossTitle,
                lossNote,
                running,
                boundaryHeader(),
                Headings.title("Accuracy"),
                Headings.row(layersTitle, layersNote, Headings.gap(), narrowLowers),
                Headings.row(stdsTitle, stdsNote, Headings.gap(), wideLowers),
                stdsTitle,
                stdsNote,
                Headings.title("log₁₀ update : weight"),
                uppers,
                narrowLowers);
    }

    private static HBox boundaryHeader() {
        Label note = Headings.note();
        note.setText("first draw · lowest loss first · loss, right");
        return Headings.row(Headings.title("Decision boundary"), note);
    }

    /// Has what is chosen above the charts kept.
    public void keep(ViewState view) {
        view.keep("race-frame", frame, LossChart.Frame.class);
        view.keep("race-scale", scale, LossChart.Scale.class);
        view.keep("race-upper", upper, Upper.class);
        view.keep("race-lower", lower, Lower.class);
        view.keep("race-beside", beside, Beside.class);
    }

    /// The colour of the run that is drawn in front and whose layers are shown.
    public IntegerProperty selectedProperty() {
        return selected;
    }

    /// The colour of the run that all others stand back for; −1 for none.
    public IntegerProperty pointedAtProperty() {
        return pointedAt;
    }

    /// The step that is looked at.
    public ObservableValue<Number> stepProperty() {
        return clock.stepProperty();
    }

    /// Whether time goes by itself.
    public BooleanProperty playingProperty() {
        return clock.playingProperty();
    }

    /// Looks at a step, or the nearest that there is.
    public void lookAt(int step) {
        clock.playingProperty().set(false);
        clock.goTo(step);
    }

    /// Goes so many steps on, or back.
    public void forward(int steps) {
        clock.forward(steps);
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

    private void step() {
        if (computing.isPaused() && clock.stepProperty().get() >= race.reached()) {
            computing.step();
        } else {
            clock.forward(1);
        }
    }

    /// Shows how far a race is.
    public void showProgress(RaceProgress progress) {
        boolean wasVisible = parts.running().isVisible();
        parts.running().show(progress);
        if (wasVisible != parts.running().isVisible()) {
            requestLayout();
        }
    }

    public void show(Race newRace) {
        race = newRace;
        clock.span(race.last(), race.reached());
        showRace();
    }

    private void showPlaying() {
        parts.time()
                .showPlaying(clock.playingProperty().get() || computing.goingProperty().getValue());
    }

    /// Arrows on what is drawn over steps go from step to step.
    private void stepByKey(KeyEvent event) {
        boolean isOverSteps =
                charts.bySteps().stream().anyMatch(event.getTarget()::equals)
                        || event.getTarget() instanceof Slider;
        if (!isOverSteps || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case RIGHT, UP -> clock.forward(1);
            case LEFT, DOWN -> clock.forward(-1);
            case PAGE_UP -> clock.forward(PAGE);
            case PAGE_DOWN -> clock.forward(-PAGE);
            case HOME -> clock.toStart();
            case END -> lookAt(race.reached());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void showRace() {
        charts.show(race, selected.get(), pointedAt.get(), frame.get(), scale.get());
        int draws = race.asked().draws();
        parts.lossNote()
                .setText(
                        draws == 1
                                ? ""
                                : draws < MANY
                                        ? "thick median · thin %d draws".formatted(draws)
                                        : "median and 80 %% of %d draws".formatted(draws));
        showStep();
        requestLayout();
    }

    private void showStep() {
        int step = clock.stepProperty().get();
        boolean isOverSteps = lower.get() == Lower.OVER_STEPS || beside.get() == Beside.OVER_STEPS;
        charts.showStep(step, isOverSteps ? OptionalInt.of(layer) : OptionalInt.empty());
        layersTitle.setText(charts.run().map(each -> each.series().label()).orElse(""));
        layersNote.setText(
                charts.layersAtStep().stream()
                        .flatMapToInt(each -> each.keptStep(step).stream())
                        .mapToObj(kept -> "at step " + kept + ", first draw")
                        .findFirst()
                        .orElse(""));
    }

    /// The charts, the race first, each with its heading.
    public List<Part> pictures() {
        List<Part> all = new ArrayList<>();
        String name = layersTitle.getText();
        add(all, "Decision boundary at step " + clock.stepProperty().get(), charts.boundaries);
        add(all, "Loss", charts.loss);
        add(all, "Accuracy", charts.accuracy);
        add(all, name + " " + layersNote.getText(), charts.layers);
        add(all, "Std by depth at step " + clock.stepProperty().get(), charts.stds);
        add(all, "log₁₀ update : weight, " + name, charts.updates);
        add(all, "Values over steps, " + name, charts.overSteps);
        return all;
    }

    private static void add(List<Part> all, String heading, ChartCanvas canvas) {
        Chart chart = canvas.chartProperty().get();
        if (chart != null) {
            all.add(new Part(heading, chart, canvas));
        }
    }

    /// A chart with its heading.
    public record Part(String heading, Chart chart, ChartCanvas canvas) {}

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
        parts.place(getWidth(), getHeight(), upper.get(), lower.get(), beside.get());
        align();
    }

    /// The time slider has the scale of the chart above it.
    private void align() {
        boolean isLoss = charts.loss.isVisible();
        Optional<LineView> view = isLoss ? charts.lossView() : charts.accuracyView();
        ChartCanvas canvas = isLoss ? charts.loss : charts.accuracy;
        if (view.isPresent() && canvas.getWidth() > 1) {
            LineLayout layout = canvas.measure(new LineChart(view.get()));
            double x = canvas.getLayoutX() - parts.time().getLayoutX();
            parts.time().align(x + layout.x(0), x + layout.x(race.last()));
        }
    }
}
