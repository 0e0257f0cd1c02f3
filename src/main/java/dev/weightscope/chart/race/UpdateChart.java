package dev.weightscope.chart.race;

import dev.weightscope.chart.Series;
import dev.weightscope.chart.axis.Stops;
import dev.weightscope.chart.axis.ValueScale;
import dev.weightscope.chart.line.Curve;
import dev.weightscope.chart.line.Guide;
import dev.weightscope.chart.line.LineView;
import dev.weightscope.chart.line.Look;
import dev.weightscope.chart.line.Values;
import java.util.ArrayList;
import java.util.List;

/// How much each step changes the weights of a layer beside what they are, log₁₀ of the ratio of
/// the two root mean squares.
///
/// That it is about 10⁻³ where a rate is right is a rule of thumb (Karpathy, "A Recipe for Training
/// Neural Networks", 2019).
///
/// @param logs of each layer, log₁₀ of the ratio by step
/// @param last step of the axis
public record UpdateChart(List<RunningMean> logs, int last) {
    private static final Guide RULE = new Guide(-3, "−3: rule of thumb", Guide.Kind.RULE);

    /// The share of all steps that is taken into the mean on each side of a step.
    private static final double REACH = 0.02;

    public UpdateChart {
        logs = List.copyOf(logs);
    }

    private Curve curve(RunningMean mean, Stops stops) {
        int reach = (int) Math.round(REACH * last);
        List<Integer> steps =
                stops.numbers().stream().filter(step -> step < mean.length()).toList();
        return Curve.of(steps.stream().map(step -> mean.at(step, reach)).toList())
                .withBehind(steps.stream().map(mean::value).toList());
    }

    /// The picture, with no step looked at: the running mean of each layer over the steps on both
    /// sides of each, and thin behind it the steps themselves.
    public LineView view() {
        Stops stops = ShownSteps.of(last);
        List<Series<Curve>> layers = new ArrayList<>();
        for (int layer = 1; layer <= logs.size(); layer++) {
            RunningMean mean = logs.get(layer - 1);
            if (mean.length() > 0) {
                String name = layer == logs.size() ? "out" : Integer.toString(layer);
                layers.add(new Series<>(name, layer, Series.Role.PINNED, curve(mean, stops)));
            }
        }
        return LineView.of("log₁₀ update : weight", stops, layers)
                .withLook(Look.LAYERS)
                .withValues(Values.of(ValueScale.LINEAR).withGuides(List.of(RULE)));
    }
}
