package dev.weightscope.snippet;

import dev.weightscope.model.Law;
import dev.weightscope.model.Normalization;
import java.util.ArrayList;
import java.util.List;

/// Layer-sequential unit variance of a module (Mishkin & Matas 2016, arXiv 1511.06422, algorithm
/// 1), which PyTorch does not have: a method that measures each layer where it stands, norms and
/// skips before it included.
final class TorchFit {
    private TorchFit() {}

    /// @param module that [TorchModule#isFitted]
    static List<String> of(TorchModule module) {
        double scale =
                switch (LayerLaw.of(module.experiment(), module.places().getFirst()).weights()) {
                    case Law.LayerSequential(double found) -> found;
                    case Law other -> throw new IllegalArgumentException(other.text());
                };
        List<String> lines = new ArrayList<>();
        lines.add("@torch.no_grad()");
        lines.add("def fit(self, x):");
        lines.add("    # PyTorch has no LSUV: orthogonal draws, divided by the std of the");
        lines.add("    # pre-activations on x until that is near 1, layer after layer.");
        lines.add("    for layer in self.layers:");
        lines.add("        stds = []");
        lines.add("        hook = layer.register_forward_hook(");
        lines.add("            lambda _, inputs, z: stds.append(z.std(correction=0).item())");
        lines.add("        )");
        lines.add("        Q, divisor = layer.weight.clone(), 1.0");
        lines.add("        for _ in range(10):");
        lines.add("            layer.weight.copy_(%s)".formatted(module.kept("Q / divisor")));
        lines.add("            self(x)");
        lines.add("            std = stds[-1]");
        lines.add("            if abs(std - 1) <= 0.1 or std == 0 or not math.isfinite(std):");
        lines.add("                break");
        lines.add("            divisor *= std");
        lines.add("        hook.remove()");
        lines.add(
                "        layer.weight.copy_(%s)"
                        .formatted(module.kept(PythonScript.times(scale, "Q / divisor"))));
        if (module.experiment().architecture().normalization() == Normalization.BATCH) {
            lines.add("    for norm in self.norms:  # what was averaged was no training");
            lines.add("        if isinstance(norm, nn.BatchNorm1d):");
            lines.add("            norm.reset_running_stats()");
        }
        return lines;
    }
}
