package dev.weightscope.ui;

import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Series;
import dev.weightscope.lab.Lab;
import dev.weightscope.lab.View;
import dev.weightscope.session.Pin;
import dev.weightscope.session.PinNames;
import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.controls.Segments;
import dev.weightscope.ui.controls.Sentences;
import dev.weightscope.ui.controls.Strip;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Live;
import dev.weightscope.ui.state.Progress;
import dev.weightscope.ui.state.Session;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What a lab without a panel of its own shows: one of its views of the live answer and the pins',
/// and the live answer's table below.
final class LabPane<S, A> extends VBox {
    private static final double TABLE_HEIGHT = 190;

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
        PinNames names = session.names();
        List<Series<A>> series = new ArrayList<>();
        Live.Shown<S, A> shown = state.live().shown();
        if (shown == null) {
            canvas.chartProperty().set(null);
            return;
        }
        series.add(
                new Series<>(
                        names.ofLive(shown.question().experiment()),
                        0,
                        Series.Role.LIVE,
                        shown.answer()));
        for (Pin pin : session.pins().kept()) {
            if (pin.isShown()) {
                state.outcome(pin)
                        .answered()
                        .ifPresent(answer ->
                                series.add(
                                        new Series<>(
                                                names.of(pin),
                                                pin.colour(),
                                                Series.Role.PINNED,
                                                answer)));
            }
        }
        canvas.chartProperty().set(view.get().chart(series));
    }
}
