package dev.weightscope.model;

import java.util.function.Consumer;

/// The whole question, in one immutable value: everything that decides a bit of the answer.
///
/// @param samples how many rows of input, 1..100000; a file with fewer rows gives those it has
///   ([#effectiveSamples()])
/// @param inputScale multiplies every input, 0..1000000
/// @param gain multiplies every weight, 0..1000000; biases are left alone
/// @param format of the weights, biases, input and activations; products are summed in float32
///   whatever it is, as accelerators do
/// @param seed picks the draws; a layer's draws depend on (seed, layer) alone
public record Experiment(
        LayerWidths widths,
        Input input,
        int samples,
        double inputScale,
        Activation activation,
        Initializer initializer,
        double gain,
        Bias bias,
        NumberFormat format,
        long seed,
        Binning binning) {
    public static final int MAX_SAMPLES = 100_000;
    public static final double MAX_GAIN = 1e6;
    public static final double MAX_INPUT_SCALE = 1e6;

    /// The classic exercise: 1000 × 500 standard normal inputs through ten tanh layers of 500,
    /// Xavier uniform.
    public static final Experiment DEFAULT =
            new Experiment(
                    new LayerWidths.Same(10, 500),
                    new Input.StandardNormal(),
                    1000,
                    1,
                    Activation.of(ActivationFunction.TANH),
                    StandardInitializer.of(InitializerScheme.XAVIER_UNIFORM),
                    1,
                    Bias.DEFAULT,
                    NumberFormat.FLOAT32,
                    42,
                    Binning.DEFAULT);

    public Experiment {
        Require.inRange("samples", samples, 1, MAX_SAMPLES);
        Require.inRange("input-scale", inputScale, 0, MAX_INPUT_SCALE);
        Require.inRange("gain", gain, 0, MAX_GAIN);
        if (widths instanceof LayerWidths.Listed(var list)
                && input instanceof Input.Table(var data)
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

    public int depth() {
        return widths.depth();
    }

    /// The number of samples there really are: no more than the rows of an input file.
    public int effectiveSamples() {
        return input instanceof Input.Table(var data) ? Math.min(samples, data.rows()) : samples;
    }

    /// The number of input features.
    public int inputWidth() {
        return fanIn(1);
    }

    /// The number of values that each unit of a layer sees; layers count from 1.
    public int fanIn(int layer) {
        if (layer > 1) {
            return widths.fanOut(layer - 1);
        }
        return switch (widths) {
            case LayerWidths.Listed(var list) -> list.getFirst();
            case LayerWidths.Same(int _, int width) ->
                    input instanceof Input.Table(var data) ? data.columns() : width;
        };
    }

    /// The number of units of a layer; layers count from 1.
    public int fanOut(int layer) {
        return widths.fanOut(layer);
    }

    /// The law of a layer's weights, gain included.
    public Law weightLaw(int layer) {
        return initializer.weights(fanIn(layer), fanOut(layer), activation).times(gain);
    }

    /// The law of a layer's biases.
    public Law biasLaw(int layer) {
        return bias.law(initializer, fanIn(layer), fanOut(layer));
    }

    /// The layer that stands for all where one has to: the last that is not the output.
    public int explainedLayer() {
        return Math.max(1, depth() - 1);
    }

    /// The initializer's law in words, with the numbers of the [#explainedLayer].
    public Initializer.Explanation explanation() {
        int layer = explainedLayer();
        return initializer.explain(fanIn(layer), fanOut(layer), activation, gain);
    }

    public Experiment withWidths(LayerWidths newWidths) {
        return with(parts -> parts.widths = newWidths);
    }

    public Experiment withDepth(int newDepth) {
        return withWidths(widths.withDepth(newDepth));
    }

    public Experiment withWidth(int newWidth) {
        return withWidths(widths.withWidth(newWidth));
    }

    public Experiment withInput(Input newInput) {
        return with(parts -> parts.input = newInput);
    }

    /// The experiment on a table; a list of widths begins with the table's columns then.
    public Experiment withTable(DataTable table) {
        return withInput(new Input.StandardNormal())
                .withWidths(widths.withInputWidth(table.columns()))
                .withInput(new Input.Table(table));
    }

    public Experiment withSamples(int newSamples) {
        return with(parts -> parts.samples = newSamples);
    }

    public Experiment withInputScale(double newScale) {
        return with(parts -> parts.inputScale = newScale);
    }

    public Experiment withActivation(Activation newActivation) {
        return with(parts -> parts.activation = newActivation);
    }

    public Experiment withInitializer(Initializer newInitializer) {
        return with(parts -> parts.initializer = newInitializer);
    }

    public Experiment withGain(double newGain) {
        return with(parts -> parts.gain = newGain);
    }

    public Experiment withBias(Bias newBias) {
        return with(parts -> parts.bias = newBias);
    }

    public Experiment withFormat(NumberFormat newFormat) {
        return with(parts -> parts.format = newFormat);
    }

    public Experiment withSeed(long newSeed) {
        return with(parts -> parts.seed = newSeed);
    }

    public Experiment withBinning(Binning newBinning) {
        return with(parts -> parts.binning = newBinning);
    }

    private Experiment with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.experiment();
    }

    /// The components of an experiment while one of them is replaced.
    private static final class Parts {
        LayerWidths widths;
        Input input;
        int samples;
        double inputScale;
        Activation activation;
        Initializer initializer;
        double gain;
        Bias bias;
        NumberFormat format;
        long seed;
        Binning binning;

        Parts(Experiment from) {
            widths = from.widths;
            input = from.input;
            samples = from.samples;
            inputScale = from.inputScale;
            activation = from.activation;
            initializer = from.initializer;
            gain = from.gain;
            bias = from.bias;
            format = from.format;
            seed = from.seed;
            binning = from.binning;
        }

        Experiment experiment() {
            return new Experiment(
                    widths,
                    input,
                    samples,
                    inputScale,
                    activation,
                    initializer,
                    gain,
                    bias,
                    format,
                    seed,
                    binning);
        }
    }

    /// A name short enough for the end of a curve: initializer, gain where it is not 1, and format
    /// where it is not float32.
    public String label() {
        String gainText = gain == 1 ? "" : ", gain " + Numbers.significant(gain, 4);
        String formatText = format == NumberFormat.FLOAT32 ? "" : ", " + format.label();
        return initializer.label() + gainText + formatText;
    }

    /// One line that states the experiment, for captions: `tanh · Xavier uniform, gain 1 · 10
    /// layers of 500 · …`.
    public String caption() {
        String biasText =
                bias.kind().hasScale()
                        ? " · bias " + bias.kind().key() + " " + Numbers.plain(bias.scale())
                        : "";
        String scaleText = inputScale == 1 ? "" : " × " + Numbers.plain(inputScale);
        String formatText = format == NumberFormat.FLOAT32 ? "" : " · " + format.label();
        return "%s · %s, gain %s · %s%s · %s%s%s · seed %d"
                .formatted(
                        activation.label(),
                        initializer.label(),
                        Numbers.significant(gain, 4),
                        widths.label(),
                        biasText,
                        input.label(effectiveSamples()),
                        scaleText,
                        formatText,
                        seed);
    }
}
