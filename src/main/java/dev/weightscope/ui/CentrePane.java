package dev.weightscope.ui;

import dev.weightscope.chart.Palette;
import dev.weightscope.chart.histogram.Axis;
import dev.weightscope.chart.histogram.Scale;
import dev.weightscope.model.Binning;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Quantity;
import dev.weightscope.session.Pins;
import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.signal.SignalSettings;
import dev.weightscope.theory.TheoryAnswer;
import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.chart.ComparePanel;
import dev.weightscope.ui.chart.SignalCharts;
import dev.weightscope.ui.chart.SignalControls;
import dev.weightscope.ui.chart.Ways;
import dev.weightscope.ui.controls.Sentences;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.controls.Strip;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Live;
import dev.weightscope.ui.state.Outcome;
import dev.weightscope.ui.state.Progress;
import dev.weightscope.ui.state.Session;
import dev.weightscope.ui.state.ViewState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// What happens: histograms above, curves by depth below, or all settings side by side; and over
/// them what there is to say.
final class CentrePane extends StackPane {
    private static final UnaryOperator<Binning> OWN_BINS = Axis.OWN::binning;

    /// Of the height, to where there are histograms and no controls, with gradients and without.
    private static final double ABOVE_MIDDLE = -0.29;

    private final Session session;
    private final LabState<SignalSettings, SignalAnswer> lab;
    private final ReadOnlyObjectWrapper<Optional<String>> objection =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Ways> back = new SimpleObjectProperty<>(Ways.BOTH);
    private final SignalCharts charts;
    private final ComparePanel compare = new ComparePanel();
    private final SceneStrip advice;
    private final Strip refusal = new Strip(Strip.Tone.COMPLAINT);
    private final BooleanProperty stale = new SimpleBooleanProperty();
    private @Nullable Drawn drawn;
    private final FirstAnswer first = new FirstAnswer();

    /// What curves follow from.
    private record Drawn(
            Live.@Nullable Shown<SignalSettings, SignalAnswer> shown,
            Pins pins,
            Map<Experiment, Outcome<SignalAnswer>> outcomes) {}

    /// @param onLayer what to do with a layer that is asked for
    CentrePane(
            Session session,
            LabState<SignalSettings, SignalAnswer> lab,
            ObservableValue<Palette> palette,
            ObservableValue<Boolean> comparing,
            IntConsumer onLayer) {
        this.session = session;
        this.lab = lab;
        advice = new SceneStrip(session);
        advice.setId("advice");
        ObservableValue<SignalSettings> settings =
                lab.liveProperty().map(live -> live.question().settings());
        SignalControls controls = new SignalControls(settings, lab::edit);
        charts = new SignalCharts(controls.theory(objection), controls.draws());
        controls.spreadProperty().bind(charts.depth().spreadProperty());
        first.translateYProperty().bind(heightProperty().multiply(ABOVE_MIDDLE));
        // Over the charts: a sentence that comes or goes must not move them.
        refusal.setMaxHeight(USE_PREF_SIZE);
        setAlignment(refusal, Pos.TOP_CENTER);
        getChildren().addAll(charts, compare, first, refusal);
        charts.setOnLayer(onLayer);
        charts.follow(palette, stale, session.inGestureProperty());
        compare.paletteProperty().bind(palette);
        compare.staleProperty().bind(stale);
        comparing.subscribe(now -> {
            Shown.when(charts, !now);
            Shown.when(compare, now);
            count(now);
        });
        compare.axisProperty().addListener((_, _, _) -> count(comparing.getValue()));
        settings.subscribe(this::showWays);
        back.subscribe(this::showWays);
        showWays();
        charts.waysProperty().addListener((_, _, picked) -> pick(picked));
        lab.liveProperty().subscribe(this::show);
        lab.outcomesProperty().subscribe(this::showCurves);
        session.stateProperty().subscribe(this::showCurves);
        session.experimentProperty()
                .map(Experiment::binning)
                .subscribe(binning -> charts.look().axisProperty().set(Axis.of(binning)));
        charts.look()
                .axisProperty()
                .addListener((_, _, axis) ->
                        session.edit(e -> e.withBinning(axis.binning(e.binning()))));
    }

    /// Each histogram from its smallest to its largest value needs bins between these, which no
    /// setting needs to have.
    private void count(boolean comparing) {
        lab.countIn(
                comparing && compare.axisProperty().get() == Axis.OWN
                        ? OWN_BINS
                        : UnaryOperator.identity());
    }

    /// Has what is chosen above the charts kept.
    void keep(ViewState view) {
        view.keep("ways", back, Ways.class);
        charts.keep(view);
        view.keep("compare-quantity", compare.quantityProperty(), Quantity.class);
        view.keep("compare-counts", compare.countsProperty(), Scale.class);
        view.keep("compare-axis", compare.axisProperty(), Axis.class);
    }

    /// As [SceneStrip#advise].
    void advise(String sentences) {
        advice.advise(sentences);
    }

    /// Where [#advise] speaks, to be placed.
    Strip advice() {
        return advice;
    }

    /// The chart with the focus, or else the first that is visible.
    ChartCanvas focusedChart() {
        List<ChartCanvas> visible =
                compare.isVisible() ? List.of(compare.canvas()) : charts.canvases();
        return visible.stream()
                .filter(ChartCanvas::isFocused)
                .findFirst()
                .orElse(visible.getFirst());
    }

    /// The charts as they are now, to keep.
    ShownPictures pictures() {
        return new ShownPictures(charts, compare);
    }

    /// What is shown follows from a setting and a view: whether gradients are computed can be
    /// undone, and which of the two ways with them is looked at cannot.
    private Ways ways() {
        boolean hasBack = back.get().needGradients();
        return lab.settings().backward() ? (hasBack ? back.get() : Ways.BOTH) : Ways.FORWARD;
    }

    private void showWays() {
        charts.waysProperty().set(ways());
    }

    private void pick(Ways picked) {
        if (picked == ways()) {
            return;
        }
        if (picked.needGradients()) {
            back.set(picked);
        }
        lab.edit(now -> now.withBackward(picked.needGradients()));
    }

    private void show(Live<SignalSettings, SignalAnswer> live) {
        switch (live.progress()) {
            case Progress.Computing _ -> {
                refusal.dismiss();
                stale.set(true);
            }
            case Progress.Cancelled _ -> {
                refusal.dismiss();
                stale.set(!live.isShownCurrent());
            }
            case Progress.Refining _, Progress.Answered _ -> {
                refusal.dismiss();
                stale.set(false);
            }
            case Progress.Refused(String sentence) -> {
                refusal.say(Sentences.finished(sentence));
                stale.set(true);
            }
        }
        charts.show(live.answer().map(SignalAnswer::snapshot).orElse(null));
        objection.set(live.answer().flatMap(SignalAnswer::theory).flatMap(CentrePane::objection));
        first.show(live.answer().isPresent(), live.progress());
        showCurves();
    }

    private void showCurves() {
        Drawn next = new Drawn(lab.live().shown(), session.pins(), lab.outcomesProperty().get());
        if (next.equals(drawn)) {
            return; // a slider has moved, and its answer is on its way
        }
        drawn = next;
        AnswerSeries<SignalAnswer> answers = AnswerSeries.of(lab, session);
        charts.show(answers.liveLast());
        compare.answersProperty().set(answers.liveFirst());
    }

    private static Optional<String> objection(TheoryAnswer theory) {
        return switch (theory) {
            case TheoryAnswer.None(String reason) -> Optional.of(reason);
            case TheoryAnswer.Known _ -> Optional.empty();
        };
    }
}
