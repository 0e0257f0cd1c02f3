package dev.weightscope.snippet;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.FileName;
import dev.weightscope.model.Input;
import java.util.ArrayList;
import java.util.List;

/// What an experiment is run on, as a tensor `x`, samples × features.
final class TorchInput {
    private TorchInput() {}

    static List<String> lines(Experiment experiment) {
        String shape =
                "%d, %d"
                        .formatted(
                                experiment.sampling().effectiveSamples(), experiment.inputWidth());
        List<String> lines = new ArrayList<>();
        String drawn =
                switch (experiment.input()) {
                    case Input.StandardNormal _ -> "torch.randn(%s)".formatted(shape);
                    case Input.Uniform _ -> "(2 * torch.rand(%s) - 1)".formatted(shape);
                    case Input.Table(var data) -> {
                        lines.addAll(
                                PythonScript.comment(
                                        "Rows of %s belong in the place of x."
                                                .formatted(
                                                        PythonScript.ascii(
                                                                FileName.of(data.source())))));
                        yield "torch.randn(%s)".formatted(shape);
                    }
                };
        lines.add("x = " + PythonScript.times(experiment.sampling().scale(), drawn));
        return lines;
    }
}
