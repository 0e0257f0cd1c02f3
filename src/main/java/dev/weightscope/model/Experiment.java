package dev.weightscope.model;

/// The whole question, in one immutable value: everything that decides a bit of the answer.
///
/// @param samples how many rows of input, 1..100000; a file with fewer rows gives those it has
///   ([#effectiveSamples()])
/// @param inputScale multiplies every input, 0..1000000
/// @param gain multiplies every weight, 0..1000000; biases are left alone
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
                    42,
                    Binning.DEFAULT);

    public Experiment {
        Require.inRange("samples", samples, 1, MAX_SAMPLES);
        Require.inRange("input-scale", inputScale, 0, MAX_INPUT_SCALE);
        Require.inRange("gain", gain, 0, MAX_GAIN);
        if (widths instanceof LayerWidths.Listed(var list)
                && input instanceof Input.Table(var data)
                && list.getFirst() != data.columns()) {
            throw new InvalidExperimentException(
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
        return new Experiment(
                newWidths,
                input,
                samples,
                inputScale,
                activation,
                initializer,
                gain,
                bias,
                seed,
                binning);
    }

    public Experiment withDepth(int newDepth) {
        return withWidths(widths.withDepth(newDepth));
    }

    public Experiment withWidth(int newWidth) {
        return withWidths(widths.withWidth(newWidth));
    }

    public Experiment withInput(Input newInput) {
        return new Experiment(
                widths,
                newInput,
                samples,
                inputScale,
                activation,
                initializer,
                gain,
                bias,
                seed,
                binning);
    }

    /// The experiment on a table; a list of widths begins with the table's columns then.
    public Experiment withTable(DataTable table) {
        return withInput(new Input.StandardNormal())
                .withWidths(widths.withInputWidth(table.columns()))
                .withInput(new Input.Table(table));
    }

    public Experiment withSamples(int newSamples) {
        return new Experiment(
                widths,
                input,
                newSamples,
                inputScale,
                activation,
                initializer,
                gain,
                bias,
                seed,
                binning);
    }

    public Experiment withInputScale(double newScale) {
        return new Experiment(
                widths,
                input,
                samples,
                newScale,
                activation,
                initializer,
                gain,
                bias,
                seed,
                binning);
    }

    public Experiment withActivation(Activation newActivation) {
        return new Experiment(
                widths,
                input,
                samples,
                inputScale,
                newActivation,
                initializer,
                gain,
                bias,
                seed,
                binning);
    }

    public Experiment withInitializer(Initializer newInitializer) {
        return new Experiment(
                widths,
                input,
                samples,
                inputScale,
                activation,
                newInitializer,
                gain,
                bias,
                seed,
                binning);
    }

    public Experiment withGain(double newGain) {
        return new Experiment(
                widths,
                input,
                samples,
                inputScale,
                activation,
                initializer,
                newGain,
                bias,
                seed,
                binning);
    }

    public Experiment withBias(Bias newBias) {
        return new Experiment(
                widths,
                input,
                samples,
                inputScale,
                activation,
                initializer,
                gain,
                newBias,
                seed,
                binning);
    }

    public Experiment withSeed(long newSeed) {
        return new Experiment(
                widths,
                input,
                samples,
                inputScale,
                activation,
                initializer,
                gain,
                bias,
                newSeed,
                binning);
    }

    public Experiment withBinning(Binning newBinning) {
        return new Experiment(
                widths,
                input,
                samples,
                inputScale,
                activation,
                initializer,
                gain,
                bias,
                seed,
                newBinning);
    }

    /// A name short enough for the end of a curve: initializer, and gain where it is not 1.
    public String label() {
        return gain == 1
                ? initializer.label()
                : initializer.label() + ", gain " + Numbers.significant(gain, 4);
    }

    /// One line that states the experiment, for captions: `tanh · Xavier uniform, gain 1 · 10
    /// layers of 500 · …`.
    public String caption() {
        String biasText =
                bias.kind().hasScale()
                        ? " · bias " + bias.kind().key() + " " + Numbers.plain(bias.scale())
                        : "";
        String scaleText = inputScale == 1 ? "" : " × " + Numbers.plain(inputScale);
        return "%s · %s, gain %s · %s%s · %s%s · seed %d"
                .formatted(
                        activation.label(),
                        initializer.label(),
                        Numbers.significant(gain, 4),
                        widths.label(),
                        biasText,
                        input.label(effectiveSamples()),
                        scaleText,
                        seed);
    }
}
