package dev.weightscope.model;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/// Every initializer there is to choose: the built-in schemes in their order, then the custom ones
/// found on the class path.
public final class InitializerCatalogue {
    private InitializerCatalogue() {}

    /// All of them, with default parameters.
    ///
    /// @throws Refusal if a custom one cannot be made, or uses a key that is taken
    public static List<Initializer> all() {
        if (!Custom.AMISS.isEmpty()) {
            throw new Refusal(Custom.AMISS);
        }
        List<Initializer> all = new ArrayList<>();
        for (InitializerScheme scheme : InitializerScheme.values()) {
            all.add(StandardInitializer.of(scheme));
        }
        for (Initializer each : Custom.FOUND) {
            if (all.stream().anyMatch(other -> other.key().equals(each.key()))) {
                throw new Refusal(
                        "custom initializer key \"%s\" is taken by another one; choose another"
                                .formatted(each.key()));
            }
            all.add(each);
        }
        return List.copyOf(all);
    }

    /// The initializer with this key.
    ///
    /// @throws Refusal naming the keys there are
    public static Initializer find(String key) {
        return Keyed.find("initializer", all(), key);
    }

    /// Those on the class path, made once: found twice, the same initializer must be equal, or the
    /// same experiment would not be.
    private static final class Custom {
        static final List<Initializer> FOUND = new ArrayList<>();

        /// Why some cannot be made; empty if all can. Kept, since a class whose making fails says
        /// why only once.
        static final String AMISS = load();

        private static String load() {
            try {
                ServiceLoader.load(
                                WeightInitializer.class,
                                InitializerCatalogue.class.getClassLoader())
                        .forEach(each -> FOUND.add(new CustomInitializer(each)));
                return "";
            } catch (ServiceConfigurationError amiss) {
                return "a custom initializer cannot be made: " + amiss.getMessage();
            }
        }
    }
}
