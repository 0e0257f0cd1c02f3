package dev.weightscope.snippet;

import dev.weightscope.model.Experiment;
import java.util.ArrayList;
import java.util.List;

/// The network of an experiment as a PyTorch module that is made: `network`.
final class TorchNetwork {
    private TorchNetwork() {}

    static String text(Experiment experiment) {
        TorchModule module = TorchModule.of(experiment);
        List<String> lines = new ArrayList<>(module.lines());
        lines.addAll(module.made());
        if (module.isFitted()) {
            lines.addAll(TorchInput.lines(experiment));
            lines.add("network.fit(x)");
        }
        return PythonScript.of(lines);
    }
}
