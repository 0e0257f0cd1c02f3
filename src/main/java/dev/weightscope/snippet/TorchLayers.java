package dev.weightscope.snippet;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.LayerPlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Draws the weights and biases of all layers, in place.
final class TorchLayers {
    private TorchLayers() {}

    /// Lines for the layer `number`, counted from 1, with `W`, `b`, `fan_in` and `fan_out`: once,
    /// if all layers are drawn by one text, or else a case for each text.
    static List<String> of(Experiment experiment, List<LayerPlace> places) {
        Map<List<String>, List<Integer>> layers = new LinkedHashMap<>();
        for (LayerPlace place : places) {
            LayerLaw layer = LayerLaw.of(experiment, place);
            List<String> lines = new ArrayList<>(TorchDraws.weights(layer));
            lines.addAll(TorchDraws.bias(layer));
            layers.computeIfAbsent(lines, _ -> new ArrayList<>()).add(place.layer());
        }
        if (layers.size() == 1) {
            return layers.keySet().iterator().next();
        }
        List<String> all = new ArrayList<>();
        layers.forEach((lines, numbers) -> {
            all.add(
                    "%s number in %s:"
                            .formatted(
                                    all.isEmpty() ? "if" : "elif",
                                    numbers.stream()
                                            .map(String::valueOf)
                                            .collect(Collectors.joining(", ", "{", "}"))));
            lines.forEach(line -> all.add("    " + line));
        });
        return all;
    }
}
