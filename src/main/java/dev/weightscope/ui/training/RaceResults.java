package dev.weightscope.ui.training;

import dev.weightscope.chart.Palette;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.StandardInitializer;
import dev.weightscope.race.Race;
import dev.weightscope.race.TrainingAnswer;
import dev.weightscope.race.TrainingSettings;
import dev.weightscope.ui.controls.Section;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.controls.SidePanels;
import dev.weightscope.ui.result.KeyFigureTable;
import dev.weightscope.ui.result.Pinning;
import dev.weightscope.ui.result.ResultsColumn;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Session;
import dev.weightscope.verdict.RaceVerdict;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// What a race means: the verdict, the runs in their order, and the selected one's figures at the
/// step that is looked at.
public final class RaceResults extends ResultsColumn {
    private static final List<InitializerScheme> CLASSIC =
            List.of(
                    InitializerScheme.XAVIER_UNIFORM,
                    InitializerScheme.HE_NORMAL,
                    InitializerScheme.PYTORCH_LINEAR,
                    InitializerScheme.NORMAL,
                    InitializerScheme.ZEROS);

    /// What charts take to be painted.
    private static final Duration PAINT = Duration.millis(40);

    private final Session session;
    private final RacePane pane;
    private final RaceCard card = new RaceCard();
    private final RunsTable table;
    private final VBox alone;
    private final Label figuresHead = new Label();
    private final KeyFigureTable figures = new KeyFigureTable();
    private final Pinning pinning;
    private final PauseTransition soon = new PauseTransition(PAINT);
    private Race race;

    public RaceResults(
            Race empty,
            RacePane pane,
            Session session,
            LabState<TrainingSettings, TrainingAnswer> state,
            ObservableValue<Palette> palette) {
        race = empty;
        this.session = session;
        this.pane = pane;
        table =
                new RunsTable(
                        palette, pane.selectedProperty(), pane.pointedAtProperty(), session, state);
        pinning =
                new Pinning(
                        session, "Have this setting run along (P)", table::pointAt, compare(pane));
        alone = alone();
        figuresHead.getStyleClass().add("heading");
        VBox selected = new VBox(figuresHead, figures);
        selected.getStyleClass().add("section");
        VBox content =
                new VBox(
                        card,
                        new Section("Runs, first to the goal on top", table, alone, pinning),
                        selected);
        content.getStyleClass().add("panel-content");
        SidePanels.scroll(this, content);
        getStyleClass().addAll("side-panel", "result-panel");
        setAccessibleText("What it means");
        Shown.when(card, false);
        session.stateProperty().subscribe(now -> Shown.when(alone, now.pins().kept().isEmpty()));
        soon.setOnFinished(_ -> showNow());
        pane.momentProperty().subscribe(this::show);
    }

    private static ToggleButton compare(RacePane pane) {
        ToggleButton compare = new ToggleButton("Compare");
        compare.setId("compare-runs");
        compare.setTooltip(
                new Tooltip("Histograms of all runs below one another, layer by layer, at a step"));
        compare.selectedProperty().bindBidirectional(pane.comparingProperty());
        return compare;
    }

    /// What there is to do while nothing is pinned.
    private VBox alone() {
        Label text = new Label("One run is no race. Pin a few settings (P) and they run along.");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        Button classic = new Button("Race the classic five");
        classic.setId("race-classic");
        classic.setTooltip(new Tooltip("Xavier, He, PyTorch's, normal and zeros, of this network"));
        classic.setOnAction(_ -> pinning.attempt(this::pinClassic));
        VBox box = new VBox(text, classic);
        box.getStyleClass().addAll("verdict", "note");
        return box;
    }

    /// One of them may be the live setting, which runs already.
    private void pinClassic() {
        Experiment live = session.experiment();
        session.pin(
                CLASSIC.stream()
                        .map(scheme -> live.withInitializer(StandardInitializer.of(scheme)))
                        .filter(each -> !each.equals(live))
                        .toList());
    }

    @Override
    public ObservableValue<String> refusalProperty() {
        return pinning.refusalProperty();
    }

    @Override
    public void pinCurrent() {
        pinning.pinCurrent();
    }

    /// Selects the run in a row of the table.
    ///
    /// @param row from 1
    public void select(int row) {
        if (row <= race.runs().size()) {
            pane.selectedProperty().set(race.runs().get(row - 1).colour());
        }
    }

    /// While a race grows, what it means follows when its charts are painted: one frame would not
    /// do for both, and the frame after would wait for the paint.
    private void show() {
        if (isOfAnotherRace() && !pane.momentProperty().get().race().isOver()) {
            soon.play();
        } else {
            soon.stop();
            showNow();
        }
    }

    @SuppressWarnings("ReferenceEquality") // of another race with the same values little is made
    private boolean isOfAnotherRace() {
        return pane.momentProperty().get().race() != race;
    }

    private void showNow() {
        RacePane.Moment now = pane.momentProperty().get();
        if (isOfAnotherRace()) {
            race = now.race();
            Optional<RaceVerdict> verdict = race.verdict();
            Shown.when(card, verdict.isPresent());
            verdict.ifPresent(card::show);
        }
        showStep();
    }

    private void showStep() {
        int step = pane.momentProperty().get().step();
        table.show(race, step);
        Optional<Race.Run> selected = race.find(pane.selectedProperty().get());
        figuresHead.setText("SELECTED AT STEP " + step);
        figures.show(selected.map(run -> RunFigures.of(run.answer(), step)).orElse(List.of()));
    }
}
