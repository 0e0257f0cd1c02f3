package dev.weightscope.model;

import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/// Every initializer there is to choose: the built-in schemes in their order, then the custom ones
/// found on the class path.
public final class InitializerCatalogue {
    private InitializerCatalogue() {}

    /// All of them, with default parameters.
    ///
    /// @throws InvalidExperimentException if a custom one uses a key that is taken
    public static List<Initializer> all() {
        List<Initializer> builtIn =
                Arrays.stream(InitializerScheme.values())
                        .<Initializer>map(StandardInitializer::of)
                        .toList();
        for (Initializer each : Custom.FOUND) {
            if (builtIn.stream().anyMatch(other -> other.key().equals(each.key()))) {
                throw new InvalidExperimentException(
                        "custom initializer key \"%s\" is taken by a built-in one; choose another"
                                .formatted(each.key()));
            }
        }
        return Stream.concat(builtIn.stream(), Custom.FOUND.stream()).toList();
    }

    /// The initializer with this key.
    ///
    /// @throws InvalidExperimentException naming the keys there are
    public static Initializer find(String key) {
        return Keyed.find("initializer", all(), key);
    }

    /// Those on the class path, made once: found twice, the same initializer must be equal, or the
    /// same experiment would not be.
    private static final class Custom {
        static final List<Initializer> FOUND =
                ServiceLoader.load(
                                WeightInitializer.class,
                                InitializerCatalogue.class.getClassLoader())
                        .stream()
                        .<Initializer>map(provider -> new CustomInitializer(provider.get()))
                        .toList();
    }
}
