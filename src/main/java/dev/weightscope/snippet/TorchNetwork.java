package dev.weightscope.snippet;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.Law;
import dev.weightscope.model.LayerPlace;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Numbers;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Skip;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The whole network as a PyTorch module: `layers.0.weight` and so on, as the program saves them,
/// and a way forward that is the program's.
final class TorchNetwork {
    private TorchNetwork() {}

    static String text(Experiment experiment) {
        List<LayerPlace> places = experiment.places();
        if (experiment.format() != NumberFormat.FLOAT32) {
            throw new Refusal(
                    "the whole network is written in float32 alone; leave --format %s out"
                            .formatted(experiment.format().key()));
        }
        if (experiment.weightLaw(places.getFirst()) instanceof Law.LayerSequential) {
            throw new Refusal(
                    "lsuv is measured on the input, layer after layer, which the module does not"
                        + " know; leave --network out for one layer, or take run --save-weights");
        }
        List<String> lines = new ArrayList<>();
        lines.addAll(function("activation", TorchActivations.of(experiment.activation())));
        Normalization normalization = experiment.architecture().normalization();
        if (normalization != Normalization.NONE) {
            lines.addAll(function("norm", norm(normalization)));
        }
        lines.add("class Network(nn.Module):");
        lines.add("    def __init__(self):");
        lines.add("        super().__init__()");
        lines.add("        widths = " + widths(experiment));
        lines.add("        pairs = zip(widths, widths[1:])");
        lines.add("        self.layers = nn.ModuleList(nn.Linear(i, o) for i, o in pairs)");
        lines.add("        self.draw()");
        lines.add("");
        lines.add("    @torch.no_grad()");
        lines.add("    def draw(self):");
        lines.add("        for number, layer in enumerate(self.layers, start=1):");
        lines.add("            W, b = layer.weight, layer.bias");
        lines.add("            fan_out, fan_in = W.shape");
        indented(12, TorchLayers.of(experiment), lines);
        lines.add("");
        lines.add("    def forward(self, x):");
        indented(8, forward(experiment, places), lines);
        lines.add("");
        lines.add("");
        lines.add("torch.manual_seed(%d)".formatted(Math.floorMod(experiment.seed(), 1L << 31)));
        lines.add("network = Network()");
        return PythonScript.of(lines);
    }

    private static void indented(int columns, List<String> lines, List<String> out) {
        lines.forEach(line -> out.add(" ".repeat(columns) + line));
    }

    private static List<String> function(String name, String value) {
        return List.of("def %s(x):".formatted(name), "    return " + value, "", "");
    }

    private static String norm(Normalization normalization) {
        String epsilon = Numbers.plain(Normalization.EPSILON);
        return switch (normalization) {
            case NONE -> "x";
            case BATCH -> "F.batch_norm(x, None, None, training=True, eps=%s)".formatted(epsilon);
            case LAYER -> "F.layer_norm(x, x.shape[-1:], eps=%s)".formatted(epsilon);
            case RMS ->
                    "x * torch.rsqrt(x.square().mean(-1, keepdim=True) + %s)".formatted(epsilon);
        };
    }

    private static String widths(Experiment experiment) {
        int width = experiment.inputWidth();
        List<Integer> widths = new ArrayList<>(List.of(width));
        experiment.places().forEach(place -> widths.add(place.fanOut()));
        return widths.stream().allMatch(each -> each == width)
                ? "[%d] * %d".formatted(width, widths.size())
                : widths.toString();
    }

    private static List<String> forward(Experiment experiment, List<LayerPlace> places) {
        boolean norms = experiment.architecture().normalization() != Normalization.NONE;
        String plain = norms ? "activation(norm(layer(x)))" : "activation(layer(x))";
        List<LayerPlace> begins =
                places.stream().filter(place -> place.role().beginsBranch()).toList();
        if (begins.isEmpty()) {
            return List.of("for layer in self.layers:", "    x = " + plain, "return x");
        }
        boolean isOfTwo = experiment.architecture().skip() == Skip.TWO;
        String entering = norms ? "layer(norm(x))" : "layer(x)";
        String branch =
                PythonScript.times(
                        begins.getFirst().branchScale(),
                        isOfTwo
                                ? "self.layers[number](activation(%s))".formatted(entering)
                                : "activation(%s)".formatted(entering));
        String firsts =
                begins.stream()
                        .map(place -> Integer.toString(place.layer()))
                        .collect(Collectors.joining(", ", "{", "}"));
        List<String> lines = new ArrayList<>();
        lines.add("number = 1");
        lines.add("while number <= len(self.layers):");
        lines.add("    layer = self.layers[number - 1]");
        lines.add("    if number in %s:  # a branch begins".formatted(firsts));
        lines.add("        x = x + " + branch);
        lines.add("        number += " + experiment.architecture().skip().layers());
        lines.add("    else:");
        lines.add("        x = " + plain);
        lines.add("        number += 1");
        lines.add("return x");
        return lines;
    }
}
