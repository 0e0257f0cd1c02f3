package dev.weightscope.snippet;

import dev.weightscope.model.Law;
import dev.weightscope.model.LayerPlace;
import dev.weightscope.model.NumberFormat;
import java.util.ArrayList;
import java.util.List;

/// Puts a layer's lines together: imports, what is drawn, in which shape, and the lines of a
/// [Dialect].
final class LayerSnippet {
    private LayerSnippet() {}

    static String text(Dialect dialect, LayerLaw layer) {
        List<String> lines = new ArrayList<>();
        if (layer.weights() instanceof Law.LayerSequential) {
            lines.addAll(dialect.bias(layer)); // part of what is measured
            lines.addAll(dialect.weights(layer));
        } else {
            lines.addAll(dialect.weights(layer));
            lines.addAll(dialect.bias(layer));
        }
        NumberFormat format = layer.experiment().format();
        if (format != NumberFormat.FLOAT32) {
            lines.addAll(dialect.rounded(format));
        }
        List<String> head = new ArrayList<>(comments(dialect, layer));
        head.add(
                "fan_in, fan_out = %d, %d"
                        .formatted(layer.place().fanIn(), layer.place().fanOut()));
        head.addAll(dialect.opening(layer.seed(), String.join("\n", lines)));
        head.addAll(lines);
        return PythonScript.of(head);
    }

    private static List<String> comments(Dialect dialect, LayerLaw layer) {
        LayerPlace place = layer.place();
        String law = PythonFormula.comment(layer.experiment().explanation(place.layer()).law());
        List<String> lines = new ArrayList<>();
        lines.add(
                "# %s, gain %s"
                        .formatted(PythonScript.ascii(layer.initializer().label()), layer.gain()));
        for (String part : law.split("; ")) {
            lines.add("# " + part);
        }
        lines.add(
                "# Layer %d of %d%s; %s"
                        .formatted(
                                place.layer(),
                                layer.experiment().depth(),
                                role(place),
                                dialect.layout()));
        return lines;
    }

    private static String role(LayerPlace place) {
        return switch (place.role()) {
            case PLAIN -> "";
            case WHOLE_BRANCH -> ", branch %d of %d".formatted(place.branch(), place.branches());
            case FIRST_OF_BRANCH ->
                    ", first of branch %d of %d".formatted(place.branch(), place.branches());
            case LAST_OF_BRANCH ->
                    ", last of branch %d of %d".formatted(place.branch(), place.branches());
        };
    }
}
