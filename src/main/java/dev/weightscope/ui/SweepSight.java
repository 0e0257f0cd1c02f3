package dev.weightscope.ui;

import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Series;
import dev.weightscope.model.Amounts;
import dev.weightscope.session.Pin;
import dev.weightscope.sweep.SweepAnswer;
import dev.weightscope.sweep.SweepLab;
import dev.weightscope.sweep.SweepSettings;
import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.chart.ChartPart;
import dev.weightscope.ui.experiment.ExperimentPanel;
import dev.weightscope.ui.result.ResultsColumn;
import dev.weightscope.ui.result.SummaryLine;
import dev.weightscope.ui.state.Outcome;
import dev.weightscope.ui.state.Progress;
import dev.weightscope.ui.state.Workspace;
import dev.weightscope.ui.sweep.SweepPane;
import dev.weightscope.ui.sweep.SweepResults;
import dev.weightscope.ui.sweep.SweepSections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/// The sweep lab's charts, results and settings.
final class SweepSight extends ChartsSight<SweepSettings, SweepAnswer> {
    private final List<Node> sections;
    private final SweepPane pane;
    private final SweepResults results;
    private final SummaryLine line = new SummaryLine("open-sweep-results");
    private final ObjectProperty<Optional<Doing>> doing =
            new SimpleObjectProperty<>(Optional.empty());
    private List<Series<SweepAnswer>> drawn = List.of();
    private boolean isStale;
    private @Nullable ExperimentPanel marked;

    /// @param window whose centre and right side it takes
    /// @param experiment shown with every lab; gets this one's settings above the others
    SweepSight(
            LabTab<SweepSettings, SweepAnswer> tab,
            Workspace workspace,
            ObservableValue<Palette> palette,
            BorderPane window,
            ExperimentPanel experiment,
            double resultsWidth) {
        super(tab, workspace, window, experiment);
        SweepLab lab = new SweepLab();
        sections = new SweepSections(lab, state).sections();
        pane = new SweepPane(lab, palette, state::resume);
        results = new SweepResults(lab, state, session, palette);
        results.holdWidth(resultsWidth);
        state.liveProperty()
                .map(live -> live.question().settings().swept())
                .subscribe(_ -> followSwept());
        state.liveProperty().subscribe(this::follow);
        state.outcomesProperty().subscribe(this::follow);
        session.stateProperty().subscribe(this::follow);
        state.stepProperty().subscribe(this::followPins);
    }

    /// Draws what has changed.
    private void follow() {
        sayRefusal();
        followPins();
        pane.offer(isCancelled(), howFar());
        boolean hasBegun = state.live().answer().filter(SweepAnswer::hasCurve).isPresent();
        // Answers to other settings have other axes; what has not begun leaves the old picture.
        List<Series<SweepAnswer>> now =
                hasBegun || drawn.isEmpty()
                        ? AnswerSeries.of(state, session).liveFirst().stream()
                                .filter(each -> each.values().hasCurve())
                                .filter(each -> each.values().settings().equals(shownSettings()))
                                .toList()
                        : drawn;
        boolean nowStale = !state.live().progress().isOfThisQuestion() || !hasBegun;
        if (!now.equals(drawn) || nowStale != isStale) {
            drawn = now;
            isStale = nowStale;
            pane.show(now, nowStale);
            results.show(now, nowStale);
            String sentence = results.line();
            if (sentence.isEmpty()) {
                line.clear();
            } else {
                line.show("Sweep", "note", sentence);
            }
        }
        sayFirst(!drawn.isEmpty());
    }

    /// Marks what is swept while the lab is in sight: others sweep nothing.
    private void followSwept() {
        if (marked != null) {
            marked.showSwept(state.settings().swept());
        }
    }

    /// Once the live sweep is done, those of pins that are left.
    private void followPins() {
        boolean isLiveUnderWay = state.live().progress().isUnderWay();
        long left =
                session.pins().kept().stream()
                        .filter(pin -> state.outcome(pin) instanceof Outcome.Waiting)
                        .count();
        doing.set(
                state.stepProperty()
                        .get()
                        .filter(_ -> left > 0 && !isLiveUnderWay)
                        .map(step ->
                                new Doing(
                                        "%s; %s …"
                                                .formatted(
                                                        Amounts.counted(left, "pin") + " left",
                                                        step.label()),
                                        true,
                                        Optional.of(step))));
    }

    @Override
    public ObservableValue<Optional<Doing>> doingProperty() {
        return doing;
    }

    private boolean isCancelled() {
        return state.live().progress() instanceof Progress.Cancelled
                || session.pins().kept().stream()
                        .anyMatch(pin -> state.outcome(pin) instanceof Outcome.Cancelled);
    }

    /// How many of all settings' runs there are; empty where none of these is begun.
    private String howFar() {
        if (!state.live().isShownCurrent()) {
            return "";
        }
        List<SweepAnswer> parts =
                AnswerSeries.of(state, session).liveFirst().stream()
                        .map(Series::values)
                        .filter(each -> each.settings().equals(shownSettings()))
                        .toList();
        long asked =
                session.pins().kept().stream()
                        .filter(Pin::isShown)
                        .filter(pin -> state.outcome(pin).refusal().isEmpty())
                        .count();
        return parts.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "cancelled at %,d of %,d runs",
                        parts.stream().mapToLong(SweepAnswer::done).sum(),
                        (1 + asked) * parts.getFirst().asked());
    }

    /// Those that the live answer is of.
    private SweepSettings shownSettings() {
        return state.live().answer().map(SweepAnswer::settings).orElse(state.settings());
    }

    @Override
    List<ChartPart> parts() {
        return drawn.isEmpty() ? List.of() : pane.parts(drawn);
    }

    @Override
    List<ChartCanvas> canvases() {
        return pane.canvases();
    }

    @Override
    void showSections(ExperimentPanel experiment) {
        experiment.showAlong(sections);
        marked = experiment;
        followSwept();
    }

    @Override
    public void hide() {
        marked = null;
        super.hide();
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
