package dev.weightscope.chart.race;

import dev.weightscope.chart.Series;
import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.Stops;
import dev.weightscope.chart.axis.ValueScale;
import dev.weightscope.chart.line.Curve;
import dev.weightscope.chart.line.LineView;
import dev.weightscope.chart.line.Look;
import dev.weightscope.chart.line.Values;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The std of activations and of gradients by depth, of all runs at one step.
///
/// @param runs the selected one has the live one's role
/// @param span what the axis spans at least, so that it is the same at all steps; empty for these
///   values alone
public record StdChart(List<Series<Layers>> runs, Optional<Range> span) {
    private static final Stops.Name OUTPUT = new Stops.Name("Output", "out");

    public StdChart {
        runs = List.copyOf(runs);
    }

    /// The std of a run's layers, the first first.
    ///
    /// @param gradients by their pre-activations; empty where they are not known yet
    public record Layers(List<Double> activations, List<Double> gradients) {
        public Layers {
            activations = List.copyOf(activations);
            gradients = List.copyOf(gradients);
        }
    }

    /// The picture: activations solid, gradients dashed.
    public LineView view() {
        List<Series<Curve>> curves = runs.stream().flatMap(StdChart::curves).toList();
        int depth = curves.stream().mapToInt(each -> each.values().size()).max().orElse(1);
        Stops layers = new Stops("Layer", "", IntStream.rangeClosed(1, depth).boxed().toList());
        // Of networks of several depths the outputs lie at several places.
        boolean isOutput = curves.stream().allMatch(each -> each.values().size() == depth);
        Values axis = Values.of(ValueScale.LOG);
        return LineView.of(
                        "Std",
                        isOutput ? layers.withLast(OUTPUT) : layers,
                        Runs.selectedLast(curves))
                .withValues(span.map(StdChart::rounded).map(axis::withFrame).orElse(axis))
                .withLook(Look.WITHOUT_NAMES);
    }

    private static Range rounded(Range range) {
        return ValueScale.LOG.bounds(range.low(), range.high());
    }

    private static Stream<Series<Curve>> curves(Series<Layers> run) {
        Series<Curve> activations = run.map(each -> Curve.of(each.activations()));
        if (run.values().gradients().isEmpty()) {
            return Stream.of(activations);
        }
        Curve gradients = Curve.of(run.values().gradients()).withPattern(Stroke.Pattern.DASHED);
        return Stream.of(
                activations,
                new Series<>(run.label() + ", gradient", run.colour(), run.role(), gradients));
    }
}
