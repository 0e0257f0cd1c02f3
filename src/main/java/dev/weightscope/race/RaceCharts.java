package dev.weightscope.race;

import dev.weightscope.chart.Series;
import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.line.LineView;
import dev.weightscope.chart.line.Look;
import dev.weightscope.chart.race.AccuracyChart;
import dev.weightscope.chart.race.Boundary;
import dev.weightscope.chart.race.BoundaryChart;
import dev.weightscope.chart.race.Lines;
import dev.weightscope.chart.race.LossChart;
import dev.weightscope.chart.race.ShownSteps;
import dev.weightscope.chart.race.StdChart;
import dev.weightscope.chart.race.UpdateChart;
import dev.weightscope.training.Curve;
import dev.weightscope.training.LayerCurves;
import dev.weightscope.training.Plane;
import dev.weightscope.training.RunState;
import dev.weightscope.training.StepPlane;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// The charts of a race as the charts' own values.
///
/// @param selected the colour of the run that is drawn in front
/// @param faint the colours of those that stand back
public record RaceCharts(Race race, int selected, Set<Integer> faint) {
    /// The losses of all runs, with no step looked at.
    public LineView loss(LossChart.Frame frame, LossChart.Scale scale) {
        List<Series<LossChart.Run>> runs =
                race.runs().stream()
                        .map(run ->
                                series(
                                        run,
                                        new LossChart.Run(
                                                lines(run, TrainingAnswer::loss),
                                                run.entry().goalStep())))
                        .toList();
        return standingBack(new LossChart(runs, race.last(), marks(), frame, scale).view());
    }

    /// The shares of right answers of all runs that have such, on the rows that are trained on,
    /// with no step looked at.
    public LineView accuracy(Look look) {
        return accuracy(look, TrainingAnswer::accuracy, TrainingTask::commonest);
    }

    /// The same on the rows that are tested on.
    public LineView testAccuracy(Look look) {
        return accuracy(look, TrainingAnswer::testAccuracy, TrainingTask::testCommonest);
    }

    private LineView accuracy(
            Look look,
            Function<TrainingAnswer, Lines> figure,
            ToDoubleFunction<TrainingTask> commonest) {
        List<Series<Lines>> runs =
                race.runs().stream()
                        .filter(run -> figure.apply(run.answer()).length() > 0)
                        .map(run -> series(run, lines(run, figure)))
                        .toList();
        Optional<AccuracyChart.Majority> majority =
                task().map(commonest::applyAsDouble)
                        .filter(share -> !Double.isNaN(share))
                        .map(share ->
                                new AccuracyChart.Majority(
                                        share,
                                        Math.round(100 * share) + " %: always the commonest"));
        return new AccuracyChart(runs, race.last(), majority).view(look.withFaint(faint));
    }

    /// The std of layers of all runs at a step, or at the last before it that is known of a run: a
    /// gradient is known once the next step is taken. The axis spans all steps, so that it does not
    /// depend on the one that is looked at.
    ///
    /// @param span of [#stdSpan]
    public LineView stds(int step, Optional<Range> span) {
        List<Series<StdChart.Layers>> runs =
                race.runs().stream()
                        .filter(run -> !stds(run, LayerCurves::activationStd, step).isEmpty())
                        .map(run ->
                                series(
                                        run,
                                        new StdChart.Layers(
                                                stds(run, LayerCurves::activationStd, step),
                                                stds(run, LayerCurves::gradientStd, step))))
                        .toList();
        return new StdChart(runs, span).view().withLook(Look.WITHOUT_NAMES.withFaint(faint));
    }

    /// The same race, in which other runs stand back.
    public RaceCharts withFaint(Set<Integer> others) {
        return new RaceCharts(race, selected, others);
    }

    /// A view of [#loss] or [#accuracy] as it is of these charts, which may differ in what stands
    /// back.
    public LineView standingBack(LineView view) {
        return view.withLook(view.look().withFaint(faint));
    }

    /// What holds nearly all stds of all layers at all steps; empty where none has a place on a
    /// logarithmic axis.
    public Optional<Range> stdSpan() {
        return StdSpan.of(
                race.runs().stream()
                        .flatMap(run -> run.answer().first().layers().stream())
                        .flatMap(layer -> Stream.of(layer.activationStd(), layer.gradientStd()))
                        .map(curve -> new StdSpan.Values(curve.length(), curve::at))
                        .toList());
    }

    /// The updates of a run's layers.
    public LineView updates(Race.Run run) {
        return new UpdateChart(run.answer().curves().updates(), race.last()).view();
    }

    /// The same of no run: an axis alone.
    public LineView noUpdates() {
        return new UpdateChart(List.of(), race.last()).view();
    }

    /// The runs of which is known what they say all over a plane at a step, the lowest loss first.
    public List<Race.Run> onPlane(int step) {
        return race.runs().stream()
                .filter(run -> !run.answer().first().planes().isEmpty())
                .filter(run -> run.answer().task().plane().isPresent())
                .sorted(
                        Comparator.comparingDouble(
                                run -> at(run.answer().first().loss(), plane(run, step).step())))
                .toList();
    }

    /// What these say, of their first draws; empty where there are none.
    ///
    /// @param runs as [#onPlane] gives them
    public Optional<BoundaryChart> boundaries(List<Race.Run> runs, int step) {
        return runs.stream()
                .flatMap(run -> run.answer().task().plane().stream())
                .findFirst()
                .map(there ->
                        new BoundaryChart(
                                runs.stream().map(run -> series(run, boundary(run, step))).toList(),
                                there.samples().stream()
                                        .map(each ->
                                                new BoundaryChart.Point(
                                                        each.first(), each.second(), each.kind()))
                                        .toList(),
                                new Range(there.plane().low(), there.plane().high()),
                                new Range(there.plane().lowest(), there.plane().highest())));
    }

    private static Boundary boundary(Race.Run run, int step) {
        RunState first = run.answer().first();
        StepPlane plane = plane(run, step);
        String loss = NumberText.significant(at(first.loss(), plane.step()), 3);
        double right = at(first.accuracy(), plane.step());
        String share = Double.isNaN(right) ? "" : Math.round(100 * right) + " %";
        return plane.probabilities().size() == 1
                ? Boundary.ofTwo(Plane.SIDE, plane.probabilities().getFirst(), loss, share)
                : new Boundary(Plane.SIDE, plane.probabilities(), loss, share);
    }

    /// Nearest to a step.
    private static StepPlane plane(Race.Run run, int step) {
        List<StepPlane> all = run.answer().first().planes();
        return all.get(ShownSteps.nearest(all.size(), index -> all.get(index).step(), step));
    }

    private static double at(Curve curve, int step) {
        return step < curve.length() ? curve.at(step) : Double.NaN;
    }

    private LossChart.Marks marks() {
        double goal = race.asked().plan().stops().goal();
        return new LossChart.Marks(
                goal > 0 ? OptionalDouble.of(goal) : OptionalDouble.empty(),
                task().map(task -> OptionalDouble.of(task.guessing()))
                        .orElse(OptionalDouble.empty()),
                task().map(RaceCharts::guessing).orElse(""));
    }

    private static String guessing(TrainingTask task) {
        return "guessing " + NumberText.significant(task.guessing(), 3);
    }

    private Optional<TrainingTask> task() {
        return race.runs().stream().map(run -> run.answer().task()).findFirst();
    }

    private <V> Series<V> series(Race.Run run, V values) {
        Series.Role role = run.colour() == selected ? Series.Role.LIVE : Series.Role.PINNED;
        return new Series<>(run.series().label(), run.colour(), role, values);
    }

    private static Lines lines(Race.Run run, Function<TrainingAnswer, Lines> figure) {
        Lines now = figure.apply(run.answer());
        return run.before()
                .map(figure)
                .filter(before -> before.length() > 0)
                .map(now::withBefore)
                .orElse(now);
    }

    private static List<Double> stds(Race.Run run, Function<LayerCurves, Curve> curve, int step) {
        List<Curve> curves = run.answer().first().layers().stream().map(curve).toList();
        int length = curves.stream().mapToInt(Curve::length).min().orElse(0);
        int at = Math.min(step, length - 1);
        return at < 0 ? List.of() : curves.stream().map(each -> each.at(at)).toList();
    }
}
