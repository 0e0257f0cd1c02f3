package dev.weightscope.ui;

import dev.weightscope.chart.Figure;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Series;
import dev.weightscope.export.TableFile;
import dev.weightscope.spectrum.SpectrumAnswer;
import dev.weightscope.spectrum.SpectrumSettings;
import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.controls.FoldedSection;
import dev.weightscope.ui.controls.OptionRow;
import dev.weightscope.ui.controls.Sentences;
import dev.weightscope.ui.controls.Strip;
import dev.weightscope.ui.experiment.ExperimentPanel;
import dev.weightscope.ui.file.Exportable;
import dev.weightscope.ui.result.SummaryLine;
import dev.weightscope.ui.spectrum.SpectrumPane;
import dev.weightscope.ui.spectrum.SpectrumResults;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Live;
import dev.weightscope.ui.state.Progress;
import dev.weightscope.ui.state.Session;
import dev.weightscope.ui.state.Workspace;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The charts and the results of singular values.
final class SpectrumSight implements LabSight {
    private final LabTab<SpectrumSettings, SpectrumAnswer> tab;
    private final LabState<SpectrumSettings, SpectrumAnswer> state;
    private final Session session;
    private final BorderPane window;
    private final ExperimentPanel experiment;
    private final FoldedSection places;
    private final SpectrumPane pane;
    private final SpectrumResults results;
    private final SceneStrip advice;
    private final Strip refusal = new Strip(Strip.Tone.COMPLAINT);
    private final ResultsPlace place;
    private List<Series<SpectrumAnswer>> drawn = List.of();

    /// @param window whose centre, left and right it takes
    /// @param experiment shown with every lab
    SpectrumSight(
            LabTab<SpectrumSettings, SpectrumAnswer> tab,
            Workspace workspace,
            ObservableValue<Palette> palette,
            BorderPane window,
            ExperimentPanel experiment,
            double resultsWidth) {
        this.tab = tab;
        this.state = tab.state();
        this.session = workspace.session();
        this.window = window;
        this.experiment = experiment;
        places = places();
        pane = new SpectrumPane(palette);
        SummaryLine line = new SummaryLine("open-spectrum-results");
        results = new SpectrumResults(session, tab.lab(), state, palette, line);
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
                .subscribe(sentence -> {
                    if (!sentence.isEmpty()) {
                        place.open();
                    }
                });
        pane.keep(workspace.view());
        state.liveProperty().subscribe(this::showLive);
        state.outcomesProperty().subscribe(this::follow);
        session.stateProperty().subscribe(this::follow);
    }

    private FoldedSection places() {
        ObservableValue<SpectrumSettings> settings =
                state.liveProperty().map(live -> live.question().settings());
        FoldedSection section =
                new FoldedSection(
                        "Jacobian at",
                        tab.lab().options().list().stream()
                                .map(option ->
                                        OptionRow.of(
                                                tab.lab().options(), option, settings, state::edit))
                                .toArray(Node[]::new));
        settings.subscribe(now ->
                section.mark(
                        now.equals(tab.lab().options().defaults())
                                ? List.of()
                                : List.of(now.text())));
        return section;
    }

    private void showLive(Live<SpectrumSettings, SpectrumAnswer> live) {
        refusal.say(
                live.progress() instanceof Progress.Refused(String sentence)
                        ? Sentences.finished(sentence)
                        : "");
        follow();
        pane.show(drawn, !live.progress().isOfThisQuestion());
    }

    /// Draws what has changed: most steps of a drag bring no answer.
    private void follow() {
        List<Series<SpectrumAnswer>> now = AnswerSeries.of(state, session).liveFirst();
        if (!now.equals(drawn)) {
            drawn = now;
            pane.show(now, !state.live().progress().isOfThisQuestion());
            results.show(now);
        }
    }

    @Override
    public void show() {
        VBox content = new VBox(places);
        content.getStyleClass().add("panel-content");
        content.setPrefWidth(0); // as wide as the experiment below
        VBox left = new VBox(content, experiment);
        VBox.setVgrow(experiment, Priority.ALWAYS);
        window.setLeft(left);
        place.show();
    }

    @Override
    public void hide() {
        window.setLeft(experiment);
        place.hide();
    }

    @Override
    public String hint() {
        return "← →: depth · P: pin · F1: help";
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("depth-on", "The next depth", "Right", () -> pane.step(1)),
                Command.of("depth-back", "The depth before", "Left", () -> pane.step(-1)));
    }

    @Override
    public List<Exportable> pictures() {
        return pane.pictures().stream().map(this::picture).toList();
    }

    private Exportable picture(SpectrumPane.Part part) {
        return Exportable.of(
                part.heading(),
                new Figure(new Figure.Part(part.heading(), part.chart(), 1), caption()),
                part.canvas().getWidth(),
                part.canvas().getHeight());
    }

    /// Of what is shown.
    private String caption() {
        Live.Shown<SpectrumSettings, SpectrumAnswer> shown = state.live().shown();
        return shown == null ? "" : tab.lab().caption(shown.question(), shown.answer());
    }

    @Override
    public List<TableFile> tables() {
        return ShownTables.of(tab.lab().key(), tab.lab(), state, session);
    }

    @Override
    public Optional<Exportable> focusedPicture() {
        Node focused = focusedChart();
        return pane.pictures().stream()
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
        return place.close() || pane.showAll();
    }

    @Override
    public Node centre() {
        return pane;
    }

    @Override
    public Node focusedChart() {
        return pane.canvases().stream()
                .filter(ChartCanvas::isFocused)
                .findFirst()
                .orElse(pane.canvases().getFirst());
    }

    @Override
    public Node results() {
        return results;
    }
}
