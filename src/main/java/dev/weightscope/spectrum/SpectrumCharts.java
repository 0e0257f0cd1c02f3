package dev.weightscope.spectrum;

import dev.weightscope.chart.Chart;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.Stroke.Pattern;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.Stops;
import dev.weightscope.chart.axis.ValueScale;
import dev.weightscope.chart.line.Curve;
import dev.weightscope.chart.line.LineView;
import dev.weightscope.chart.spectrum.SpectrumCell;
import dev.weightscope.chart.spectrum.SpectrumMatrix;
import dev.weightscope.chart.spectrum.SpectrumOverlay;
import dev.weightscope.chart.tensor.BarChart;
import dev.weightscope.jacobian.DepthSpectrum;
import dev.weightscope.jacobian.WeightSpectrum;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Answers for several settings in charts.
///
/// @param answers that of the live setting first; at least one
public record SpectrumCharts(List<Series<SpectrumAnswer>> answers) {
    private static final double LOW = 0.1;
    private static final double HIGH = 0.9;

    public SpectrumCharts {
        answers = List.copyOf(answers);
    }

    private Series<SpectrumAnswer> live() {
        return answers.getFirst();
    }

    /// The depths that any setting has, ascending.
    public List<Integer> depths() {
        TreeSet<Integer> depths = new TreeSet<>();
        answers.forEach(
                each -> each.values().depths().forEach(spectrum -> depths.add(spectrum.depth())));
        return List.copyOf(depths);
    }

    /// A histogram for each setting and depth.
    public Chart matrix(SpectrumMatrix.Axis axis) {
        return new SpectrumMatrix(
                answers.stream()
                        .map(each ->
                                each.map(answer ->
                                        answer.depths().stream()
                                                .map(SpectrumCharts::cell)
                                                .toList()))
                        .toList(),
                axis);
    }

    /// The histograms of one depth over each other; where a setting has none at that depth it is
    /// left out.
    ///
    /// @param depth one of [#depths]
    public Chart overlay(int depth) {
        return new SpectrumOverlay(
                answers.stream()
                        .filter(each -> each.values().at(depth).isPresent())
                        .map(each -> each.map(answer -> cell(answer.at(depth).orElseThrow())))
                        .toList());
    }

    private static SpectrumCell cell(DepthSpectrum spectrum) {
        List<Double> logarithms =
                IntStream.range(0, spectrum.size() - spectrum.zeros())
                        .mapToObj(spectrum::log10)
                        .toList();
        return new SpectrumCell(
                spectrum.depth(),
                logarithms,
                spectrum.zeros(),
                spectrum.condition(),
                spectrum.isConditionRounded());
    }

    /// The median by depth in a band of four in five values, and dashed the largest.
    public LineView spread() {
        List<Series<Curve>> curves = new ArrayList<>();
        for (Series<SpectrumAnswer> each : fromBack()) {
            curves.add(
                    new Series<>(
                            "largest",
                            each.colour(),
                            each.role(),
                            curve(each.values(), DepthSpectrum::largest)
                                    .withPattern(Pattern.DASHED)));
        }
        for (Series<SpectrumAnswer> each : fromBack()) {
            curves.add(
                    each.map(answer ->
                            curve(answer, DepthSpectrum::median)
                                    .withBand(
                                            new Curve.Band(
                                                    Curve.Band.Source.MEASURED,
                                                    "four in five values",
                                                    values(answer, of -> of.quantile(LOW)),
                                                    values(answer, of -> of.quantile(HIGH))))));
        }
        return LineView.of("Singular value", stops(), curves)
                .withKey(
                        List.of(
                                "median · band 10–90 % · dashed largest",
                                "median · 10–90 % · largest"));
    }

    /// The condition number by depth.
    public LineView condition() {
        return LineView.of(
                "Condition number",
                stops(),
                fromBack().stream()
                        .map(each -> each.map(answer -> curve(answer, DepthSpectrum::condition)))
                        .toList());
    }

    /// Depths as far apart as their logarithms.
    private Stops stops() {
        List<Integer> depths = depths();
        int first = depths.getFirst();
        int last = depths.getLast();
        if (first == last) {
            return new Stops("Depth", "", depths);
        }
        Range range = new Range(first, last);
        return Stops.measured(
                "Depth",
                depths.stream().map(depth -> ValueScale.LOG.share(range, depth)).toList(),
                new Stops.Measured(
                        depths.stream().map(String::valueOf).toList(), range, ValueScale.LOG));
    }

    private List<Series<SpectrumAnswer>> fromBack() {
        List<Series<SpectrumAnswer>> all = new ArrayList<>(answers);
        Collections.reverse(all);
        return all;
    }

    private Curve curve(SpectrumAnswer answer, ToDoubleFunction<DepthSpectrum> figure) {
        return Curve.of(values(answer, figure));
    }

    /// At each of [#depths] up to the answer's last; between two of its own what lies on the line
    /// between them.
    private List<Double> values(SpectrumAnswer answer, ToDoubleFunction<DepthSpectrum> figure) {
        List<Double> values = new ArrayList<>();
        for (int depth : depths()) {
            if (depth <= answer.last().depth()) {
                values.add(
                        answer.at(depth)
                                .map(figure::applyAsDouble)
                                .orElseGet(() -> between(answer, depth, figure)));
            }
        }
        return values;
    }

    private static double between(
            SpectrumAnswer answer, int depth, ToDoubleFunction<DepthSpectrum> figure) {
        DepthSpectrum behind =
                answer.depths().stream()
                        .filter(each -> each.depth() > depth)
                        .findFirst()
                        .orElseThrow();
        Optional<DepthSpectrum> before =
                answer.depths().reversed().stream()
                        .filter(each -> each.depth() < depth)
                        .findFirst();
        if (before.isEmpty()) {
            return figure.applyAsDouble(behind);
        }
        double share =
                Math.log((double) depth / before.get().depth())
                        / Math.log((double) behind.depth() / before.get().depth());
        return Math.pow(figure.applyAsDouble(before.get()), 1 - share)
                * Math.pow(figure.applyAsDouble(behind), share);
    }

    /// The singular values of one layer's weights beside those of a matrix of independent entries;
    /// empty where the live setting has none of this layer.
    public Optional<BarChart> weights(int layer) {
        return live().values().weightsOf(layer).map(this::weights);
    }

    private BarChart weights(WeightSpectrum own) {
        List<WeightBars.Part> parts = new ArrayList<>();
        for (Series<SpectrumAnswer> each : answers) {
            each.values()
                    .weightsOf(own.layer())
                    .ifPresent(spectrum ->
                            parts.add(new WeightBars.Part(each.label(), each.colour(), spectrum)));
        }
        return WeightBars.of(
                "Layer %d, %d × %d".formatted(own.layer(), own.fanIn(), own.fanOut()),
                parts,
                List.of(WeightBars.ends(own)));
    }

    /// As [#weights], of what training has moved of one layer's weights; empty where no setting has
    /// that.
    public Optional<BarChart> moved(int layer) {
        return MovedCharts.of(answers).flatMap(charts -> charts.layer(layer));
    }

    /// The largest singular value of what training has moved of each layer's weights, and dashed
    /// that of the weights; empty where no setting has that.
    public Optional<LineView> movedExtremes() {
        return MovedCharts.of(answers).map(MovedCharts::extremes);
    }

    /// The largest singular value of each layer's weights, and dashed the smallest; empty where the
    /// live setting has none of the first layer.
    public Optional<LineView> extremes() {
        List<Series<Curve>> curves = new ArrayList<>();
        int layers = 0;
        for (Series<SpectrumAnswer> each : fromBack()) {
            List<WeightSpectrum> known = first(each.values());
            if (!known.isEmpty()) {
                layers = Math.max(layers, known.size());
                curves.add(
                        new Series<>(
                                each.label() + ", smallest",
                                each.colour(),
                                each.role(),
                                Curve.of(known.stream().map(WeightSpectrum::smallest).toList())
                                        .withPattern(Pattern.DASHED)));
                curves.add(
                        each.map(_ ->
                                Curve.of(known.stream().map(WeightSpectrum::largest).toList())));
            }
        }
        if (curves.isEmpty()) {
            return Optional.empty();
        }
        Stops stops = new Stops("Layer", "", IntStream.rangeClosed(1, layers).boxed().toList());
        return Optional.of(
                LineView.of("Singular value of W", stops, curves)
                        .withKey(List.of("solid largest · dashed smallest")));
    }

    /// Those of layers 1, 2, … without a gap.
    private static List<WeightSpectrum> first(SpectrumAnswer answer) {
        List<WeightSpectrum> first = new ArrayList<>();
        for (WeightSpectrum each : answer.weights()) {
            if (each.layer() != first.size() + 1) {
                break;
            }
            first.add(each);
        }
        return first;
    }
}
