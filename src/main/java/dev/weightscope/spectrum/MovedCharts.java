package dev.weightscope.spectrum;

import dev.weightscope.chart.Series;
import dev.weightscope.chart.Stroke.Pattern;
import dev.weightscope.chart.axis.Stops;
import dev.weightscope.chart.line.Curve;
import dev.weightscope.chart.line.LineView;
import dev.weightscope.chart.tensor.BarChart;
import dev.weightscope.jacobian.WeightSpectrum;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/// What training has moved, of several settings.
///
/// @param moved that of the live setting first; at least one
record MovedCharts(List<Series<MovedWeights>> moved) {
    /// Of those answers that have it.
    static Optional<MovedCharts> of(List<Series<SpectrumAnswer>> answers) {
        List<Series<MovedWeights>> moved =
                answers.stream()
                        .filter(each -> each.values().moved().isPresent())
                        .map(each -> each.map(answer -> answer.moved().orElseThrow()))
                        .toList();
        return moved.isEmpty() ? Optional.empty() : Optional.of(new MovedCharts(moved));
    }

    /// The singular values of one layer's W − W₀, beside those of a matrix of independent entries
    /// of the same std; empty where the first setting has none of this layer.
    Optional<BarChart> layer(int layer) {
        return moved.getFirst().values().of(layer).map(this::layer);
    }

    private BarChart layer(MovedLayer own) {
        List<WeightBars.Part> parts = new ArrayList<>();
        for (Series<MovedWeights> each : moved) {
            each.values()
                    .of(own.layer())
                    .ifPresent(found ->
                            parts.add(
                                    new WeightBars.Part(
                                            each.label(), each.colour(), found.moved())));
        }
        return WeightBars.of(
                "Layer %d, %d × %d"
                        .formatted(own.layer(), own.moved().fanIn(), own.moved().fanOut()),
                parts,
                List.of(
                        "W − W₀ " + WeightBars.ends(own.moved()),
                        MovedWords.rank(own),
                        "W " + WeightBars.ends(own.weights())));
    }

    /// The largest singular value of each layer's W − W₀, and dashed that of W.
    LineView extremes() {
        List<Series<Curve>> curves = new ArrayList<>();
        int layers = 0;
        for (Series<MovedWeights> each : moved.reversed()) {
            List<MovedLayer> known = each.values().layers();
            layers = Math.max(layers, known.isEmpty() ? 0 : known.getLast().layer());
            curves.add(
                    new Series<>(
                            each.label() + ", W",
                            each.colour(),
                            each.role(),
                            curve(known, MovedLayer::weights).withPattern(Pattern.DASHED)));
            curves.add(each.map(_ -> curve(known, MovedLayer::moved)));
        }
        Stops stops = new Stops("Layer", "", IntStream.rangeClosed(1, layers).boxed().toList());
        return LineView.of("Largest singular value", stops, curves)
                .withKey(List.of("solid W − W₀ · dashed W"));
    }

    private static Curve curve(List<MovedLayer> layers, Function<MovedLayer, WeightSpectrum> of) {
        return Curve.of(layers.stream().map(each -> of.apply(each).largest()).toList());
    }
}
