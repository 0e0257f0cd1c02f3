package dev.weightscope.arguments;

import dev.weightscope.model.Distribution;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.FanMode;
import dev.weightscope.model.Initializer;
import dev.weightscope.model.InitializerCatalogue;
import dev.weightscope.model.InitializerParameter;
import dev.weightscope.model.InitializerParameters;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.LoadedWeights;
import dev.weightscope.model.StandardInitializer;
import dev.weightscope.option.Codec;
import dev.weightscope.option.Decimal;
import dev.weightscope.option.OneOf;
import dev.weightscope.option.Option;
import dev.weightscope.option.SliderRange;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/// The initializer with what it asks for.
public final class InitializerOptions {
    /// Another initializer keeps the numbers that were given before, for a scheme that reads them.
    public static final Option<Experiment, Initializer> INITIALIZER =
            Option.<Experiment, Initializer>partial(
                            "initializer",
                            "Initializer",
                            "See list initializers.",
                            new OneOf<>(InitializerCatalogue::all),
                            Experiment::withInitializerKeepingParameters,
                            e ->
                                    e.initializer() instanceof LoadedWeights
                                            ? Optional.empty()
                                            : Optional.of(e.initializer()))
                    .clearing(InitializerOptions::withoutFile);

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

    static final List<Option<Experiment, ?>> ALL =
            List.of(INITIALIZER, VALUE, STD, CUT, LIMIT, SPARSITY, SCALE, MODE, DISTRIBUTION);

    private InitializerOptions() {}

    /// Weights of a file give way to drawn ones.
    static Experiment withoutFile(Experiment experiment) {
        return experiment.initializer() instanceof LoadedWeights
                ? experiment.withInitializer(Experiment.DEFAULT.initializer())
                : experiment;
    }

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
}
