package dev.weightscope.network;

import dev.weightscope.model.LayerRole;
import java.util.List;
import java.util.stream.IntStream;

/// All that decides the tensors of a forward pass. A pass reads nothing else, so that whatever is
/// kept under equal questions is equal, bit for bit.
///
/// @param layers in order, at least one; the first sees the input, each other one the layer before
public record PassQuestion(InputQuestion input, List<LayerQuestion> layers) {
    public PassQuestion {
        layers = List.copyOf(layers);
        int width = input.width();
        for (LayerQuestion layer : layers) {
            if (layer.weights().fanIn() != width) {
                throw new IllegalArgumentException(
                        "layer %d sees %d values, not %d"
                                .formatted(
                                        layer.weights().layer(), width, layer.weights().fanIn()));
            }
            width = layer.weights().fanOut();
        }
    }

    public int depth() {
        return layers.size();
    }

    /// A layer, counted from 1.
    public LayerQuestion layer(int layer) {
        return layers.get(layer - 1);
    }

    /// Whether any layer begins or ends a branch.
    public boolean hasSkips() {
        return layers.stream().anyMatch(layer -> layer.role() != LayerRole.PLAIN);
    }

    /// Whether what enters a branch is normalized.
    public boolean normalizesInputs() {
        return layers.stream().anyMatch(LayerQuestion::normalizesItsInput);
    }

    /// The same pass with other layers: those whose laws are fitted to the input, say.
    public PassQuestion withLayers(List<LayerQuestion> newLayers) {
        return new PassQuestion(input, newLayers);
    }

    /// The same pass of the first samples.
    public PassQuestion withSamples(int samples) {
        return new PassQuestion(input.withSamples(samples), layers);
    }

    /// Units of the widest layer, the input included.
    public int widest() {
        return Math.max(input.width(), fanOuts().max().orElse(0));
    }

    /// Units of the narrowest layer, the input included.
    public int narrowest() {
        return Math.min(input.width(), fanOuts().min().orElse(Integer.MAX_VALUE));
    }

    private IntStream fanOuts() {
        return layers.stream().mapToInt(layer -> layer.weights().fanOut());
    }

    /// Elements of the largest signal, the input included.
    public int largestSignal() {
        return Math.multiplyExact(input.samples(), widest());
    }

    /// Elements of the largest weight matrix.
    int mostWeights() {
        return weightCounts().max().orElseThrow();
    }

    /// Bytes that work space takes beside what it needs, at most, where it grows ahead.
    long bytesAhead() {
        long elements = Batch.SIGNALS * (long) largestSignal() + mostWeights();
        return Float.BYTES * elements / LargeArrays.PART_AHEAD;
    }

    /// How long the arrays are that the pass may ask for.
    IntStream lengths() {
        return IntStream.concat(
                IntStream.of(Math.multiplyExact(input.samples(), input.width()), largestSignal()),
                weightCounts());
    }

    private IntStream weightCounts() {
        return layers.stream().mapToInt(layer -> Math.toIntExact(layer.weights().count()));
    }
}
