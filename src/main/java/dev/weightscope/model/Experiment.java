package dev.weightscope.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// The whole question, in one immutable value: everything that decides a bit of the answer.
///
/// What its components are made of can be read and replaced here too, since most of the program
/// asks for one thing at a time: `experiment.withGain(2)`.
///
/// @param network what is looked at
/// @param sampling what it is run on
/// @param seed picks the draws; a layer's draws depend on (seed, layer) alone
/// @param binning how the values are counted
public record Experiment(Network network, Sampling sampling, long seed, Binning binning) {
    /// Significant ones of a gain in a [#label].
    public static final int LABEL_DIGITS = 4;

    /// The classic exercise: 1000 × 500 standard normal inputs through ten tanh layers of 500,
    /// Xavier uniform.
    public static final Experiment DEFAULT =
            new Experiment(Network.DEFAULT, Sampling.DEFAULT, 42, Binning.DEFAULT);

    public Experiment {
        if (network.initializer() instanceof LoadedWeights loaded
                && sampling.input() instanceof Input.Table(var data)
                && loaded.layers().getFirst().fanIn() != data.columns()) {
            throw new Refusal(
                    "%s takes %d values, but the input %s has %d columns"
                            .formatted(
                                    loaded.label(),
                                    loaded.layers().getFirst().fanIn(),
                                    data.source(),
                                    data.columns()));
        }
        if (network.widths() instanceof LayerWidths.Listed(var list)
                && sampling.input() instanceof Input.Table(var data)
                && list.getFirst() != data.columns()) {
            throw new Refusal(
                    "widths begin with %d, but the input %s has %d columns; begin them with %d"
                            .formatted(
                                    list.getFirst(),
                                    data.source(),
                                    data.columns(),
                                    data.columns()));
        }
    }

    public LayerWidths widths() {
        return network.widths();
    }

    public Architecture architecture() {
        return network.architecture();
    }

    public Activation activation() {
        return network.activation();
    }

    public Initializer initializer() {
        return network.initializer();
    }

    public double gain() {
        return network.gain();
    }

    public Bias bias() {
        return network.bias();
    }

    public NumberFormat format() {
        return network.format();
    }

    public Input input() {
        return sampling.input();
    }

    public int samples() {
        return sampling.samples();
    }

    public double inputScale() {
        return sampling.scale();
    }

    /// How a file is read.
    public DataReading reading() {
        return sampling.reading();
    }

    /// As [Sampling#effectiveSamples].
    public int effectiveSamples() {
        return sampling.effectiveSamples();
    }

    public int depth() {
        return widths().depth();
    }

    /// The number of input features.
    public int inputWidth() {
        return fanIn(1);
    }

    /// The number of values that each unit of a layer sees; layers count from 1.
    public int fanIn(int layer) {
        if (layer > 1) {
            return widths().fanOut(layer - 1);
        }
        return switch (widths()) {
            case LayerWidths.Listed(var list) -> list.getFirst();
            case LayerWidths.Same(int _, int width) ->
                    input() instanceof Input.Table(var data) ? data.columns() : width;
        };
    }

    /// The number of units of a layer; layers count from 1.
    public int fanOut(int layer) {
        return widths().fanOut(layer);
    }

    /// Where a layer stands; layers count from 1. Where there are skips all layers have to be
    /// looked at: who asks for more than one asks for [#places].
    public LayerPlace place(int layer) {
        return architecture().skip() == Skip.NONE
                ? LayerPlace.plain(layer, fanIn(layer), fanOut(layer))
                : places().get(layer - 1);
    }

    /// Where each layer stands, in order.
    public List<LayerPlace> places() {
        List<Integer> layers = new ArrayList<>(List.of(inputWidth()));
        for (int layer = 1; layer <= depth(); layer++) {
            layers.add(fanOut(layer));
        }
        return architecture().places(layers);
    }

    /// The layers, from 1 and in order, whose outputs are the stream, and so of one kind: all but
    /// those inside of a branch ([LayerRole#isInsideBranch]). All layers where no skip leads past
    /// two; the last one always.
    public List<Integer> streamLayers() {
        return layers(place -> !place.role().isInsideBranch());
    }

    /// The other layers, whose outputs never leave a branch but through the branch's last layer.
    public List<Integer> layersInsideBranches() {
        return layers(place -> place.role().isInsideBranch());
    }

    private List<Integer> layers(Predicate<LayerPlace> condition) {
        return places().stream().filter(condition).map(LayerPlace::layer).toList();
    }

    /// Whether a skip leads past any layer: widths that do not fit, or too few layers, may leave
    /// none though skips are asked for.
    public boolean hasBranches() {
        return architecture().skip() != Skip.NONE
                && places().stream().anyMatch(place -> place.role() != LayerRole.PLAIN);
    }

    /// Whether the pre-activations of every layer are normalized: whatever their weights are
    /// multiplied by, the signal keeps its size.
    public boolean normalizesPreActivations() {
        return architecture().normalization() != Normalization.NONE && !hasBranches();
    }

    /// Whether a gain changes nothing behind any layer. Over units a normalization leaves the share
    /// that biases have in what it divides; over a batch it takes them away.
    public boolean normalizesGainAway() {
        return normalizesPreActivations()
                && (architecture().normalization() == Normalization.BATCH
                        || IntStream.rangeClosed(1, depth())
                                .allMatch(layer ->
                                        biasLaw(layer).isZero(fanIn(layer), fanOut(layer))));
    }

    /// The law of a layer's weights, gain included; layers count from 1.
    public Law weightLaw(int layer) {
        return weightLaw(place(layer));
    }

    /// The law of the weights of the layer at a place, gain included.
    public Law weightLaw(LayerPlace place) {
        return network.weights().law(place, activation());
    }

    /// The law of a layer's biases.
    public Law biasLaw(int layer) {
        return bias().law(initializer(), LayerPlace.plain(layer, fanIn(layer), fanOut(layer)));
    }

    /// The layer that stands for all where one has to: the last that is not the output.
    public int explainedLayer() {
        return Math.max(1, depth() - 1);
    }

    /// The initializer's law in words, with the numbers of the [#explainedLayer].
    public Initializer.Explanation explanation() {
        return explanation(explainedLayer());
    }

    /// The initializer's law in words, with the numbers of a layer; layers count from 1.
    public Initializer.Explanation explanation(int layer) {
        return initializer().explain(place(layer), activation(), gain());
    }

    public Experiment withNetwork(Network newNetwork) {
        return new Experiment(newNetwork, sampling, seed, binning);
    }

    public Experiment withSampling(Sampling newSampling) {
        return new Experiment(network, newSampling, seed, binning);
    }

    public Experiment withSeed(long newSeed) {
        return new Experiment(network, sampling, newSeed, binning);
    }

    public Experiment withBinning(Binning newBinning) {
        return new Experiment(network, sampling, seed, newBinning);
    }

    public Experiment withWidths(LayerWidths newWidths) {
        return withNetwork(network.withWidths(newWidths));
    }

    public Experiment withDepth(int newDepth) {
        return withWidths(widths().withDepth(newDepth));
    }

    public Experiment withWidth(int newWidth) {
        return withWidths(widths().withWidth(newWidth));
    }

    public Experiment withArchitecture(Architecture newArchitecture) {
        return withNetwork(network.withArchitecture(newArchitecture));
    }

    public Experiment withNormalization(Normalization newNormalization) {
        return withArchitecture(architecture().withNormalization(newNormalization));
    }

    public Experiment withSkip(Skip newSkip) {
        return withArchitecture(architecture().withSkip(newSkip));
    }

    public Experiment withBranchScale(BranchScale newBranchScale) {
        return withArchitecture(architecture().withBranchScale(newBranchScale));
    }

    public Experiment withActivation(Activation newActivation) {
        return withNetwork(network.withActivation(newActivation));
    }

    public Experiment withInitializer(Initializer newInitializer) {
        return withNetwork(network.withInitializer(newInitializer));
    }

    /// Another initializer with the numbers of the one before, as far as it has parameters: a
    /// number that was typed for one scheme is still there after a look at another.
    public Experiment withInitializerKeepingParameters(Initializer chosen) {
        return withInitializer(chosen.withParametersOf(initializer()));
    }

    public Experiment withGain(double newGain) {
        return withNetwork(network.withGain(newGain));
    }

    public Experiment withBias(Bias newBias) {
        return withNetwork(network.withBias(newBias));
    }

    public Experiment withFormat(NumberFormat newFormat) {
        return withNetwork(network.withFormat(newFormat));
    }

    public Experiment withInput(Input newInput) {
        return withSampling(sampling.withInput(newInput));
    }

    /// The experiment on a table; a list of widths begins with the table's columns then.
    public Experiment withTable(DataTable table) {
        return new Experiment(
                initializer() instanceof LoadedWeights
                        ? network // whose widths are the file's
                        : network.withWidths(widths().withInputWidth(table.columns())),
                sampling.withInput(new Input.Table(table)),
                seed,
                binning);
    }

    /// The experiment on a table that was read so.
    public Experiment withTable(DataTable table, DataReading newReading) {
        return withTable(table).withReading(newReading);
    }

    public Experiment withReading(DataReading newReading) {
        return withSampling(sampling.withReading(newReading));
    }

    public Experiment withSamples(int newSamples) {
        return withSampling(sampling.withSamples(newSamples));
    }

    public Experiment withInputScale(double newScale) {
        return withSampling(sampling.withScale(newScale));
    }

    /// A name short enough for the end of a curve: initializer, gain where it is not 1,
    /// architecture where it is not plain, and format where it is not float32.
    public String label() {
        return label(LABEL_DIGITS);
    }

    /// The same, its gain with another number of significant digits than four.
    public String label(int gainDigits) {
        return network.label(gainDigits);
    }

    /// One line that states the experiment, for captions: `tanh · Xavier uniform, gain 1 · 10
    /// layers of 500 · …`.
    ///
    /// Skips are named where they lead past any layer.
    public String caption() {
        String formatText = format() == NumberFormat.FLOAT32 ? "" : " · " + format().label();
        return "%s · %s%s · seed %d"
                .formatted(captionedNetwork().caption(), sampling.label(), formatText, seed);
    }

    private Network captionedNetwork() {
        return architecture().skip() == Skip.NONE || hasBranches()
                ? network
                : network.withArchitecture(architecture().withSkip(Skip.NONE));
    }
}
