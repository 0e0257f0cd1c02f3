package dev.weightscope.ui;

import dev.weightscope.chart.Figure;
import dev.weightscope.chart.FigureSize;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Series;
import dev.weightscope.lab.Lab;
import dev.weightscope.lab.Question;
import dev.weightscope.lab.View;
import dev.weightscope.option.SettingsText;
import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.controls.Segments;
import dev.weightscope.ui.controls.Sentences;
import dev.weightscope.ui.controls.Strip;
import dev.weightscope.ui.file.Exportable;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Live;
import dev.weightscope.ui.state.Progress;
import dev.weightscope.ui.state.Session;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The charts of a lab without a panel of its own: one of its views of the live answer and the
/// pins', and the live answer's table below.
final class LabPane<S, A> extends VBox {
    private static final double TABLE_HEIGHT = 190;
    private static final int PICTURE_HEIGHT = 640;

    private final Lab<S, A> lab;
    private final LabState<S, A> state;
    private final Session session;
    private final ChartCanvas canvas = new ChartCanvas();
    private final Label table = new Label();
    private final Strip refusal = new Strip(Strip.Tone.COMPLAINT);
    private final ObjectProperty<View<A>> view;

    LabPane(LabTab<S, A> tab, Session session, ObservableValue<Palette> palette) {
        this.lab = tab.lab();
        this.state = tab.state();
        this.session = session;
        view = new SimpleObjectProperty<>(lab.views().getFirst());
        canvas.setId("lab-chart");
        canvas.paletteProperty().bind(palette);
        setVgrow(canvas, Priority.ALWAYS);
        table.setId("lab-table");
        table.getStyleClass().add("lab-table");
        ScrollPane scrolled = new ScrollPane(table);
        scrolled.setMinHeight(0);
        scrolled.setPrefHeight(TABLE_HEIGHT);
        getStyleClass().addAll("centre", "chart-panel");
        getChildren().addAll(refusal, views(), canvas, scrolled);
        state.liveProperty().subscribe(this::show);
        state.outcomesProperty().subscribe(this::draw);
        session.stateProperty().subscribe(this::draw);
        view.subscribe(this::draw);
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

    /// The view that is shown.
    Optional<Exportable> picture() {
        return state.live().answer().map(_ -> picture(view.get()));
    }

    private Exportable picture(View<A> shown) {
        return new Exportable(
                shown.label(),
                new Figure(new Figure.Part(shown.label(), shown.chart(series()), 1), caption()),
                FigureSize.ofHeight(PICTURE_HEIGHT));
    }

    /// The experiment that is shown and the lab's settings, which decide the answer as much.
    private String caption() {
        Live.Shown<S, A> shown = state.live().shown();
        Question<S> question = shown == null ? state.live().question() : shown.question();
        String settings =
                new SettingsText<>(lab.told(question.settings())).formatAll(question.settings());
        return question.experiment().caption() + (settings.isEmpty() ? "" : " · " + settings);
    }

    private Node views() {
        if (lab.views().size() == 1) {
            Label title = new Label(lab.views().getFirst().label());
            title.getStyleClass().add("panel-title");
            return title;
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
        canvas.staleProperty().set(!(live.progress() instanceof Progress.Answered));
        table.setText(live.answer().map(lab::text).orElse(""));
        draw();
    }

    private void draw() {
        List<Series<A>> series = series();
        canvas.chartProperty().set(series.isEmpty() ? null : view.get().chart(series));
    }

    private List<Series<A>> series() {
        return AnswerSeries.of(state, session).liveFirst();
    }
}
