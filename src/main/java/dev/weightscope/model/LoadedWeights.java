package dev.weightscope.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The weights and biases of a file in the place of drawn ones: layers in an order in which each
/// takes as many values as the one before it gives.
///
/// @param source what names the file on a command line: a path, or the key of one that comes with
///   the program
public record LoadedWeights(String source, List<LoadedLayer> layers) implements Initializer {
    private static final String KEY = "loaded";
    private static final int HASH_DIGITS = 16;

    /// @throws Refusal if there is no layer, if there are too many, or if two do not join
    public LoadedWeights {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new Refusal("%s gives no layer".formatted(Quoted.path(source)));
        }
        for (int i = 1; i < layers.size(); i++) {
            LoadedLayer before = layers.get(i - 1);
            LoadedLayer layer = layers.get(i);
            requireJoined(
                    before.weights().name(),
                    before.fanOut(),
                    layer.weights().name(),
                    layer.fanIn());
        }
        Require.inRange("the number of loaded layers", layers.size(), 1, LayerWidths.MAX_DEPTH);
    }

    /// @param gives how many values the layer before gives
    /// @param takes how many the layer behind it takes
    /// @throws Refusal if these are not as many
    public static void requireJoined(String before, long gives, String behind, long takes) {
        if (gives != takes) {
            throw new Refusal(
                    "%s gives %d values, but %s behind it takes %d"
                            .formatted(Quoted.value(before), gives, Quoted.value(behind), takes));
        }
    }

    /// The width of the input, then of each layer.
    public LayerWidths.Listed widths() {
        List<Integer> widths = new ArrayList<>(List.of(layers.getFirst().fanIn()));
        layers.forEach(layer -> widths.add(layer.fanOut()));
        return new LayerWidths.Listed(widths);
    }

    /// What tells these numbers from others: sixteen hexadecimal digits.
    public String hash() {
        var digest = LoadedTensor.sha256();
        for (LoadedLayer layer : layers) {
            digest.update(layer.weights().hash().getBytes(StandardCharsets.US_ASCII));
            layer.bias()
                    .ifPresent(
                            bias -> digest.update(bias.hash().getBytes(StandardCharsets.US_ASCII)));
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_DIGITS);
    }

    /// Which tensors they are, and how each lies.
    public TensorChoice tensors() {
        return new TensorChoice(
                layers.stream()
                        .map(layer -> TensorChoice.Named.of(layer.weights().name(), layer.layout()))
                        .toList());
    }

    public LoadedWeights withSource(String newSource) {
        return new LoadedWeights(newSource, layers);
    }

    @Override
    public String key() {
        return KEY;
    }

    /// The file's name, without the folders.
    @Override
    public String label() {
        return FileName.of(source);
    }

    @Override
    public Keyed scheme() {
        return this;
    }

    @Override
    public Initializer withParametersOf(Initializer other) {
        return this;
    }

    @Override
    public Law weights(LayerPlace place, Activation activation) {
        return new Law.Loaded(at(place).weights(), 1);
    }

    @Override
    public Law bias(LayerPlace place) {
        return at(place)
                .bias()
                .<Law>map(bias -> new Law.Loaded(bias, 1))
                .orElse(new Law.Constant(0));
    }

    @Override
    public Explanation explain(LayerPlace place, Activation activation, double gain) {
        LoadedLayer layer = at(place);
        double variance =
                new Law.Loaded(layer.weights(), gain).variance(place.fanIn(), place.fanOut());
        return new Explanation(
                "W = g·" + Quoted.value(layer.weights().name()),
                "",
                variance,
                place.fanIn() * variance,
                label(),
                "In the file %s".formatted(layer.layout().label()));
    }

    /// @throws Refusal if a layer of another shape is asked for, as where data have another number
    ///   of columns than the first layer takes
    private LoadedLayer at(LayerPlace place) {
        if (place.layer() > layers.size()) {
            throw new Refusal(
                    "%s has %d layers, but there are %d"
                            .formatted(label(), layers.size(), place.layer()));
        }
        LoadedLayer layer = layers.get(place.layer() - 1);
        if (layer.fanIn() != place.fanIn() || layer.fanOut() != place.fanOut()) {
            throw new Refusal(
                    "%s of %s takes %d values and gives %d, but layer %d has to take %d and give %d"
                            .formatted(
                                    Quoted.value(layer.weights().name()),
                                    label(),
                                    layer.fanIn(),
                                    layer.fanOut(),
                                    place.layer(),
                                    place.fanIn(),
                                    place.fanOut()));
        }
        return layer;
    }
}
