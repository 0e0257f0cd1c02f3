package dev.weightscope.ui.training;

import dev.weightscope.chart.Chart;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.SideBySide;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.histogram.Axis;
import dev.weightscope.chart.histogram.CompareMatrix;
import dev.weightscope.chart.histogram.CompareView;
import dev.weightscope.chart.histogram.Scale;
import dev.weightscope.chart.line.LineChart;
import dev.weightscope.chart.line.LineView;
import dev.weightscope.chart.line.Look;
import dev.weightscope.chart.race.LossChart;
import dev.weightscope.model.TensorStatistics;
import dev.weightscope.race.LayersAtStep;
import dev.weightscope.race.Race;
import dev.weightscope.race.RaceCharts;
import dev.weightscope.ui.chart.ChartCanvas;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The canvases of a race. What depends on the race alone is made once for it, and a step costs its
/// cursor and what is drawn of that step.
final class RaceCanvases {
    final ChartCanvas loss = ChartCanvas.of("race-loss");
    final ChartCanvas accuracy = ChartCanvas.of("race-accuracy");
    final ChartCanvas layers = ChartCanvas.of("race-layers");
    final ChartCanvas stds = ChartCanvas.of("race-stds");
    final ChartCanvas updates = ChartCanvas.of("race-updates");
    final ChartCanvas overSteps = ChartCanvas.of("race-over-steps");
    final ChartCanvas boundaries = ChartCanvas.of("race-boundaries");
    final ChartCanvas compared = ChartCanvas.of("race-compared");

    /// What an axis says that has no curve: nothing is known yet, or nothing will be.
    private static final String NO_RUN = "no run yet";

    private static final Range USUAL_UPDATES = new Range(-5, -1);

    private @Nullable LineView lossView;
    private @Nullable LineView accuracyView;
    private @Nullable LineView updatesView;
    private Look accuracyLook = Look.WITHOUT_NAMES;
    private Optional<Range> stdSpan = Optional.empty();
    private @Nullable RaceCharts charts;
    private List<Race.Run> onPlane = List.of();

    List<ChartCanvas> all() {
        return List.of(loss, accuracy, layers, stds, updates, overSteps, boundaries, compared);
    }

    /// Those over whose width steps go.
    List<ChartCanvas> bySteps() {
        return List.of(loss, accuracy, updates, overSteps);
    }

    /// Whether shares of right answers are drawn; so it is supposed where no run has begun, since
    /// most data has classes.
    boolean hasAccuracy() {
        return accuracyView == null || !accuracyView.series().isEmpty();
    }

    /// Whether the data lies in a plane, whose boundaries are drawn then.
    boolean hasPlane() {
        return !onPlane.isEmpty();
    }

    /// The colour of the run whose boundary stands in a place, from 0.
    int colourOnPlane(int place) {
        return onPlane.get(place).colour();
    }

    /// Of the charts over steps the one in sight that is above the slider, or else that of losses,
    /// unseen: the slider has its scale.
    ChartCanvas overTime() {
        if (!loss.isVisible() && accuracy.isVisible()) {
            return accuracy;
        }
        return !loss.isVisible() && updates.isVisible() ? updates : loss;
    }

    /// The run in front.
    Optional<Race.Run> run() {
        return Optional.ofNullable(charts).flatMap(now -> now.race().find(now.selected()));
    }

    /// Makes what does not depend on the step; [#showStep] draws it.
    ///
    /// @param selected the colour of the run in front
    /// @param pointedAt the colour of the one that the others stand back for; −1 for none
    void show(
            Race race, int selected, int pointedAt, LossChart.Frame frame, LossChart.Scale scale) {
        if (race.isEmpty()) {
            charts = null;
            lossView = null;
            accuracyView = null;
            updatesView = null;
            overSteps.chartProperty().set(null);
            RaceCharts none = new RaceCharts(race, 0, Set.of());
            show(loss, withoutGuides(none.loss(frame, scale)).withNote(NO_RUN));
            show(accuracy, none.accuracy(Look.WITHOUT_NAMES).withNote(NO_RUN));
            LineView noUpdates = withoutGuides(none.noUpdates());
            show(
                    updates,
                    noUpdates
                            .withValues(noUpdates.values().withFrame(USUAL_UPDATES))
                            .withNote(NO_RUN));
            show(stds, none.stds(0, Optional.empty()).withNote(NO_RUN));
            return;
        }
        int front = race.find(selected).map(Race.Run::colour).orElse(0);
        RaceCharts now = new RaceCharts(race, front, faint(race, pointedAt));
        charts = now;
        lossView = now.loss(frame, scale);
        accuracyView = now.accuracy(accuracyLook);
        updatesView = race.find(front).map(now::updates).orElse(null);
        stdSpan = now.stdSpan();
        show(loss, lossView);
        show(accuracy, accuracyView);
        show(updates, updatesView);
    }

    /// A line would run through the note.
    private static LineView withoutGuides(LineView view) {
        return view.withValues(view.values().withGuides(List.of()));
    }

    /// Has the curves of accuracies named in their chart, unless those of losses are beside it.
    void nameAccuracies(boolean isAlone) {
        Look look = isAlone ? Look.SETTINGS : Look.WITHOUT_NAMES;
        if (look.equals(accuracyLook)) {
            return;
        }
        accuracyLook = look;
        if (accuracyView != null) {
            accuracyView = accuracyView.withLook(look.withFaint(accuracyView.look().faint()));
            show(accuracy, accuracyView);
        }
    }

    /// Has the others stand back for a run: of the same race, nothing else is drawn anew.
    ///
    /// @param pointedAt its colour; −1 for none
    void pointAt(int pointedAt, int step) {
        if (charts == null || lossView == null || accuracyView == null) {
            return; // there is no race
        }
        RaceCharts now = charts.withFaint(faint(charts.race(), pointedAt));
        charts = now;
        lossView = now.standingBack(lossView);
        accuracyView = now.standingBack(accuracyView);
        show(loss, lossView);
        show(accuracy, accuracyView);
        showStds(now, step);
    }

    private void showStds(RaceCharts now, int step) {
        show(stds, now.stds(step, stdSpan));
    }

    private static void show(ChartCanvas canvas, @Nullable LineView view) {
        canvas.chartProperty().set(view == null ? null : new LineChart(view));
    }

    private static Set<Integer> faint(Race race, int pointedAt) {
        Set<Integer> faint = new HashSet<>(race.old());
        if (pointedAt >= 0) {
            race.runs().forEach(run -> faint.add(run.colour()));
            faint.remove(pointedAt);
        }
        return faint;
    }

    /// @param layer whose values over all steps are drawn, from 1; empty for none
    /// @param tensor of which the histograms of all runs are drawn; empty for none
    void showStep(int step, OptionalInt layer, Optional<LayersAtStep.Tensor> tensor, Axis axis) {
        List.of(loss, accuracy, updates).forEach(each -> each.setCursor(OptionalInt.of(step)));
        RaceCharts now = charts;
        if (now != null) {
            showStds(now, step);
        }
        onPlane = now == null ? List.of() : now.onPlane(step);
        boundaries
                .chartProperty()
                .set(now == null ? null : now.boundaries(onPlane, step).orElse(null));
        Optional<LayersAtStep> at = layersAtStep();
        layers.chartProperty().set(at.flatMap(each -> each.rows(step)).orElse(null));
        compared.chartProperty()
                .set(
                        now == null
                                ? null
                                : tensor.flatMap(each -> compared(now.race(), each, axis, step))
                                        .orElse(null));
        overSteps
                .chartProperty()
                .set(
                        layer.isPresent() && now != null
                                ? at.flatMap(each ->
                                                overSteps(
                                                        each,
                                                        layer.getAsInt(),
                                                        now.race().last(),
                                                        step))
                                        .orElse(null)
                                : null);
    }

    private static Optional<Chart> compared(
            Race race, LayersAtStep.Tensor tensor, Axis axis, int step) {
        List<Series<List<TensorStatistics>>> rows =
                race.runs().stream()
                        .map(run ->
                                run.series()
                                        .map(answer ->
                                                new LayersAtStep(answer.first())
                                                        .statistics(tensor, step)))
                        .filter(row -> !row.values().isEmpty())
                        .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new CompareMatrix(
                                new CompareView(
                                        rows,
                                        tensor.quantity(),
                                        Scale.LINEAR,
                                        axis,
                                        CompareView.Last.OUTPUT)));
    }

    /// Of the run in front.
    Optional<LayersAtStep> layersAtStep() {
        return run().map(each -> new LayersAtStep(each.answer().first()));
    }

    private static Optional<Chart> overSteps(LayersAtStep at, int layer, int last, int step) {
        int shown = Math.clamp(layer, 1, at.run().layers().size());
        List<Chart> maps = new ArrayList<>();
        for (LayersAtStep.Tensor tensor : LayersAtStep.Tensor.values()) {
            at.heatmap(tensor, shown, last, step).ifPresent(maps::add);
        }
        return maps.isEmpty() ? Optional.empty() : Optional.of(new SideBySide(maps));
    }
}
