package dev.weightscope.phase;

import dev.weightscope.model.Bias;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.StandardInitializer;
import dev.weightscope.theory.PlanePlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where frameworks' own initializers stand, of layers as wide as an experiment's.
public final class Frameworks {
    private static final Map<InitializerScheme, String> NAMES = names();

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

    /// Those at one place under one name.
    public static List<Start> of(Experiment experiment) {
        Map<List<Double>, Start> places = new LinkedHashMap<>();
        NAMES.forEach((scheme, name) -> {
            Experiment start =
                    experiment
                            .withInitializerKeepingParameters(StandardInitializer.of(scheme))
                            .withGain(1)
                            .withBias(Bias.DEFAULT);
            if (PlanePlace.of(start, () -> {}) instanceof PlanePlace.At place) {
                places.merge(
                        List.of(
                                (double) Math.round(1000 * place.weightVariance()),
                                (double) Math.round(1000 * place.biasVariance())),
                        new Start(name, start, place),
                        (one, other) ->
                                new Start(one.name + ", " + other.name, one.start, one.place));
            }
        });
        return new ArrayList<>(places.values());
    }
}
