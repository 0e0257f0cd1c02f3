package dev.weightscope.ui;

import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.histogram.Axis;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Snapshot;
import dev.weightscope.ui.chart.ChartCanvas;
import dev.weightscope.ui.chart.ComparePanel;
import dev.weightscope.ui.chart.DepthPanel;
import dev.weightscope.ui.chart.HistogramPanel;
import dev.weightscope.ui.controls.Sentences;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.controls.Strip;
import dev.weightscope.ui.state.Pin;
import dev.weightscope.ui.state.Progress;
import dev.weightscope.ui.state.Workbench;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What happens: histograms above, the spread by depth below, or all settings side by side; and
/// over them what there is to say.
final class CentrePane extends VBox {
    private static final double HISTOGRAM_SHARE = 57;

    private final Workbench workbench;
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
            Workbench workbench,
            ObservableValue<Palette> palette,
            ObservableValue<Boolean> comparing,
            IntConsumer onLayer) {
        this.workbench = workbench;
        getStyleClass().add("centre");
        GridPane both = both();
        VBox.setVgrow(both, Priority.ALWAYS);
        VBox.setVgrow(compare, Priority.ALWAYS);
        getChildren().addAll(advice, refusal, both, compare);
        histograms.setOnLayer(onLayer);
        depth.setOnLayer(onLayer);
        histograms.paletteProperty().bind(palette);
        depth.paletteProperty().bind(palette);
        compare.paletteProperty().bind(palette);
        histograms.staleProperty().bind(stale);
        depth.staleProperty().bind(stale);
        compare.staleProperty().bind(stale);
        histograms.heldProperty().bind(workbench.inGestureProperty());
        depth.heldProperty().bind(workbench.inGestureProperty());
        comparing.subscribe(now -> {
            Shown.when(both, !now);
            Shown.when(compare, now);
        });
        workbench.progressProperty().subscribe(this::show);
        workbench.experimentProperty().subscribe(this::leaveScene);
        workbench.snapshotProperty().subscribe(_ -> showSnapshot());
        workbench.pins().addListener((ListChangeListener<Pin>) _ -> showCurves());
        workbench
                .experimentProperty()
                .map(Experiment::binning)
                .subscribe(binning -> histograms.axisProperty().set(Axis.of(binning)));
        histograms
                .axisProperty()
                .addListener((_, _, axis) ->
                        workbench.edit(e -> e.withBinning(axis.binning(e.binning()))));
    }

    /// Says what to look for in a prepared scene, until it is dismissed or the scene is left; other
    /// draws are still the same scene.
    void advise(String sentences) {
        advice.say(sentences);
        scene = workbench.experiment();
    }

    private void leaveScene(Experiment now) {
        if (scene != null && !now.withSeed(scene.seed()).equals(scene)) {
            advice.dismiss();
            scene = null;
        }
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

    private void show(Progress progress) {
        switch (progress) {
            case Progress.Computing _ -> {
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
    }

    private void showSnapshot() {
        histograms.snapshotProperty().set(workbench.snapshot().orElse(null));
        Shown.when(first, workbench.snapshot().isEmpty());
        showCurves();
    }

    private void showCurves() {
        List<Series<Snapshot>> pinned =
                workbench.pins().stream()
                        .filter(Pin::isShown)
                        .flatMap(pin ->
                                pin.answer().stream()
                                        .map(answer ->
                                                new Series<>(
                                                        pin.name(),
                                                        pin.colourIndex(),
                                                        Series.Role.PINNED,
                                                        answer)))
                        .toList();
        List<Series<Snapshot>> live =
                workbench.snapshot().stream()
                        .map(answer ->
                                new Series<>(
                                        answer.experiment().label(), 0, Series.Role.LIVE, answer))
                        .toList();
        // The live curve lies in front of the others, and its row above theirs.
        depth.answersProperty().set(Stream.concat(pinned.stream(), live.stream()).toList());
        compare.answersProperty().set(Stream.concat(live.stream(), pinned.stream()).toList());
    }
}
