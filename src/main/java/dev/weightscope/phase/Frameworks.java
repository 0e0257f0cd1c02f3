package dev.weightscope.phase;

import dev.weightscope.model.Activation;
import dev.weightscope.model.Bias;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.RecommendedGain;
import dev.weightscope.model.StandardInitializer;
import dev.weightscope.theory.PlanePlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where frameworks' own initializers stand, of layers as wide as an experiment's.
public final class Frameworks {
    private static final Map<InitializerScheme, String> NAMES = names();

    /// What PyTorch's own examples give a gain to.
    private static final InitializerScheme GAINED = InitializerScheme.XAVIER_UNIFORM;

    private Frameworks() {}

    /// @param start as the framework has it
    public record Start(String name, Experiment start, PlanePlace.At place) {}

    private static Map<InitializerScheme, String> names() {
        Map<InitializerScheme, String> names = new LinkedHashMap<>();
        names.put(InitializerScheme.PYTORCH_LINEAR, "PyTorch");
        names.put(InitializerScheme.KERAS_DENSE, "Keras");
        names.put(InitializerScheme.FLAX_DENSE, "Flax");
        names.put(InitializerScheme.HE_NORMAL, "He");
        return names;
    }

    /// Those at one place under one name; and Xavier with the gain that PyTorch's `calculate_gain`
    /// has for the activation, unless that is where another one stands.
    public static List<Start> of(Experiment experiment) {
        Map<List<Long>, Start> places = new LinkedHashMap<>();
        NAMES.forEach((scheme, name) ->
                find(name, experiment, scheme, 1)
                        .ifPresent(start ->
                                places.merge(
                                        key(start.place),
                                        start,
                                        (one, other) ->
                                                new Start(
                                                        one.name + ", " + other.name,
                                                        one.start,
                                                        one.place))));
        Activation activation = experiment.activation();
        RecommendedGain.of(StandardInitializer.of(GAINED), activation)
                .filter(gain -> gain.value() != 1)
                .flatMap(gain ->
                        find(
                                "%s gain %s".formatted(activation.function().key(), gain.symbol()),
                                experiment,
                                GAINED,
                                gain.value()))
                .ifPresent(start -> places.putIfAbsent(key(start.place), start));
        return new ArrayList<>(places.values());
    }

    private static Optional<Start> find(
            String name, Experiment experiment, InitializerScheme scheme, double gain) {
        Experiment start =
                experiment
                        .withInitializerKeepingParameters(StandardInitializer.of(scheme))
                        .withGain(gain)
                        .withBias(Bias.DEFAULT);
        return PlanePlace.of(start, () -> {}) instanceof PlanePlace.At place
                ? Optional.of(new Start(name, start, place))
                : Optional.empty();
    }

    /// Equal where two could not be told apart on a map.
    private static List<Long> key(PlanePlace.At place) {
        return List.of(
                Math.round(1000 * place.weightVariance()), Math.round(1000 * place.biasVariance()));
    }
}
