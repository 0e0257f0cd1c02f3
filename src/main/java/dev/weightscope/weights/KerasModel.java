package dev.weightscope.weights;

import dev.weightscope.weights.KerasNames.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A `.keras` file of Keras 3: a zip of the weights, as HDF5, and of the model's settings, which
/// name the initializer of each.
record KerasModel() implements Format {
    private static final String WEIGHTS = "model.weights.h5";
    private static final String CONFIG = "config.json";

    /// Of the settings: some thousand bytes a layer.
    private static final long MOST_CONFIG = 1L << 26;

    @Override
    public String name() {
        return "Keras";
    }

    @Override
    public boolean begins(Source source) {
        return ZipDirectory.begins(source)
                && ZipDirectory.read(source).stream().anyMatch(each -> each.name().equals(WEIGHTS));
    }

    @Override
    public Contents read(Source source) {
        Map<String, ZipPart> parts = new HashMap<>();
        List<ZipPart> all = ZipDirectory.read(source);
        ZipDirectory.checkUnpacked(source, all);
        all.forEach(each -> parts.put(each.name(), each));
        ZipPart weights = parts.get(WEIGHTS);
        if (weights == null) {
            throw new IllegalStateException("no weights in a file that began with them");
        }
        Source inner = source.part(weights.whole(source));
        if (!inner.has(0, Hdf5.MAGIC)) {
            throw source.refused(
                    "is no valid model of Keras: its %s is no HDF5 file".formatted(WEIGHTS));
        }
        KerasNames named = KerasNames.of(Hdf5Tensors.of(inner));
        Map<String, DeclaredInitializer> declared = new HashMap<>();
        ZipPart config = parts.get(CONFIG);
        if (config != null && config.size() <= MOST_CONFIG) {
            KerasConfig layers = KerasConfig.read(source, config.whole(source));
            for (Map.Entry<String, Variable> each : named.variables().entrySet()) {
                layers.initializer(each.getValue())
                        .ifPresent(found -> declared.put(each.getKey(), found));
            }
        }
        return new Contents(Map.of(), named.tensors(), declared);
    }
}
