package dev.weightscope.model;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Predicate;

/// An answer, with the question it answers.
///
/// @param samples how many samples it rests on: those of the experiment, or, as a first and coarser
///   answer, fewer, which are the first of them
/// @param input the statistics of what the first layer saw, the scale included
/// @param layers one for each layer, in order
/// @param elapsed how long it took to compute
/// @param recomputedLayers how many layers were computed once more on the way back, since there was
///   no memory to keep what they were; it changes no number
public record Snapshot(
        Experiment experiment,
        int samples,
        TensorStatistics input,
        List<LayerStatistics> layers,
        Duration elapsed,
        int recomputedLayers) {
    /// Above this magnitude a float32 square is infinite: √Float.MAX_VALUE.
    private static final double LARGEST_SQUARABLE = Math.sqrt(Float.MAX_VALUE);

    /// A share that is worth a word.
    private static final double FLUSHED_SHARE = 0.01;

    public Snapshot {
        layers = List.copyOf(layers);
        if (layers.size() != experiment.depth()) {
            throw new IllegalArgumentException(
                    "%d layers answer an experiment of depth %d"
                            .formatted(layers.size(), experiment.depth()));
        }
    }

    /// An answer for which no layer had to be computed twice.
    public Snapshot(
            Experiment experiment,
            int samples,
            TensorStatistics input,
            List<LayerStatistics> layers,
            Duration elapsed) {
        this(experiment, samples, input, layers, elapsed, 0);
    }

    /// Whether it rests on all samples.
    public boolean isComplete() {
        return samples == experiment.effectiveSamples();
    }

    /// Whether the gradients were asked for.
    public boolean hasGradients() {
        return has(Direction.BACKWARD);
    }

    /// Whether there is something to see of a way ([LayerStatistics#has]).
    public boolean has(Direction direction) {
        return layers.stream().allMatch(layer -> layer.has(direction));
    }

    /// The RMS of the gradient by the first layer's pre-activations over that by the last one's:
    /// less than 1 where it vanishes on its way back, more where it explodes. Empty without
    /// gradients; NaN where both are 0 or infinite.
    public OptionalDouble gradientRatio() {
        return hasGradients()
                ? OptionalDouble.of(
                        layers.getFirst().of(Quantity.PRE_ACTIVATION_GRADIENT).rms()
                                / last().of(Quantity.PRE_ACTIVATION_GRADIENT).rms())
                : OptionalDouble.empty();
    }

    /// As [Experiment#caption], with the samples that it rests on.
    public String caption() {
        return experiment.withSamples(samples).caption();
    }

    /// A layer, counted from 1.
    public LayerStatistics layer(int layer) {
        return layers.get(layer - 1);
    }

    /// What leaves a layer, counted from 1; 0 is the input.
    public TensorStatistics output(int layer) {
        return layer == 0 ? input : layer(layer).activation();
    }

    public LayerStatistics last() {
        return layers.getLast();
    }

    /// The first layer where a pre-activation (in float32) or an activation (in the number format)
    /// is not finite.
    public OptionalInt firstOverflowLayer() {
        return first(layer -> !isFinite(layer));
    }

    /// The first layer where the float32 *square* of a value is not finite: from there on a std
    /// computed in float32, such as TensorFlow's `reduce_std`, reads infinity, long before the
    /// values do.
    public OptionalInt firstSquareOverflowLayer() {
        return first(layer -> !squarable(layer.preActivation()) || !squarable(layer.activation()));
    }

    /// The first layer, be it inside of a branch, where every activation is exactly 0.
    public OptionalInt firstAllZeroLayer() {
        return first(layer -> layer.activation().allZero());
    }

    /// The first layer of the stream where every activation is exactly 0, so that the signal ends
    /// there: past a layer inside of a branch it goes on.
    public OptionalInt firstAllZeroStreamLayer() {
        return experiment.streamLayers().stream()
                .mapToInt(Integer::intValue)
                .filter(layer -> layer(layer).activation().allZero())
                .findFirst();
    }

    /// The first layer of which the number format flushes a hundredth or more to 0 since the signal
    /// as a whole, its RMS, is less than the smallest normal number. Where the RMS is larger, what
    /// is flushed are the tails of an activation such as GELU, which nobody misses.
    public OptionalInt firstFlushedLayer() {
        return first(layer ->
                layer.flushedShare() >= FLUSHED_SHARE
                        && layer.activation().rms() < experiment.format().smallestNormal());
    }

    /// The first layer of whose weights the number format flushes a hundredth or more to 0.
    public OptionalInt firstLayerOfFlushedWeights() {
        return first(layer -> layer.weightsFlushedShare() >= FLUSHED_SHARE);
    }

    /// The last layer, and so the first one on the way back, whose gradient by the pre-activations
    /// is not finite; empty where there is none, and without gradients.
    public OptionalInt lastLayerOfGradientNotFinite() {
        return hasGradients()
                ? layers.stream()
                        .filter(layer -> !layer.of(Quantity.PRE_ACTIVATION_GRADIENT).allFinite())
                        .mapToInt(LayerStatistics::layer)
                        .max()
                : OptionalInt.empty();
    }

    /// Whether in that layer the gradient overflows by its own size: it has infinite values, or is
    /// NaN though what it comes through is finite, as where infinite products of both signs are
    /// summed. Else it is NaN since a slope at what is not finite, or a weight, is.
    public boolean gradientOverflows() {
        return lastLayerOfGradientNotFinite().stream()
                .anyMatch(layer ->
                        layer(layer).of(Quantity.PRE_ACTIVATION_GRADIENT).infiniteCount() > 0
                                || (isFinite(layer(layer))
                                        && layers.stream()
                                                .skip(layer)
                                                .allMatch(each -> each.weights().allFinite())));
    }

    private static boolean isFinite(LayerStatistics layer) {
        return layer.preActivation().allFinite() && layer.activation().allFinite();
    }

    private OptionalInt first(Predicate<LayerStatistics> condition) {
        return layers.stream().filter(condition).mapToInt(LayerStatistics::layer).findFirst();
    }

    private static boolean squarable(TensorStatistics tensor) {
        return tensor.allFinite() && tensor.maxMagnitude() <= LARGEST_SQUARABLE;
    }
}
