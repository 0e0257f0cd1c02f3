package dev.weightscope.weights;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// What a file says that a tensor was drawn by.
///
/// @param name of the framework's class: `GlorotUniform`
/// @param settings its numbers, and others as text, in the file's order; without those that are
///   null
public record DeclaredInitializer(String name, Map<String, String> settings) {
    public DeclaredInitializer {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /// `RandomNormal(mean=0, stddev=0.3)`
    public String text() {
        return settings.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(", ", name + "(", ")"));
    }
}
