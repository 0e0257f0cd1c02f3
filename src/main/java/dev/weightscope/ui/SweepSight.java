package dev.weightscope.ui;

import dev.weightscope.chart.Figure;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Series;
import dev.weightscope.export.TableFile;
import dev.weightscope.sweep.SweepAnswer;
import dev.weightscope.sweep.SweepLab;
import dev.weightscope.sweep.SweepSettings;
import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.controls.Sentences;
import dev.weightscope.ui.controls.Strip;
import dev.weightscope.ui.experiment.ExperimentPanel;
import dev.weightscope.ui.file.Exportable;
import dev.weightscope.ui.result.SummaryLine;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Live;
import dev.weightscope.ui.state.Outcome;
import dev.weightscope.ui.state.Progress;
import dev.weightscope.ui.state.Session;
import dev.weightscope.ui.state.Workspace;
import dev.weightscope.ui.sweep.SweepPane;
import dev.weightscope.ui.sweep.SweepResults;
import dev.weightscope.ui.sweep.SweepSections;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The sweep lab's charts, results and settings.
final class SweepSight implements LabSight {
    private final LabTab<SweepSettings, SweepAnswer> tab;
    private final LabState<SweepSettings, SweepAnswer> state;
    private final Session session;
    private final ExperimentPanel experiment;
    private final List<Node> sections;
    private final SweepPane pane;
    private final SweepResults results;
    private final SweepLine line = new SweepLine();
    private final SceneStrip advice;
    private final Strip refusal = new Strip(Strip.Tone.COMPLAINT);
    private final ResultsPlace place;
    private List<Series<SweepAnswer>> drawn = List.of();
    private boolean isStale;

    /// What is said of a sweep in one line, where the window is too narrow for all of it.
    private static final class SweepLine extends SummaryLine {
        SweepLine() {
            super("open-sweep-results");
        }
    }

    /// @param window whose centre and right side it takes
    /// @param experiment shown with every lab; gets this one's settings above the others
    SweepSight(
            LabTab<SweepSettings, SweepAnswer> tab,
            Workspace workspace,
            ObservableValue<Palette> palette,
            BorderPane window,
            ExperimentPanel experiment,
            double resultsWidth) {
        this.tab = tab;
        this.state = tab.state();
        this.session = workspace.session();
        this.experiment = experiment;
        SweepLab lab = new SweepLab();
        sections = new SweepSections(lab, state).sections();
        pane = new SweepPane(lab, palette, state::resume);
        results = new SweepResults(lab, state, session, palette);
        results.setPrefWidth(resultsWidth);
        results.setMinWidth(resultsWidth);
        advice = new SceneStrip(session);
        // Over the charts: a sentence that comes or goes must not move them.
        refusal.setMaxHeight(Region.USE_PREF_SIZE);
        StackPane.setAlignment(refusal, Pos.TOP_CENTER);
        StackPane charts = new StackPane(pane, refusal);
        charts.setMinSize(0, 0);
        place = new ResultsPlace(window, charts, results, line, line.openProperty(), advice);
        results.refusalProperty()
                .addListener((_, _, sentence) -> {
                    if (!sentence.isEmpty()) {
                        place.open();
                    }
                });
        state.liveProperty().subscribe(this::follow);
        state.outcomesProperty().subscribe(this::follow);
        session.stateProperty().subscribe(this::follow);
    }

    /// Draws what has changed.
    private void follow() {
        refusal.say(
                state.live().progress() instanceof Progress.Refused(String sentence)
                        ? Sentences.finished(sentence)
                        : "");
        pane.offer(isCancelled());
        boolean hasBegun = state.live().answer().filter(each -> each.done() > 0).isPresent();
        // Answers to other settings have other axes; what has not begun leaves the old picture.
        List<Series<SweepAnswer>> now =
                hasBegun || drawn.isEmpty()
                        ? AnswerSeries.of(state, session).liveFirst().stream()
                                .filter(each -> each.values().done() > 0)
                                .filter(each -> each.values().settings().equals(shownSettings()))
                                .toList()
                        : drawn;
        boolean nowStale = !state.live().progress().isOfThisQuestion() || !hasBegun;
        if (!now.equals(drawn) || nowStale != isStale) {
            drawn = now;
            isStale = nowStale;
            pane.show(now, nowStale);
            results.show(now);
            String sentence = results.line();
            if (sentence.isEmpty()) {
                line.clear();
            } else {
                line.show("Sweep", "note", sentence);
            }
        }
    }

    private boolean isCancelled() {
        return state.live().progress() instanceof Progress.Cancelled
                || session.pins().kept().stream()
                        .anyMatch(pin -> state.outcome(pin) instanceof Outcome.Cancelled);
    }

    /// Those that the live answer is of.
    private SweepSettings shownSettings() {
        return state.live().answer().map(SweepAnswer::settings).orElse(state.settings());
    }

    @Override
    public void show() {
        experiment.showAlong(sections);
        place.show();
    }

    @Override
    public void hide() {
        experiment.showExperiment();
        place.hide();
    }

    @Override
    public List<Exportable> pictures() {
        return drawn.isEmpty() ? List.of() : pane.shown().stream().map(this::picture).toList();
    }

    private Exportable picture(SweepPane.Part part) {
        String heading = part.heading().getText();
        return Exportable.of(
                heading,
                new Figure(new Figure.Part(heading, part.chart(drawn), 1), caption()),
                part.canvas().getWidth(),
                part.canvas().getHeight());
    }

    private String caption() {
        Live.Shown<SweepSettings, SweepAnswer> shown = state.live().shown();
        return shown == null ? "" : tab.lab().caption(shown.question(), shown.answer());
    }

    @Override
    public List<TableFile> tables() {
        return ShownTables.of(tab.lab().key(), tab.lab(), state, session);
    }

    @Override
    public Optional<Exportable> focusedPicture() {
        Node focused = focusedChart();
        return pictures().isEmpty()
                ? Optional.empty()
                : pane.shown().stream()
                        .filter(part -> part.canvas() == focused)
                        .findFirst()
                        .map(this::picture);
    }

    @Override
    public void pinCurrent() {
        results.pinCurrent();
    }

    @Override
    public void advise(String sentences) {
        advice.advise(sentences);
    }

    @Override
    public boolean goBack() {
        return place.close();
    }

    @Override
    public Node centre() {
        return pane;
    }

    @Override
    public Node focusedChart() {
        List<ChartCanvas> canvases = pane.shown().stream().map(SweepPane.Part::canvas).toList();
        return canvases.stream()
                .filter(ChartCanvas::isFocused)
                .findFirst()
                .orElse(canvases.getFirst());
    }

    @Override
    public Node results() {
        return results;
    }
}
