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
/// @param ratios of each layer, by step; each layer has a step at least
/// @param last step of the axis
public record UpdateChart(List<double[]> ratios, int last) {
    private static final Guide RULE = new Guide(-3, "−3: rule of thumb", Guide.Kind.RULE);

    public UpdateChart {
        ratios = List.copyOf(ratios);
    }

    /// The picture, with no step looked at.
    public LineView view() {
        Stops stops = ShownSteps.of(last);
        List<Series<Curve>> layers = new ArrayList<>();
        for (int layer = 1; layer <= ratios.size(); layer++) {
            double[] ratio = ratios.get(layer - 1);
            List<Double> logs =
                    stops.numbers().stream()
                            .filter(step -> step < ratio.length)
                            .map(step -> Math.log10(ratio[step]))
                            .toList();
            if (!logs.isEmpty()) {
                String name = layer == ratios.size() ? "out" : Integer.toString(layer);
                layers.add(new Series<>(name, layer, Series.Role.PINNED, Curve.of(logs)));
            }
        }
        return LineView.of("log₁₀ update : weight", stops, layers)
                .withLook(Look.LAYERS)
                .withValues(Values.of(ValueScale.LINEAR).withGuides(List.of(RULE)));
    }
}
