package dev.weightscope.snippet;

import dev.weightscope.model.LayerPlace;
import dev.weightscope.model.Skip;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The way forward of a module, as the program goes it: where the signal is rounded, too.
final class TorchForward {
    private TorchForward() {}

    static List<String> of(TorchModule module) {
        List<String> lines = new ArrayList<>();
        if (module.isRounded()) {
            lines.add("x = kept(x)");
        }
        List<LayerPlace> begins =
                module.inner().stream().filter(place -> place.role().beginsBranch()).toList();
        if (begins.isEmpty()) {
            lines.addAll(plain(module));
        } else {
            lines.addAll(branches(module, begins));
        }
        lines.add(
                switch (module.end()) {
                    case AS_OTHERS -> "return x";
                    case LINEAR -> "return self.layers[-1](x)";
                });
        return lines;
    }

    private static String plainLayer(TorchModule module) {
        return "x = "
                + module.kept(
                        module.hasNorms() ? "activation(norm(layer(x)))" : "activation(layer(x))");
    }

    private static List<String> plain(TorchModule module) {
        String layers =
                switch (module.end()) {
                    case AS_OTHERS -> "self.layers";
                    case LINEAR -> "self.layers[:-1]";
                };
        return List.of(
                module.hasNorms()
                        ? "for layer, norm in zip(%s, self.norms):".formatted(layers)
                        : "for layer in %s:".formatted(layers),
                "    " + plainLayer(module));
    }

    private static List<String> branches(TorchModule module, List<LayerPlace> begins) {
        Skip skip = module.experiment().architecture().skip();
        String entering = module.hasNorms() ? module.kept("norm(x)") : "x";
        String first = "activation(layer(%s))".formatted(entering);
        String branch =
                PythonScript.times(
                        begins.getFirst().branchScale(),
                        skip == Skip.TWO
                                ? "self.layers[number](%s)".formatted(module.kept(first))
                                : first);
        String firsts =
                begins.stream()
                        .map(place -> Integer.toString(place.layer()))
                        .collect(Collectors.joining(", ", "{", "}"));
        List<String> lines = new ArrayList<>();
        lines.add("number = 1");
        lines.add("while number <= %d:".formatted(module.inner().size()));
        lines.add("    layer = self.layers[number - 1]");
        if (module.hasNorms()) {
            lines.add("    norm = self.norms[number - 1]");
        }
        lines.add("    if number in %s:  # a branch begins".formatted(firsts));
        lines.add("        x = " + module.kept("x + " + branch));
        lines.add("        number += " + skip.layers());
        lines.add("    else:");
        lines.add("        " + plainLayer(module));
        lines.add("        number += 1");
        return lines;
    }
}
