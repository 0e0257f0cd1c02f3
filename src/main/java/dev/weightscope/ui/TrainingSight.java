package dev.weightscope.ui;

import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Series;
import dev.weightscope.lab.Question;
import dev.weightscope.model.Experiment;
import dev.weightscope.race.Race;
import dev.weightscope.race.TrainingAnswer;
import dev.weightscope.race.TrainingSettings;
import dev.weightscope.session.Pins;
import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.chart.ChartPart;
import dev.weightscope.ui.experiment.ExperimentPanel;
import dev.weightscope.ui.file.Exports;
import dev.weightscope.ui.file.NetworkExport;
import dev.weightscope.ui.result.ResultsColumn;
import dev.weightscope.ui.result.SummaryLine;
import dev.weightscope.ui.state.Live;
import dev.weightscope.ui.state.Outcome;
import dev.weightscope.ui.state.Progress;
import dev.weightscope.ui.state.Workspace;
import dev.weightscope.ui.training.OldAnswers;
import dev.weightscope.ui.training.RaceLine;
import dev.weightscope.ui.training.RaceOptions;
import dev.weightscope.ui.training.RacePane;
import dev.weightscope.ui.training.RaceProgress;
import dev.weightscope.ui.training.RaceResults;
import dev.weightscope.ui.training.TrainingImports;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javafx.animation.AnimationTimer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/// The training lab's charts, results and settings.
final class TrainingSight extends ChartsSight<TrainingSettings, TrainingAnswer> {
    /// The names of runs stand beside three columns of figures.
    private static final double NAMES = 34;

    private static final int MOST_ROWS = 8;

    private final List<Node> sections;
    private final TrainingImports imports;
    private final RacePane pane;
    private final RaceResults results;
    private final RaceLine line = new RaceLine();
    private final OldAnswers olds = new OldAnswers();
    private final BooleanProperty going = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<Doing>> doing =
            new SimpleObjectProperty<>(Optional.empty());
    private final AnimationTimer frame = new Frame();
    private @Nullable Drawn drawn;
    private @Nullable Question<TrainingSettings> asked;

    /// What the charts follow from.
    private record Drawn(
            Live.@Nullable Shown<TrainingSettings, TrainingAnswer> shown,
            Pins pins,
            Map<Experiment, Outcome<TrainingAnswer>> outcomes,
            TrainingSettings settings,
            Experiment live,
            boolean isRefused) {}

    /// @param window whose centre and right side it takes
    /// @param experiment shown with every lab; gets this one's settings above the others
    /// @param imports asks how data is read
    TrainingSight(
            LabTab<TrainingSettings, TrainingAnswer> tab,
            Workspace workspace,
            ObservableValue<Palette> palette,
            BorderPane window,
            ExperimentPanel experiment,
            TrainingImports imports,
            double resultsWidth) {
        super(tab, workspace, window, experiment);
        sections = new RaceOptions(tab.lab().options(), state, imports).sections();
        this.imports = imports;
        Race empty = Race.none(state.settings());
        pane = new RacePane(empty, palette, new Computing());
        results = new RaceResults(empty, pane, session, state, palette);
        results.holdWidth(resultsWidth + NAMES);
        pane.keep(workspace.view());
        pane.momentProperty()
                .subscribe(moment -> workspace.trainingStepProperty().set(step(moment)));
        workspace.trainingRunProperty().bindBidirectional(pane.selectedProperty());
        state.liveProperty().subscribe(this::follow);
        state.outcomesProperty().subscribe(this::follow);
        state.pausedProperty().subscribe(this::follow);
        session.stateProperty().subscribe(this::follow);
        follow();
    }

    private static OptionalInt step(RacePane.Moment moment) {
        return moment.step() < moment.race().reached()
                ? OptionalInt.of(moment.step())
                : OptionalInt.empty();
    }

    private final class Computing implements RacePane.Computing {
        @Override
        public ObservableValue<Boolean> goingProperty() {
            return going;
        }

        @Override
        public boolean isPaused() {
            return state.pausedProperty().get() && isUnfinished();
        }

        @Override
        public void pause() {
            state.pause();
        }

        @Override
        public void resume() {
            state.resume();
        }

        @Override
        public void step() {
            state.step();
        }

        @Override
        public void cancel() {
            tab.cancel();
        }
    }

    private boolean isUnfinished() {
        return state.live().progress().isUnderWay()
                || session.pins().kept().stream()
                        .anyMatch(pin -> state.outcome(pin) instanceof Outcome.Waiting);
    }

    private void follow() {
        Question<TrainingSettings> question = tab.lab().heard(state.live().question());
        if (asked != null && !question.equals(asked) && state.pausedProperty().get()) {
            asked = question;
            state.resume(); // what is asked anew begins at once
        }
        asked = question;
        going.set(isUnfinished() && !state.pausedProperty().get());
        frame.start();
    }

    /// Answers to several runs come at once, and are drawn once.
    private final class Frame extends AnimationTimer {
        @Override
        public void handle(long now) {
            stop();
            showRace();
        }
    }

    private void showRace() {
        Drawn next =
                new Drawn(
                        state.live().shown(),
                        session.pins(),
                        state.outcomesProperty().get(),
                        state.settings(),
                        session.experiment(),
                        state.live().progress() instanceof Progress.Refused);
        if (!next.equals(drawn)) {
            drawn = next;
            List<Series<TrainingAnswer>> answers = AnswerSeries.of(state, session).liveFirst();
            Race race =
                    Race.of(
                            answers,
                            state.settings(),
                            state.live().isShownCurrent() ? Set.of() : Set.of(0),
                            olds.follow(answers));
            pane.show(race);
            line.show(race.verdict());
        }
        sayRefusal();
        showProgress();
    }

    private void showProgress() {
        List<Optional<TrainingAnswer>> answers = new ArrayList<>();
        answers.add(state.live().isShownCurrent() ? state.live().answer() : Optional.empty());
        session.pins().kept().forEach(pin -> answers.add(state.outcome(pin).answered()));
        RaceProgress progress = RaceProgress.of(state.settings(), answers, stand());
        pane.showProgress(progress);
        doing.set(Optional.of(new Doing(progress.status(), progress.isGoing())));
    }

    private RaceProgress.Stand stand() {
        if (isUnfinished()) {
            return state.pausedProperty().get()
                    ? RaceProgress.Stand.PAUSED
                    : RaceProgress.Stand.GOING;
        }
        if (session.pins().kept().stream()
                .anyMatch(pin -> state.outcome(pin) instanceof Outcome.Cancelled)) {
            return RaceProgress.Stand.CANCELLED;
        }
        return switch (state.live().progress()) {
            case Progress.Cancelled _ -> RaceProgress.Stand.CANCELLED;
            case Progress.Refused _ -> RaceProgress.Stand.REFUSED;
            case Progress.Computing _, Progress.Refining _, Progress.Answered _ ->
                    RaceProgress.Stand.OVER;
        };
    }

    @Override
    public ObservableValue<Optional<Doing>> doingProperty() {
        return doing;
    }

    @Override
    public String hint() {
        return "K: play · ← →: step · 1–8: select run · P: pin · F1: help";
    }

    @Override
    void showSections(ExperimentPanel experiment) {
        experiment.showTraining(sections);
    }

    @Override
    public void hide() {
        pane.playingProperty().set(false);
        super.hide();
    }

    @Override
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        commands.add(Command.of("play", "Play or pause", "K", pane::play));
        commands.add(Command.of("step-on", "One step on", "Right", pane::stepOn));
        commands.add(Command.of("step-back", "One step back", "Left", pane::stepBack));
        commands.add(Command.of("first-step", "To the start", "Home", () -> pane.lookAt(0)));
        commands.add(
                Command.of(
                        "select-live",
                        "Select the live run",
                        "0",
                        () -> pane.selectedProperty().set(0)));
        for (int row = 1; row <= MOST_ROWS; row++) {
            int selected = row;
            commands.add(
                    Command.of(
                            "select-" + row,
                            row == 1 ? "Select the run in this row, 1 … 8" : "",
                            Integer.toString(row),
                            () -> results.select(selected)));
        }
        return commands;
    }

    @Override
    List<ChartPart> parts() {
        return pane.pictures();
    }

    @Override
    List<ChartCanvas> canvases() {
        return pane.canvases();
    }

    /// With what the live setting's first network has learnt.
    @Override
    public Exports.About about(Experiment live) {
        Live.Shown<TrainingSettings, TrainingAnswer> shown = state.live().shown();
        return Exports.About.settings(live)
                .withNetwork(
                        shown == null
                                ? Optional.empty()
                                : tab.lab()
                                        .network()
                                        .map(network ->
                                                new NetworkExport<>(
                                                        network,
                                                        shown.question(),
                                                        shown.answer().first().widths(),
                                                        tab.lab().isLong(),
                                                        "What the live setting has learnt in the"
                                                                + " end; it learns once more for"
                                                                + " it, bit for bit.")));
    }

    @Override
    public boolean importTable(String source) {
        imports.open(source);
        return true;
    }

    @Override
    public boolean goBack() {
        if (super.goBack()) {
            return true;
        }
        boolean wasComparing = pane.comparingProperty().get();
        pane.comparingProperty().set(false);
        return wasComparing;
    }

    @Override
    public Node centre() {
        return pane;
    }

    @Override
    public ResultsColumn results() {
        return results;
    }

    @Override
    SummaryLine line() {
        return line;
    }
}
