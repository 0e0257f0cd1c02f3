package dev.weightscope.ui;

import dev.weightscope.chart.Figure;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Series;
import dev.weightscope.export.TableFile;
import dev.weightscope.lab.Lab;
import dev.weightscope.lab.View;
import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.controls.PanelParts;
import dev.weightscope.ui.controls.Segments;
import dev.weightscope.ui.controls.Sentences;
import dev.weightscope.ui.controls.Strip;
import dev.weightscope.ui.file.Exportable;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Live;
import dev.weightscope.ui.state.Progress;
import dev.weightscope.ui.state.Session;
import dev.weightscope.ui.state.Workspace;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The charts of a lab without a panel of its own: one of its views of the live answer and the
/// pins', and the live answer's table below.
final class LabPane<S, A> extends VBox {
    private static final double TABLE_HEIGHT = 190;

    private final Lab<S, A> lab;
    private final LabState<S, A> state;
    private final Session session;
    private final ChartCanvas canvas = new ChartCanvas();
    private final Label table = new Label();
    private final SceneStrip advice;
    private final Strip refusal = new Strip(Strip.Tone.COMPLAINT);
    private final ObjectProperty<View<A>> view;
    private List<Series<A>> drawn = List.of();

    LabPane(LabTab<S, A> tab, Workspace workspace, ObservableValue<Palette> palette) {
        this.lab = tab.lab();
        this.state = tab.state();
        this.session = workspace.session();
        advice = new SceneStrip(session);
        view = new SimpleObjectProperty<>(lab.views().getFirst());
        workspace.view().keep(lab.key() + "-view", view, View::key, this::choose);
        canvas.setId("lab-chart");
        canvas.paletteProperty().bind(palette);
        // Over the chart: a sentence that comes or goes must not move it.
        StackPane chart = new StackPane(canvas, refusal);
        refusal.setMaxHeight(USE_PREF_SIZE);
        StackPane.setAlignment(refusal, Pos.TOP_CENTER);
        chart.setMinHeight(0);
        setVgrow(chart, Priority.ALWAYS);
        table.setId("lab-table");
        table.getStyleClass().add("lab-table");
        ScrollPane scrolled = new ScrollPane(table);
        scrolled.setMinHeight(0);
        scrolled.setPrefHeight(TABLE_HEIGHT);
        getStyleClass().addAll("centre", "chart-panel");
        getChildren().addAll(views(), chart, advice, scrolled);
        state.liveProperty().subscribe(this::show);
        state.liveProperty()
                .map(Live::answer)
                .subscribe(answer -> table.setText(answer.map(lab::text).orElse("")));
        state.outcomesProperty().subscribe(this::follow);
        session.stateProperty().subscribe(this::follow);
        view.subscribe(this::draw);
    }

    private void choose(String key) {
        lab.views().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .ifPresent(view::set);
    }

    /// As [SceneStrip#advise].
    void advise(String sentences) {
        advice.advise(sentences);
    }

    Node canvas() {
        return canvas;
    }

    /// Every view as a picture, the one that is shown first; empty before the first answer.
    List<Exportable> pictures() {
        return state.live().answer().isEmpty()
                ? List.of()
                : lab.views().stream()
                        .sorted(Comparator.comparing(each -> !each.equals(view.get())))
                        .map(this::picture)
                        .toList();
    }

    /// As [ShownTables].
    List<TableFile> tables() {
        return ShownTables.of(lab.key(), lab, state, session);
    }

    /// The view that is shown.
    Optional<Exportable> picture() {
        return state.live().answer().map(_ -> picture(view.get()));
    }

    private Exportable picture(View<A> shown) {
        return Exportable.of(
                shown.label(),
                new Figure(new Figure.Part(shown.label(), shown.chart(drawn), 1), caption()),
                canvas.getWidth(),
                canvas.getHeight());
    }

    /// Of what is shown.
    private String caption() {
        Live.Shown<S, A> shown = state.live().shown();
        return shown == null ? "" : lab.caption(shown.question(), shown.answer());
    }

    private Node views() {
        if (lab.views().size() == 1) {
            return PanelParts.title(lab.views().getFirst().label());
        }
        return Segments.of(
                lab.views(),
                view,
                each -> new Segments.Name("view-" + each.key(), each.label(), each.label()));
    }

    private void show(Live<S, A> live) {
        refusal.say(
                live.progress() instanceof Progress.Refused(String sentence)
                        ? Sentences.finished(sentence)
                        : "");
        canvas.staleProperty().set(!live.progress().isOfThisQuestion());
        follow();
    }

    /// Draws what has changed: most steps of a drag bring no answer.
    private void follow() {
        List<Series<A>> now = AnswerSeries.of(state, session).liveFirst();
        if (!now.equals(drawn)) {
            drawn = now;
            draw();
        }
    }

    private void draw() {
        canvas.chartProperty().set(drawn.isEmpty() ? null : view.get().chart(drawn));
    }
}
