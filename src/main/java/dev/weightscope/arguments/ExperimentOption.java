package dev.weightscope.arguments;

import static dev.weightscope.arguments.OptionValue.decimal;
import static dev.weightscope.arguments.OptionValue.oneOf;
import static dev.weightscope.arguments.OptionValue.whole;
import static dev.weightscope.arguments.Part.always;
import static dev.weightscope.arguments.Part.number;
import static dev.weightscope.arguments.Part.parameter;
import static dev.weightscope.arguments.Part.part;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.BiasKind;
import dev.weightscope.model.Binning;
import dev.weightscope.model.Distribution;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.FanMode;
import dev.weightscope.model.InitializerParameter;
import dev.weightscope.model.InitializerParameters;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Sampling;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Every part of an experiment as an option: its name, how it is explained, read and written.
///
/// They are applied in this order, whatever the order in which they were typed: what others build
/// on comes first.
public enum ExperimentOption {
    WIDTHS(
            "widths",
            "N,N,...",
            "Width of the input, then of each layer; instead of --depth and --width.",
            part(
                    OptionValue.widths(),
                    Experiment::withWidths,
                    e ->
                            e.widths() instanceof LayerWidths.Listed listed
                                    ? Optional.of(listed)
                                    : Optional.empty())),
    DEPTH(
            "depth",
            "N",
            "Layers, 1..1000.",
            part(
                    whole(1, LayerWidths.MAX_DEPTH),
                    (e, depth) -> e.withDepth(depth.intValue()),
                    e -> Part.same(e).map(same -> (long) same.depth()))),
    WIDTH(
            "width",
            "N",
            "Units of every layer, 1..16384; inputs too, unless they come from a file.",
            part(
                    whole(1, LayerWidths.MAX_WIDTH),
                    (e, width) -> e.withWidth(width.intValue()),
                    e -> Part.same(e).map(same -> (long) same.width()))),
    INPUT(
            "input",
            "normal|uniform|KEY|FILE.csv",
            "N(0, 1), U(-1, 1), or the numeric columns of a file or of a data set (breast-cancer,"
                    + " digits, mnist), each standardized.",
            always(OptionValue.input(), Experiment::withInput, Experiment::input)),
    INPUT_SCALE(
            "input-scale",
            "X",
            "Multiplies every input.",
            always(decimal(), Experiment::withInputScale, Experiment::inputScale)),
    SAMPLES(
            "samples",
            "N",
            "Rows of input, 1..100000.",
            always(
                    whole(1, Sampling.MAX_SAMPLES),
                    (e, samples) -> e.withSamples(samples.intValue()),
                    e -> (long) e.samples())),
    ACTIVATION(
            "activation",
            "KEY",
            "See list activations.",
            always(
                    oneOf(Arrays.asList(ActivationFunction.values())),
                    (e, function) -> e.withActivation(e.activation().withFunction(function)),
                    e -> e.activation().function())),
    SLOPE(
            "slope",
            "X",
            "Slope of leaky-relu below zero, 0..1.",
            part(
                    decimal(),
                    (e, slope) -> e.withActivation(e.activation().withNegativeSlope(slope)),
                    e ->
                            Optional.of(e.activation())
                                    .filter(Activation::hasNegativeSlope)
                                    .map(Activation::negativeSlope))),
    INITIALIZER(
            "initializer",
            "KEY",
            "See list initializers.",
            always(
                    OptionValue.initializer(),
                    Experiment::withInitializerKeepingParameters,
                    Experiment::initializer)),
    VALUE("value", "X", "Every weight of constant.", number(InitializerParameter.VALUE)),
    STD(
            "std",
            "X",
            "Std of normal, truncated-normal (before the cut) and sparse.",
            number(InitializerParameter.STD)),
    CUT("cut", "X", "Where truncated-normal is cut, in stds.", number(InitializerParameter.CUT)),
    LIMIT("limit", "X", "Bound of uniform: U(-X, X).", number(InitializerParameter.LIMIT)),
    SPARSITY(
            "sparsity",
            "X",
            "Share of zeros among an input's weights in sparse, 0..1.",
            number(InitializerParameter.SPARSITY)),
    SCALE(
            "scale",
            "X",
            "Numerator of variance-scaling: Var(W) = X / fan.",
            number(InitializerParameter.SCALE)),
    MODE(
            "mode",
            "fan_in|fan_out|fan_avg|fan_geo_avg",
            "The fan of he-uniform, he-normal and variance-scaling.",
            parameter(
                    oneOf(Arrays.asList(FanMode.values())),
                    InitializerScheme::hasMode,
                    InitializerParameters::withMode,
                    InitializerParameters::mode)),
    DISTRIBUTION(
            "distribution",
            "normal|uniform|truncated",
            "The shape of variance-scaling.",
            parameter(
                    oneOf(Arrays.asList(Distribution.values())),
                    InitializerScheme::hasDistribution,
                    InitializerParameters::withDistribution,
                    InitializerParameters::distribution)),
    GAIN(
            "gain",
            "X",
            "Multiplies every weight.",
            always(decimal(), Experiment::withGain, Experiment::gain)),
    BIAS(
            "bias",
            "default|zero|constant|normal|uniform",
            "Biases; default is the initializer's own.",
            always(
                    oneOf(Arrays.asList(BiasKind.values())),
                    (e, kind) -> e.withBias(e.bias().withKind(kind)),
                    e -> e.bias().kind())),
    BIAS_SCALE(
            "bias-scale",
            "X",
            "The constant, the std or the limit of the biases.",
            part(
                    decimal(),
                    (e, scale) -> e.withBias(e.bias().withScale(scale)),
                    e ->
                            Optional.of(e.bias())
                                    .filter(bias -> bias.kind().hasScale())
                                    .map(bias -> bias.scale()))),
    FORMAT(
            "format",
            "float32|bfloat16|float16",
            "What weights, input and each layer's output are rounded to; products are summed in"
                    + " float32.",
            always(
                    oneOf(Arrays.asList(NumberFormat.values())),
                    Experiment::withFormat,
                    Experiment::format)),
    SEED(
            "seed",
            "N",
            "Picks the draws.",
            always(whole(Long.MIN_VALUE, Long.MAX_VALUE), Experiment::withSeed, Experiment::seed)),
    BINS(
            "bins",
            "N",
            "Bins of each histogram, 2..1000.",
            always(
                    whole(2, Binning.MAX_BINS),
                    (e, bins) -> e.withBinning(e.binning().withBins(bins.intValue())),
                    e -> (long) e.binning().bins())),
    RANGE(
            "range",
            "LOW,HIGH|natural|own",
            "Ends of the histograms; natural are the bounds of a bounded activation, own are each"
                    + " layer's smallest and largest value.",
            always(
                    OptionValue.range(),
                    (e, range) -> e.withBinning(e.binning().withRange(range)),
                    e -> e.binning().range()));

    private final String key;
    private final String placeholder;
    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // its functions capture constants alone
    private final Part<?> part;

    ExperimentOption(String key, String placeholder, String description, Part<?> part) {
        this.key = key;
        this.placeholder = placeholder;
        this.description = description;
        this.part = part;
    }

    /// Without the dashes: `input-scale`; never changes.
    public String key() {
        return key;
    }

    /// As typed: `--input-scale`.
    public String flag() {
        return "--" + key;
    }

    /// What stands for the value in a synopsis: `N`.
    public String placeholder() {
        return placeholder;
    }

    /// One or two sentences for the help.
    public String description() {
        return description;
    }

    /// The fixed texts that it can have; empty where any number or name will do.
    public List<String> choices() {
        return part.value().choices().get();
    }

    /// Whether its text is a number, and could stand in a file without quotation marks.
    public boolean isNumber() {
        return part.value().form() == OptionValue.Form.NUMBER;
    }

    /// Whether its text is numbers with commas between them.
    public boolean isNumbers() {
        return part.value().form() == OptionValue.Form.NUMBERS;
    }

    /// The text of its part of the experiment; empty where the experiment does not read that part
    /// (the std of Xavier).
    public Optional<String> write(Experiment experiment) {
        return part.write(experiment);
    }

    /// The option whose choice decides whether this one is read: `initializer` for `std`.
    public Optional<ExperimentOption> owner() {
        return switch (this) {
            case SLOPE -> Optional.of(ACTIVATION);
            case VALUE, STD, CUT, LIMIT, SPARSITY, SCALE, MODE, DISTRIBUTION ->
                    Optional.of(INITIALIZER);
            case BIAS_SCALE -> Optional.of(BIAS);
            case WIDTHS,
                    DEPTH,
                    WIDTH,
                    INPUT,
                    INPUT_SCALE,
                    SAMPLES,
                    ACTIVATION,
                    INITIALIZER,
                    GAIN,
                    BIAS,
                    FORMAT,
                    SEED,
                    BINS,
                    RANGE ->
                    Optional.empty();
        };
    }

    /// The choices of its owner with which an experiment reads it; empty where it has no owner.
    List<String> readers() {
        return owner().stream()
                .flatMap(owner ->
                        owner.choices().stream()
                                .filter(choice ->
                                        write(owner.read(Experiment.DEFAULT, choice)).isPresent()))
                .toList();
    }

    /// What it is where nothing is said: in the default experiment, or in one that reads it. Empty
    /// for what the default experiment has in another form (widths).
    public Optional<String> standard() {
        return readers().isEmpty()
                ? write(Experiment.DEFAULT)
                : write(owner().orElseThrow().read(Experiment.DEFAULT, readers().getFirst()));
    }

    /// The experiment with this part read from `text`; unchanged where it does not read this part.
    ///
    /// @throws dev.weightscope.model.Refusal if the text is no such value
    Experiment read(Experiment experiment, String text) {
        return part.read(experiment, key, text);
    }
}
