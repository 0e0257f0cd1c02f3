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
import java.util.stream.DoubleStream;

/// How much each step changes the weights of a layer beside what they are, log₁₀ of the ratio of
/// the two root mean squares.
///
/// That it is about 10⁻³ where a rate is right is a rule of thumb (Karpathy, "A Recipe for Training
/// Neural Networks", 2019).
///
/// @param ratios of each layer, by step; each layer has a step at least
/// @param last step of the axis
public record UpdateChart(List<double[]> ratios, int last) {
    private static final Guide RULE = new Guide(-3, "−3: rule of thumb", Guide.Kind.RULE);

    /// The share of all steps that is taken into the mean on each side of a step.
    private static final double REACH = 0.02;

    public UpdateChart {
        ratios = List.copyOf(ratios);
    }

    private Curve curve(double[] logs, Stops stops) {
        RunningMean mean = new RunningMean(logs, (int) Math.round(REACH * last));
        List<Integer> steps = stops.numbers().stream().filter(step -> step < logs.length).toList();
        return Curve.of(steps.stream().map(mean::at).toList())
                .withBehind(steps.stream().map(step -> logs[step]).toList());
    }

    /// The picture, with no step looked at: the running mean of each layer over the steps on both
    /// sides of each, and thin behind it the steps themselves.
    public LineView view() {
        Stops stops = ShownSteps.of(last);
        List<Series<Curve>> layers = new ArrayList<>();
        for (int layer = 1; layer <= ratios.size(); layer++) {
            double[] logs = DoubleStream.of(ratios.get(layer - 1)).map(Math::log10).toArray();
            if (logs.length > 0) {
                String name = layer == ratios.size() ? "out" : Integer.toString(layer);
                layers.add(new Series<>(name, layer, Series.Role.PINNED, curve(logs, stops)));
            }
        }
        return LineView.of("log₁₀ update : weight", stops, layers)
                .withLook(Look.LAYERS)
                .withValues(Values.of(ValueScale.LINEAR).withGuides(List.of(RULE)));
    }
}
