package dev.weightscope.ui;

import dev.weightscope.chart.Figure;
import dev.weightscope.chart.Series;
import dev.weightscope.export.TableFile;
import dev.weightscope.lab.Lab;
import dev.weightscope.lab.View;
import dev.weightscope.model.Keyed;
import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.chart.ChartPart;
import dev.weightscope.ui.controls.Sentences;
import dev.weightscope.ui.controls.Strip;
import dev.weightscope.ui.experiment.ExperimentPanel;
import dev.weightscope.ui.file.Exportable;
import dev.weightscope.ui.file.Redraw;
import dev.weightscope.ui.result.ResultsColumn;
import dev.weightscope.ui.result.SummaryLine;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Live;
import dev.weightscope.ui.state.Progress;
import dev.weightscope.ui.state.Session;
import dev.weightscope.ui.state.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// What the sights of labs with panels of their own have in common: charts with a sentence over
/// them where a question is refused, results and settings beside them, and charts and results as
/// pictures and tables.
///
/// @param <S> the lab's settings
/// @param <A> what it answers
abstract class ChartsSight<S, A> implements LabSight {
    /// From the top of the charts' pane: the height of its first row.
    private static final double BELOW_HEADER = 32;

    final LabTab<S, A> tab;
    final LabState<S, A> state;
    final Session session;
    final BorderPane window;
    private final ExperimentPanel experiment;
    private final SceneStrip advice;
    private final Strip refusal = new Strip(Strip.Tone.COMPLAINT);
    private final FirstAnswer first = new FirstAnswer();
    private @Nullable ResultsPlace place;

    /// @param window whose centre and right side it takes
    /// @param experiment shown with every lab
    ChartsSight(
            LabTab<S, A> tab, Workspace workspace, BorderPane window, ExperimentPanel experiment) {
        this.tab = tab;
        this.state = tab.state();
        this.session = workspace.session();
        this.window = window;
        this.experiment = experiment;
        advice = new SceneStrip(session);
    }

    /// Where the results stand; made when it is first seen, since only then all parts are there.
    private ResultsPlace place() {
        if (place == null) {
            // Over the charts: a sentence that comes or goes must not move them, nor hide the
            // controls of their header.
            refusal.setMaxHeight(Region.USE_PREF_SIZE);
            StackPane.setAlignment(refusal, Pos.TOP_CENTER);
            StackPane.setMargin(refusal, new Insets(BELOW_HEADER, 0, 0, 0));
            StackPane charts = new StackPane(centre(), first, refusal);
            charts.setMinSize(0, 0);
            ResultsPlace made =
                    new ResultsPlace(
                            window, charts, results(), line(), line().openProperty(), advice);
            results()
                    .refusalProperty()
                    .subscribe(sentence -> {
                        if (!sentence.isEmpty()) {
                            made.open();
                        }
                    });
            place = made;
        }
        return place;
    }

    @Override
    public abstract ResultsColumn results();

    /// What stands for the results in a narrow window.
    abstract SummaryLine line();

    /// Has the lab's own settings shown with those of the experiment.
    abstract void showSections(ExperimentPanel experiment);

    /// The charts that are shown, from above; empty before the first answer.
    abstract List<ChartPart> parts();

    /// All that charts can be shown on.
    abstract List<ChartCanvas> canvases();

    /// Says over the charts why there is no answer; nothing where there is one.
    final void sayRefusal() {
        say(
                state.live().progress() instanceof Progress.Refused(String sentence)
                        ? Sentences.finished(sentence)
                        : "");
    }

    /// Says in the place of the charts why there are none; to be called whenever they were drawn,
    /// by a lab whose charts are empty before its first answer.
    ///
    /// @param isDrawn whether there are any
    final void sayFirst(boolean isDrawn) {
        first.show(isDrawn, state.live().progress());
    }

    /// Says a sentence over the charts.
    ///
    /// @param sentence empty for none
    final void say(String sentence) {
        refusal.say(sentence);
    }

    @Override
    public void show() {
        showSections(experiment);
        place().show();
    }

    @Override
    public void hide() {
        experiment.showExperiment();
        place().hide();
    }

    @Override
    public final void pinCurrent() {
        results().pinCurrent();
    }

    @Override
    public final List<Exportable> pictures() {
        return parts().stream().map(this::picture).toList();
    }

    private Exportable picture(ChartPart part) {
        return Exportable.of(
                        part.heading(),
                        new Figure(new Figure.Part(part.heading(), part.chart(), 1), caption()),
                        part.canvas().getWidth(),
                        part.canvas().getHeight())
                .redrawnBy(redraw(part));
    }

    /// The lab's view of other answers, with the pins as they are; empty where it has none.
    private Optional<Redraw<?, ?>> redraw(ChartPart part) {
        Live.Shown<S, A> shown = state.live().shown();
        if (shown == null || part.view().isEmpty()) {
            return Optional.empty();
        }
        String key = part.view().get();
        Lab<S, A> lab = tab.lab();
        List<Series<A>> pinned = AnswerSeries.of(state, session).pinned();
        return Optional.of(
                new Redraw<>(
                        lab,
                        shown.question().settings(),
                        (frame, answer) -> {
                            View<A> view = Keyed.find("view", frame.views(lab, answer), key);
                            List<Series<A>> series = new ArrayList<>();
                            series.add(
                                    new Series<>(
                                            frame.question().experiment().label(),
                                            0,
                                            Series.Role.LIVE,
                                            answer));
                            series.addAll(pinned);
                            return new Figure(
                                    new Figure.Part(view.label(), view.chart(series), 1),
                                    lab.caption(frame.question(), answer));
                        }));
    }

    /// Of what is shown.
    private String caption() {
        Live.Shown<S, A> shown = state.live().shown();
        return shown == null ? "" : tab.lab().caption(shown.question(), shown.answer());
    }

    @Override
    public final List<TableFile> tables() {
        return ShownTables.of(tab.lab().key(), tab.lab(), state, session);
    }

    @Override
    public final Optional<Exportable> focusedPicture() {
        Node focused = focusedChart();
        return parts().stream()
                .filter(part -> part.canvas() == focused)
                .findFirst()
                .map(this::picture);
    }

    @Override
    public final void advise(String sentences) {
        advice.advise(sentences);
    }

    @Override
    public boolean goBack() {
        return place().close();
    }

    @Override
    public final Node focusedChart() {
        return canvases().stream()
                .filter(ChartCanvas::isFocused)
                .findFirst()
                .orElse(canvases().getFirst());
    }
}
