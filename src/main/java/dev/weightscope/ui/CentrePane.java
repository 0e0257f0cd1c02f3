package dev.weightscope.ui;

import dev.weightscope.chart.Palette;
import dev.weightscope.chart.histogram.Axis;
import dev.weightscope.chart.histogram.HistogramLayout;
import dev.weightscope.chart.histogram.Scale;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.Spread;
import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.chart.ComparePanel;
import dev.weightscope.ui.chart.DepthPanel;
import dev.weightscope.ui.chart.HistogramPanel;
import dev.weightscope.ui.controls.Sentences;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.controls.Strip;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Live;
import dev.weightscope.ui.state.Progress;
import dev.weightscope.ui.state.Session;
import dev.weightscope.ui.state.ViewState;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What happens: histograms above, the spread by depth below, or all settings side by side; and
/// over them what there is to say.
final class CentrePane extends StackPane {
    private static final double HISTOGRAM_SHARE = 57;

    private final Session session;
    private final LabState<?, Snapshot> lab;
    private final HistogramPanel histograms = new HistogramPanel();
    private final DepthPanel depth = new DepthPanel();
    private final ComparePanel compare = new ComparePanel();
    private final Strip advice = new Strip(Strip.Tone.INFORMATION);
    private final Strip refusal = new Strip(Strip.Tone.COMPLAINT);
    private final BooleanProperty stale = new SimpleBooleanProperty();
    private @Nullable Experiment scene;
    private final Label first = new Label("Computing the first answer…");

    /// @param onLayer what to do with a layer that is asked for
    CentrePane(
            Session session,
            LabState<?, Snapshot> lab,
            ObservableValue<Palette> palette,
            ObservableValue<Boolean> comparing,
            IntConsumer onLayer) {
        this.session = session;
        this.lab = lab;
        advice.setId("advice");
        VBox charts = new VBox();
        GridPane both = both();
        VBox.setVgrow(both, Priority.ALWAYS);
        VBox.setVgrow(compare, Priority.ALWAYS);
        charts.getChildren().addAll(both, compare);
        // Over the charts: a sentence that comes or goes must not move them.
        refusal.setMaxHeight(USE_PREF_SIZE);
        setAlignment(refusal, Pos.TOP_CENTER);
        getChildren().addAll(charts, refusal);
        histograms.setOnLayer(onLayer);
        depth.setOnLayer(onLayer);
        histograms.paletteProperty().bind(palette);
        depth.paletteProperty().bind(palette);
        compare.paletteProperty().bind(palette);
        histograms.staleProperty().bind(stale);
        depth.staleProperty().bind(stale);
        compare.staleProperty().bind(stale);
        histograms.heldProperty().bind(session.inGestureProperty());
        depth.heldProperty().bind(session.inGestureProperty());
        comparing.subscribe(now -> {
            Shown.when(both, !now);
            Shown.when(compare, now);
        });
        lab.liveProperty().subscribe(this::show);
        lab.outcomesProperty().subscribe(this::showCurves);
        session.stateProperty().subscribe(this::showCurves);
        session.experimentProperty().subscribe(this::leaveScene);
        session.experimentProperty()
                .map(Experiment::binning)
                .subscribe(binning -> histograms.axisProperty().set(Axis.of(binning)));
        histograms
                .axisProperty()
                .addListener((_, _, axis) ->
                        session.edit(e -> e.withBinning(axis.binning(e.binning()))));
    }

    /// Has what is chosen above the charts kept.
    void keep(ViewState view) {
        view.keep("layout", histograms.layoutProperty(), HistogramLayout.class);
        view.keep("quantity", histograms.quantityProperty(), Quantity.class);
        view.keep("counts", histograms.countsProperty(), Scale.class);
        view.keep("spread", depth.spreadProperty(), Spread.class);
        view.keep("fit-depth", depth.fitsLiveProperty());
        view.keep("compare-quantity", compare.quantityProperty(), Quantity.class);
        view.keep("compare-counts", compare.countsProperty(), Scale.class);
        view.keep("compare-axis", compare.axisProperty(), Axis.class);
    }

    /// Says what to look for in a prepared scene, until it is dismissed or the scene is left; other
    /// draws are still the same scene.
    void advise(String sentences) {
        advice.say(sentences);
        scene = session.experiment();
    }

    private void leaveScene(Experiment now) {
        if (scene != null && !now.withSeed(scene.seed()).equals(scene)) {
            advice.dismiss();
            scene = null;
        }
    }

    /// Where [#advise] speaks, to be placed.
    Strip advice() {
        return advice;
    }

    /// The chart with the focus, or else the first that is visible.
    ChartCanvas focusedChart() {
        List<ChartCanvas> visible =
                compare.isVisible()
                        ? List.of(compare.canvas())
                        : List.of(histograms.canvas(), depth.canvas());
        return visible.stream()
                .filter(ChartCanvas::isFocused)
                .findFirst()
                .orElse(visible.getFirst());
    }

    /// The charts as they are now, to keep.
    ShownPictures pictures() {
        return new ShownPictures(histograms, depth, compare);
    }

    private GridPane both() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("charts");
        RowConstraints upper = new RowConstraints();
        upper.setPercentHeight(HISTOGRAM_SHARE);
        RowConstraints lower = new RowConstraints();
        lower.setPercentHeight(100 - HISTOGRAM_SHARE);
        grid.getRowConstraints().addAll(upper, lower);
        grid.add(histograms, 0, 0);
        grid.add(depth, 0, 1);
        first.getStyleClass().add("first-answer");
        GridPane.setHalignment(first, HPos.CENTER);
        grid.add(first, 0, 0);
        GridPane.setHgrow(histograms, Priority.ALWAYS);
        GridPane.setHgrow(depth, Priority.ALWAYS);
        return grid;
    }

    private void show(Live<?, Snapshot> live) {
        switch (live.progress()) {
            case Progress.Computing _, Progress.Cancelled _ -> {
                refusal.dismiss();
                stale.set(true);
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
        histograms.snapshotProperty().set(live.answer().orElse(null));
        Shown.when(first, live.answer().isEmpty() && live.progress().isUnderWay());
        showCurves();
    }

    private void showCurves() {
        AnswerSeries<Snapshot> answers = AnswerSeries.of(lab, session);
        depth.answersProperty().set(answers.liveLast());
        compare.answersProperty().set(answers.liveFirst());
    }
}
