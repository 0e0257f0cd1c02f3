package dev.weightscope.race;

import dev.weightscope.chart.histogram.Axis;
import dev.weightscope.chart.histogram.HistogramView;
import dev.weightscope.chart.histogram.LayerNames;
import dev.weightscope.chart.histogram.Scale;
import dev.weightscope.chart.race.CountedValues;
import dev.weightscope.chart.race.LayerRows;
import dev.weightscope.chart.race.ShownSteps;
import dev.weightscope.chart.race.StepHeatmap;
import dev.weightscope.model.Histogram;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.TensorStatistics;
import dev.weightscope.training.Curve;
import dev.weightscope.training.LayerCurves;
import dev.weightscope.training.RunState;
import dev.weightscope.training.StepHistograms;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How the layers of a run lie, of which histograms are kept of some steps.
///
/// @param run of one draw
public record LayersAtStep(RunState run) {
    /// A tensor of a layer.
    public enum Tensor {
        ACTIVATION(
                "activation",
                Quantity.ACTIVATION,
                StepHistograms.OfLayer::activation,
                LayerCurves::activationStd),
        GRADIENT(
                "gradient",
                Quantity.PRE_ACTIVATION_GRADIENT,
                StepHistograms.OfLayer::gradient,
                LayerCurves::gradientStd),
        /// Of which the curves have the root of the mean square, which is no std.
        WEIGHT("weight", Quantity.WEIGHT, StepHistograms.OfLayer::weight, null);

        private final String label;
        private final Quantity quantity;

        @SuppressWarnings("ImmutableEnumChecker") // a reference to a method
        private final Function<StepHistograms.OfLayer, Histogram> histogram;

        @SuppressWarnings("ImmutableEnumChecker") // a reference to a method
        private final @Nullable Function<LayerCurves, Curve> std;

        Tensor(
                String label,
                Quantity quantity,
                Function<StepHistograms.OfLayer, Histogram> histogram,
                @Nullable Function<LayerCurves, Curve> std) {
            this.label = label;
            this.quantity = quantity;
            this.histogram = histogram;
            this.std = std;
        }

        public Quantity quantity() {
            return quantity;
        }

        /// `Activation`
        public String title() {
            return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
        }
    }

    /// What is known of a tensor of each layer at the kept step nearest to a step; none where there
    /// are none yet.
    public List<TensorStatistics> statistics(Tensor tensor, int step) {
        return kept(step).stream()
                .flatMap(there ->
                        IntStream.range(0, there.layers().size())
                                .mapToObj(layer -> statistics(there, tensor, layer)))
                .toList();
    }

    /// The step nearest to one whose histograms are kept; empty where none are yet.
    public OptionalInt keptStep(int step) {
        return kept(step).stream().mapToInt(StepHistograms::step).findFirst();
    }

    private Optional<StepHistograms> kept(int step) {
        List<StepHistograms> all = run.histograms();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        all.get(
                                ShownSteps.nearest(
                                        all.size(), index -> all.get(index).step(), step)));
    }

    /// Histograms of all layers at the kept step nearest to a step; empty where there are none yet.
    public Optional<LayerRows> rows(int step) {
        return kept(step)
                .map(there ->
                        new LayerRows(
                                List.of(Tensor.values()).stream()
                                        .map(tensor -> row(there, tensor))
                                        .toList()));
    }

    private LayerRows.Row row(StepHistograms there, Tensor tensor) {
        int depth = there.layers().size();
        return new LayerRows.Row(
                tensor.label,
                new HistogramView(
                        IntStream.range(0, depth)
                                .mapToObj(layer -> statistics(there, tensor, layer))
                                .toList(),
                        tensor.quantity,
                        Scale.LINEAR,
                        Axis.OWN,
                        Optional.empty(),
                        LayerNames.toOutput(depth)));
    }

    private TensorStatistics statistics(StepHistograms there, Tensor tensor, int layer) {
        Histogram histogram = tensor.histogram.apply(there.layers().get(layer));
        if (tensor.std == null) {
            return CountedValues.of(histogram);
        }
        Curve curve = tensor.std.apply(run.layers().get(layer));
        return there.step() < curve.length()
                ? CountedValues.of(histogram, curve.at(there.step()))
                : CountedValues.of(histogram);
    }

    /// A layer's values over all steps; empty where there are none yet.
    ///
    /// @param layer counted from 1
    /// @param last step of the axis
    public Optional<StepHeatmap> heatmap(Tensor tensor, int layer, int last, int cursor) {
        if (run.histograms().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new StepHeatmap(
                        "%s · %s"
                                .formatted(
                                        LayerNames.ofTrained(layer, run.layers().size()),
                                        tensor.label),
                        run.histograms().stream()
                                .map(there ->
                                        new StepHeatmap.Column(
                                                there.step(),
                                                tensor.histogram.apply(
                                                        there.layers().get(layer - 1))))
                                .toList(),
                        last,
                        OptionalInt.of(cursor)));
    }
}
