package dev.weightscope.snippet;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.Law;
import dev.weightscope.model.LayerPlace;
import dev.weightscope.model.LoadedWeights;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.NumberFormat;
import java.util.ArrayList;
import java.util.List;

/// A network as the class `Network`: `layers.0.weight` and so on, as the program saves them, norms
/// that learn scale and shift, and a way forward that is the program's.
///
/// @param places of all layers, in order
/// @param end what follows the last layer
record TorchModule(Experiment experiment, List<LayerPlace> places, End end) {
    /// What the last layer is.
    enum End {
        /// One like the others.
        AS_OTHERS,
        /// Linear, with no norm and no skip.
        LINEAR
    }

    /// The network that an experiment is run on.
    static TorchModule of(Experiment experiment) {
        return new TorchModule(experiment, experiment.places(), End.AS_OTHERS);
    }

    /// The network that an experiment is the start of when it is trained.
    static TorchModule trained(Experiment experiment, List<LayerPlace> places) {
        return new TorchModule(experiment, places, End.LINEAR);
    }

    /// Whether its weights are measured on an input: [TorchFit] is to be called.
    boolean isFitted() {
        return LayerLaw.of(experiment, places.getFirst()).weights() instanceof Law.LayerSequential;
    }

    boolean hasNorms() {
        return experiment.architecture().normalization() != Normalization.NONE;
    }

    boolean isRounded() {
        return experiment.format() != NumberFormat.FLOAT32;
    }

    /// As an expression: rounded to the number format, where that is not float32.
    String kept(String value) {
        return isRounded() ? "kept(" + value + ")" : value;
    }

    /// The places of the layers that a skip or a norm may stand at.
    List<LayerPlace> inner() {
        return switch (end) {
            case AS_OTHERS -> places;
            case LINEAR -> places.subList(0, places.size() - 1);
        };
    }

    /// The definitions: of what the class needs, and of it.
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.addAll(function("activation", TorchActivations.of(experiment.activation())));
        if (isRounded()) {
            lines.add(
                    "# Kept in %s; products are summed in float32."
                            .formatted(experiment.format().key()));
            lines.addAll(
                    function(
                            "kept", "x.to(torch.%s).float()".formatted(experiment.format().key())));
        }
        lines.add("class Network(nn.Module):");
        lines.add("    def __init__(self):");
        lines.add("        super().__init__()");
        lines.add("        widths = " + widths());
        lines.add("        pairs = zip(widths, widths[1:])");
        lines.add("        self.layers = nn.ModuleList(nn.Linear(i, o) for i, o in pairs)");
        if (hasNorms()) {
            PythonScript.indent(8, TorchNorms.of(this), lines);
        }
        lines.add("        self.draw()");
        lines.add("");
        lines.add("    @torch.no_grad()");
        lines.add("    def draw(self):");
        if (experiment.initializer() instanceof LoadedWeights loaded) {
            PythonScript.indent(8, new LoadedText(loaded, true).opening(), lines);
        }
        lines.add("        for number, layer in enumerate(self.layers, start=1):");
        lines.add("            W, b = layer.weight, layer.bias");
        lines.add("            fan_out, fan_in = W.shape");
        PythonScript.indent(12, TorchLayers.of(experiment, places), lines);
        if (isRounded()) {
            lines.add("            W.copy_(kept(W))");
            lines.add("            b.copy_(kept(b))");
        }
        lines.add("");
        if (isFitted()) {
            PythonScript.indent(4, TorchFit.of(this), lines);
            lines.add("");
        }
        lines.add("    def forward(self, x):");
        PythonScript.indent(8, TorchForward.of(this), lines);
        lines.add("");
        lines.add("");
        return lines;
    }

    /// Lines that make `network`.
    List<String> made() {
        return List.of(
                "torch.manual_seed(%d)".formatted(Math.floorMod(experiment.seed(), 1L << 31)),
                "network = Network()");
    }

    private static List<String> function(String name, String value) {
        return List.of("def %s(x):".formatted(name), "    return " + value, "", "");
    }

    private String widths() {
        int width = places.getFirst().fanIn();
        List<Integer> widths = new ArrayList<>(List.of(width));
        places.forEach(place -> widths.add(place.fanOut()));
        return widths.stream().allMatch(each -> each == width)
                ? "[%d] * %d".formatted(width, widths.size())
                : widths.toString();
    }
}
