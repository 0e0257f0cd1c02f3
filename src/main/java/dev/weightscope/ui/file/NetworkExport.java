package dev.weightscope.ui.file;

import dev.weightscope.export.NetworkFile;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.lab.DrawnNetwork;
import dev.weightscope.lab.Question;
import dev.weightscope.model.Amounts;
import dev.weightscope.model.Experiment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A network whose weights and biases can be written into a file.
///
/// @param <S> settings of the lab whose network it is
public record NetworkExport<S>(DrawnNetwork<S> network, Question<S> question) {
    /// What will be in the file, a line for each tensor.
    ///
    /// @param most so many lines, the last of which stands for those that are left
    String head(int most) {
        Experiment experiment = question.experiment();
        List<String> lines = new ArrayList<>();
        for (int layer = 1; layer <= experiment.depth(); layer++) {
            int out = experiment.fanOut(layer);
            lines.add(
                    "layers.%d.weight  %d × %d".formatted(layer - 1, out, experiment.fanIn(layer)));
            lines.add("layers.%d.bias  %d".formatted(layer - 1, out));
        }
        if (lines.size() > most) {
            int left = lines.size() - most + 1;
            lines = new ArrayList<>(lines.subList(0, most - 1));
            lines.add("… and %s more".formatted(Amounts.counted(left, "tensor")));
        }
        return String.join("\n", lines);
    }

    /// `20 tensors, 2505000 numbers`
    String sizeText() {
        Experiment experiment = question.experiment();
        long numbers = 0;
        for (int layer = 1; layer <= experiment.depth(); layer++) {
            numbers += (experiment.fanIn(layer) + 1L) * experiment.fanOut(layer);
        }
        return "%s, %s"
                .formatted(
                        Amounts.counted(2L * experiment.depth(), "tensor"),
                        Amounts.counted(numbers, "number"));
    }

    /// @throws IOException as [NetworkFile#write]
    /// @throws dev.weightscope.model.Refusal as [NetworkFile#write]
    void write(Path file) throws IOException {
        try (Kernel kernel = Kernels.automatic(Runtime.getRuntime().availableProcessors())) {
            NetworkFile.write(file, network, question, kernel, Cancellation.NEVER);
        }
    }
}
