package dev.weightscope.arguments;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Architecture;
import dev.weightscope.model.Bias;
import dev.weightscope.model.BiasKind;
import dev.weightscope.model.BinRange;
import dev.weightscope.model.Binning;
import dev.weightscope.model.BranchScale;
import dev.weightscope.model.DataReading;
import dev.weightscope.model.Distribution;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.FanMode;
import dev.weightscope.model.Initializer;
import dev.weightscope.model.InitializerCatalogue;
import dev.weightscope.model.InitializerParameter;
import dev.weightscope.model.InitializerParameters;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.Input;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Sampling;
import dev.weightscope.model.Skip;
import dev.weightscope.model.StandardInitializer;
import dev.weightscope.model.Weights;
import dev.weightscope.option.Codec;
import dev.weightscope.option.Decimal;
import dev.weightscope.option.OneOf;
import dev.weightscope.option.Option;
import dev.weightscope.option.Options;
import dev.weightscope.option.SliderRange;
import dev.weightscope.option.WholeNumber;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Every part of an experiment as an option.
public final class ExperimentOptions {
    /// Deeper networks can be typed; a slider to 1000 would leave no room for the usual ones.
    private static final double DEEPEST_TO_DRAG = 200;

    public static final Option<Experiment, Long> DEPTH =
            Option.partial(
                    "depth",
                    "Depth",
                    "Layers.",
                    new WholeNumber(1, LayerWidths.MAX_DEPTH, SliderRange.log(1, DEEPEST_TO_DRAG)),
                    (e, depth) -> e.withDepth(depth.intValue()),
                    e -> same(e).map(same -> (long) same.depth()));

    public static final Option<Experiment, Long> WIDTH =
            Option.partial(
                    "width",
                    "Width",
                    "Units of every layer; inputs too, unless they come from a file.",
                    new WholeNumber(
                            1, LayerWidths.MAX_WIDTH, SliderRange.log(1, LayerWidths.MAX_WIDTH)),
                    (e, width) -> e.withWidth(width.intValue()),
                    e -> same(e).map(same -> (long) same.width()));

    public static final Option<Experiment, LayerWidths.Listed> WIDTHS =
            Option.<Experiment, LayerWidths.Listed>partial(
                            "widths",
                            "Widths",
                            "Width of the input, then of each layer; instead of --depth and"
                                    + " --width.",
                            ExperimentCodecs.WIDTHS,
                            Experiment::withWidths,
                            e ->
                                    e.widths() instanceof LayerWidths.Listed listed
                                            ? Optional.of(listed)
                                            : Optional.empty())
                    .insteadOf(List.of(DEPTH, WIDTH));

    /// Old widths need not fit the new input, nor the other way round: the old input gives way.
    public static final Option<Experiment, String> INPUT =
            Option.<Experiment, String>of(
                            "input",
                            "Input",
                            "N(0, 1), U(-1, 1), or the numeric columns of a file or of a data set"
                                + " (breast-cancer, digits, mnist, moons, circles, spirals, blobs),"
                                + " scaled as --scaling says.",
                            ExperimentCodecs.INPUT,
                            (e, name) -> e.withInput(ExperimentCodecs.input(name, e.reading())),
                            e -> e.input().text())
                    .clearing(e ->
                            e.withInput(new Input.StandardNormal())
                                    .withReading(DataReading.DEFAULT));

    public static final Option<Experiment, Double> INPUT_SCALE =
            Option.of(
                    "input-scale",
                    "Input scale",
                    "Multiplies every input.",
                    new Decimal(0, Sampling.MAX_SCALE, SliderRange.log(0.001, 100)),
                    Experiment::withInputScale,
                    Experiment::inputScale);

    public static final Option<Experiment, Long> SAMPLES =
            Option.of(
                    "samples",
                    "Samples",
                    "Rows of input.",
                    new WholeNumber(
                            1, Sampling.MAX_SAMPLES, SliderRange.log(1, Sampling.MAX_SAMPLES)),
                    (e, samples) -> e.withSamples(samples.intValue()),
                    e -> (long) e.samples());

    public static final Option<Experiment, ActivationFunction> ACTIVATION =
            Option.of(
                    "activation",
                    "Activation",
                    "See list activations.",
                    OneOf.of(ActivationFunction.values()),
                    (e, function) -> e.withActivation(e.activation().withFunction(function)),
                    e -> e.activation().function());

    public static final Option<Experiment, Double> SLOPE =
            Option.<Experiment, Double>partial(
                            "slope",
                            "Slope",
                            "Slope of leaky-relu below zero.",
                            new Decimal(0, 1),
                            (e, slope) -> e.withActivation(e.activation().withNegativeSlope(slope)),
                            e ->
                                    Optional.of(e.activation())
                                            .filter(Activation::hasNegativeSlope)
                                            .map(Activation::negativeSlope))
                    .ownedBy(ACTIVATION);

    public static final Option<Experiment, Normalization> NORM =
            Option.of(
                            "norm",
                            "Normalize",
                            "What is normalized to variance 1: of a plain layer its"
                                    + " pre-activations, of a branch what enters it.",
                            OneOf.of(Normalization.values()),
                            Experiment::withNormalization,
                            e -> e.architecture().normalization())
                    .unsaidAtDefault();

    public static final Option<Experiment, Skip> SKIP =
            Option.of(
                            "skip",
                            "Skip",
                            "Over how many layers a skip connection leads; layers whose widths do"
                                    + " not fit stay plain.",
                            OneOf.of(Skip.values()),
                            Experiment::withSkip,
                            e -> e.architecture().skip())
                    .unsaidAtDefault();

    public static final Option<Experiment, BranchScale> BRANCH_SCALE =
            Option.<Experiment, BranchScale>partial(
                            "branch-scale",
                            "Branch ×",
                            "Multiplies what each branch adds: 0..1000000, or depth, which is"
                                    + " 1/sqrt(number of branches).",
                            ExperimentCodecs.BRANCH_SCALE,
                            Experiment::withBranchScale,
                            e ->
                                    Optional.of(e.architecture())
                                            .filter(each -> each.skip() != Skip.NONE)
                                            .map(Architecture::branchScale))
                    .ownedBy(SKIP);

    /// Another initializer keeps the numbers that were given before, for a scheme that reads them.
    public static final Option<Experiment, Initializer> INITIALIZER =
            Option.of(
                    "initializer",
                    "Initializer",
                    "See list initializers.",
                    new OneOf<>(InitializerCatalogue::all),
                    Experiment::withInitializerKeepingParameters,
                    Experiment::initializer);

    public static final Option<Experiment, Double> VALUE =
            number(
                    InitializerParameter.VALUE,
                    "Every weight of constant.",
                    SliderRange.linear(-1, 1));

    public static final Option<Experiment, Double> STD =
            number(
                    InitializerParameter.STD,
                    "Std of normal, truncated-normal (before the cut) and sparse.",
                    SliderRange.log(1e-4, 10));

    public static final Option<Experiment, Double> CUT =
            number(
                    InitializerParameter.CUT,
                    "Where truncated-normal is cut, in stds.",
                    SliderRange.linear(0.5, 5));

    public static final Option<Experiment, Double> LIMIT =
            number(
                    InitializerParameter.LIMIT,
                    "Bound of uniform: U(-X, X).",
                    SliderRange.log(1e-4, 100));

    public static final Option<Experiment, Double> SPARSITY =
            number(
                    InitializerParameter.SPARSITY,
                    "Share of zeros among an input's weights in sparse.",
                    SliderRange.linear(0, 1));

    public static final Option<Experiment, Double> SCALE =
            number(
                    InitializerParameter.SCALE,
                    "Numerator of variance-scaling: Var(W) = X / fan.",
                    SliderRange.log(0.01, 100));

    public static final Option<Experiment, FanMode> MODE =
            parameter(
                    "mode",
                    "Mode",
                    "The fan of he-uniform, he-normal and variance-scaling.",
                    OneOf.of(FanMode.values()),
                    InitializerScheme::hasMode,
                    InitializerParameters::withMode,
                    InitializerParameters::mode);

    public static final Option<Experiment, Distribution> DISTRIBUTION =
            parameter(
                    "distribution",
                    "Distribution",
                    "The shape of variance-scaling.",
                    OneOf.of(Distribution.values()),
                    InitializerScheme::hasDistribution,
                    InitializerParameters::withDistribution,
                    InitializerParameters::distribution);

    public static final Option<Experiment, Double> GAIN =
            Option.of(
                    "gain",
                    "Gain",
                    "Multiplies every weight.",
                    new Decimal(0, Weights.MAX_GAIN, SliderRange.log(0.2, 5)),
                    Experiment::withGain,
                    Experiment::gain);

    public static final Option<Experiment, BiasKind> BIAS =
            Option.of(
                    "bias",
                    "Bias",
                    "Biases; default is the initializer's own.",
                    OneOf.of(BiasKind.values()),
                    (e, kind) -> e.withBias(e.bias().withKind(kind)),
                    e -> e.bias().kind());

    public static final Option<Experiment, Double> BIAS_SCALE =
            Option.<Experiment, Double>partial(
                            "bias-scale",
                            "Bias scale",
                            "The constant, the std or the limit of the biases.",
                            new Decimal(0, Bias.MAX_SCALE, SliderRange.linear(0, 2)),
                            (e, scale) -> e.withBias(e.bias().withScale(scale)),
                            e ->
                                    Optional.of(e.bias())
                                            .filter(bias -> bias.kind().hasScale())
                                            .map(Bias::scale))
                    .ownedBy(BIAS);

    public static final Option<Experiment, NumberFormat> FORMAT =
            Option.of(
                    "format",
                    "Format",
                    "What weights, input and each layer's output are rounded to; products are"
                            + " summed in float32.",
                    OneOf.of(NumberFormat.values()),
                    Experiment::withFormat,
                    Experiment::format);

    public static final Option<Experiment, Long> SEED =
            Option.of(
                    "seed",
                    "Seed",
                    "Picks the draws.",
                    new WholeNumber(Long.MIN_VALUE, Long.MAX_VALUE),
                    Experiment::withSeed,
                    Experiment::seed);

    public static final Option<Experiment, Long> BINS =
            Option.of(
                    "bins",
                    "Bins",
                    "Bins of each histogram.",
                    new WholeNumber(2, Binning.MAX_BINS, SliderRange.linear(10, 200)),
                    (e, bins) -> e.withBinning(e.binning().withBins(bins.intValue())),
                    e -> (long) e.binning().bins());

    public static final Option<Experiment, BinRange> RANGE =
            Option.of(
                    "range",
                    "Range",
                    "Ends of the histograms; natural are the bounds of a bounded activation, own"
                            + " are each layer's smallest and largest value.",
                    ExperimentCodecs.RANGE,
                    (e, range) -> e.withBinning(e.binning().withRange(range)),
                    e -> e.binning().range());

    /// The table that everything is made from.
    public static final Options<Experiment> ALL =
            new Options<>(
                    Experiment.DEFAULT,
                    Stream.of(
                                    List.of(WIDTHS, DEPTH, WIDTH),
                                    ReadingOptions.ALL,
                                    List.of(
                                            INPUT,
                                            INPUT_SCALE,
                                            SAMPLES,
                                            ACTIVATION,
                                            SLOPE,
                                            NORM,
                                            SKIP,
                                            BRANCH_SCALE,
                                            INITIALIZER,
                                            VALUE,
                                            STD,
                                            CUT,
                                            LIMIT,
                                            SPARSITY,
                                            SCALE,
                                            MODE,
                                            DISTRIBUTION,
                                            GAIN,
                                            BIAS,
                                            BIAS_SCALE,
                                            FORMAT,
                                            SEED,
                                            BINS,
                                            RANGE))
                            .<Option<Experiment, ?>>flatMap(List::stream)
                            .toList());

    private ExperimentOptions() {}

    private static Option<Experiment, Double> number(
            InitializerParameter parameter, String help, SliderRange slider) {
        return parameter(
                parameter.key(),
                parameter.label(),
                help,
                new Decimal(parameter.low(), parameter.high(), slider),
                scheme -> scheme.parameters().contains(parameter),
                (all, value) -> all.with(parameter, value),
                all -> all.get(parameter));
    }

    /// A part of the initializer that some schemes read.
    private static <T> Option<Experiment, T> parameter(
            String key,
            String label,
            String help,
            Codec<T> codec,
            Predicate<InitializerScheme> isRead,
            BiFunction<InitializerParameters, T, InitializerParameters> with,
            Function<InitializerParameters, T> get) {
        return Option.<Experiment, T>partial(
                        key,
                        label,
                        help,
                        codec,
                        (e, chosen) ->
                                e.initializer() instanceof StandardInitializer standard
                                        ? e.withInitializer(
                                                standard.withParameters(
                                                        with.apply(standard.parameters(), chosen)))
                                        : e,
                        e ->
                                e.initializer()
                                                        instanceof
                                                        StandardInitializer(
                                                                var scheme,
                                                                var parameters)
                                                && isRead.test(scheme)
                                        ? Optional.of(get.apply(parameters))
                                        : Optional.empty())
                .ownedBy(INITIALIZER);
    }

    /// The widths, if one width holds for all layers.
    private static Optional<LayerWidths.Same> same(Experiment experiment) {
        return experiment.widths() instanceof LayerWidths.Same same
                ? Optional.of(same)
                : Optional.empty();
    }
}
