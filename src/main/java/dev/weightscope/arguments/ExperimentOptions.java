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
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Input;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Sampling;
import dev.weightscope.model.Skip;
import dev.weightscope.model.Weights;
import dev.weightscope.option.Decimal;
import dev.weightscope.option.OneOf;
import dev.weightscope.option.Option;
import dev.weightscope.option.Options;
import dev.weightscope.option.SliderRange;
import dev.weightscope.option.WholeNumber;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Every part of an experiment as an option.
public final class ExperimentOptions {
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
                                    WidthOptions.ALL,
                                    ReadingOptions.ALL,
                                    List.of(
                                            INPUT,
                                            INPUT_SCALE,
                                            SAMPLES,
                                            ACTIVATION,
                                            SLOPE,
                                            NORM,
                                            SKIP,
                                            BRANCH_SCALE),
                                    InitializerOptions.ALL,
                                    WeightOptions.ALL,
                                    List.of(GAIN, BIAS, BIAS_SCALE, FORMAT, SEED, BINS, RANGE))
                            .<Option<Experiment, ?>>flatMap(List::stream)
                            .toList());

    private ExperimentOptions() {}
}
