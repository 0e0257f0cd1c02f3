package dev.weightscope.arguments;

import static dev.weightscope.arguments.OptionValue.decimal;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerParameter;
import dev.weightscope.model.InitializerParameters;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.StandardInitializer;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/// Where an option's value stands in an experiment.
///
/// @param with the experiment with another value; the same one where it has no such part
/// @param get the value; empty where the experiment does not read it
record Part<T>(
        OptionValue<T> value,
        BiFunction<Experiment, T, Experiment> with,
        Function<Experiment, Optional<T>> get) {
    Experiment read(Experiment experiment, String option, String text) {
        return with.apply(experiment, value.reader().read(option, text));
    }

    Optional<String> write(Experiment experiment) {
        return get.apply(experiment).map(value.writer());
    }

    static <T> Part<T> part(
            OptionValue<T> value,
            BiFunction<Experiment, T, Experiment> with,
            Function<Experiment, Optional<T>> get) {
        return new Part<>(value, with, get);
    }

    /// A part that every experiment reads.
    static <T> Part<T> always(
            OptionValue<T> value,
            BiFunction<Experiment, T, Experiment> with,
            Function<Experiment, T> get) {
        return part(value, with, get.andThen(Optional::of));
    }

    static Part<Double> number(InitializerParameter parameter) {
        return parameter(
                decimal(),
                scheme -> scheme.parameters().contains(parameter),
                (all, value) -> all.with(parameter, value),
                all -> all.get(parameter));
    }

    /// A part of the initializer that some schemes read.
    static <T> Part<T> parameter(
            OptionValue<T> value,
            Predicate<InitializerScheme> isRead,
            BiFunction<InitializerParameters, T, InitializerParameters> with,
            Function<InitializerParameters, T> get) {
        return part(
                value,
                (e, chosen) ->
                        e.initializer() instanceof StandardInitializer standard
                                ? e.withInitializer(
                                        standard.withParameters(
                                                with.apply(standard.parameters(), chosen)))
                                : e,
                e ->
                        e.initializer() instanceof StandardInitializer(var scheme, var parameters)
                                        && isRead.test(scheme)
                                ? Optional.of(get.apply(parameters))
                                : Optional.empty());
    }

    /// The widths, if one width holds for all layers.
    static Optional<LayerWidths.Same> same(Experiment experiment) {
        return experiment.widths() instanceof LayerWidths.Same same
                ? Optional.of(same)
                : Optional.empty();
    }
}
