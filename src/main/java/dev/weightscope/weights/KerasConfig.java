package dev.weightscope.weights;

import dev.weightscope.weights.KerasNames.Variable;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A model's settings as `config.json` has them: the settings of each layer by its place among the
/// weights. Keras calls a layer there by its class in small letters, and counts those of one class
/// in the order of the model.
///
/// @param layers by `layers/dense_1`
record KerasConfig(Map<String, JsonNode> layers) {
    private static final int MOST_NESTING = 16;

    /// @throws dev.weightscope.model.Refusal if it is no JSON
    static KerasConfig read(Source source, MemorySegment json) {
        Map<String, JsonNode> layers = new HashMap<>();
        try {
            JsonNode model = new JsonMapper().readTree(json.toArray(ValueLayout.JAVA_BYTE));
            addLayers(model.path("config"), "", layers, 0);
        } catch (JacksonException _) {
            throw source.refused("is no valid model of Keras: its config.json cannot be read");
        }
        return new KerasConfig(layers);
    }

    /// @param layers those found are added
    private static void addLayers(
            JsonNode model, String path, Map<String, JsonNode> layers, int depth) {
        Map<String, Integer> counts = new HashMap<>();
        for (JsonNode layer : model.path("layers").values()) {
            String kind = snake(layer.path("class_name").asString(""));
            int number = counts.merge(kind, 1, Integer::sum) - 1;
            String place = path + "layers/" + kind + (number == 0 ? "" : "_" + number);
            JsonNode config = layer.path("config");
            layers.put(place, config);
            if (depth < MOST_NESTING) {
                addLayers(config, place + "/", layers, depth + 1);
            }
        }
    }

    /// `Conv2DTranspose` becomes `conv2d_transpose` (keras/src/utils/naming.py, to_snake_case).
    private static String snake(String name) {
        return name.replaceAll("\\W+", "")
                .replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }

    /// Of a variable of a layer, or of a part of it, as a cell has.
    Optional<DeclaredInitializer> initializer(Variable variable) {
        String layer = variable.layer();
        while (!layers.containsKey(layer) && layer.contains("/")) {
            layer = layer.substring(0, layer.lastIndexOf('/'));
        }
        JsonNode config = layers.get(layer);
        return config == null
                ? Optional.empty()
                : Stream.of(variable.name(), variable.name().replace("_kernel", ""))
                        .map(each -> config.path(each + "_initializer"))
                        .filter(each -> each.path("class_name").isString())
                        .findFirst()
                        .map(KerasConfig::declared);
    }

    private static DeclaredInitializer declared(JsonNode initializer) {
        Map<String, String> settings = new LinkedHashMap<>();
        List<Map.Entry<String, JsonNode>> given =
                List.copyOf(initializer.path("config").properties());
        for (Map.Entry<String, JsonNode> each : given) {
            if (each.getValue().isNumber() || each.getValue().isString()) {
                settings.put(each.getKey(), each.getValue().asString());
            }
        }
        return new DeclaredInitializer(initializer.path("class_name").asString(), settings);
    }
}
