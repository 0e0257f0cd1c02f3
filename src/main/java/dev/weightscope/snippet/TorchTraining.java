package dev.weightscope.snippet;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.Numbers;
import dev.weightscope.training.Loss;
import dev.weightscope.training.SampleOrder;
import dev.weightscope.training.Start;
import java.util.ArrayList;
import java.util.List;

/// The training of one network as a script: data, module, loss, optimizer, the steps, and what is
/// printed of them.
final class TorchTraining {
    /// What weights are fitted to, where their law asks for that.
    private static final int FITTED_TO = 1000;

    private static final int PRINTED_LOSSES = 10;

    private TorchTraining() {}

    static String text(Experiment experiment, Course course) {
        Start.requireTrainable(experiment);
        TorchModule module =
                TorchModule.trained(
                        experiment,
                        Start.places(experiment, course.data().inputs().size(), course.outputs()));
        List<String> lines = new ArrayList<>(module.lines());
        lines.addAll(losses(course));
        lines.addAll(TorchData.lines(course.data(), course.loss()));
        lines.addAll(split(course));
        lines.add("");
        lines.addAll(module.made());
        if (module.isFitted()) {
            lines.add("network.fit(x[:%d])".formatted(FITTED_TO));
        }
        lines.add(TorchOptimizers.line(course.plan().optimizer()));
        List<String> loop = TorchLoop.of(module, course);
        if (loop.getFirst().startsWith("def ")) {
            lines.add("");
            lines.add("");
        }
        lines.addAll(loop);
        lines.add("");
        lines.addAll(report(module, course));
        return PythonScript.of(lines);
    }

    private static List<String> losses(Course course) {
        String call =
                switch (course.loss()) {
                    case BINARY_CROSS_ENTROPY ->
                            "F.binary_cross_entropy_with_logits(z.squeeze(1), y";
                    case SOFTMAX_CROSS_ENTROPY -> "F.cross_entropy(z, y";
                    case MEAN_SQUARED_ERROR -> "F.mse_loss(z.squeeze(1), y";
                };
        List<String> lines = new ArrayList<>();
        lines.add("def loss_of(z, y):");
        lines.add(
                "    return %s, reduction=\"%s\")"
                        .formatted(call, course.plan().reduction().key()));
        lines.add("");
        lines.add("");
        if (course.loss().hasAccuracy()) {
            lines.add("def right_of(z, y):");
            lines.add(
                    "    return (%s == y).double().mean().item()"
                            .formatted(
                                    course.loss() == Loss.BINARY_CROSS_ENTROPY
                                            ? "(z.squeeze(1) > 0)"
                                            : "z.argmax(1)"));
            lines.add("");
            lines.add("");
        }
        return lines;
    }

    private static List<String> split(Course course) {
        int test = course.testRows();
        if (test == 0) {
            return List.of();
        }
        return List.of(
                course.split().order() == SampleOrder.GIVEN
                        ? "rows = torch.arange(len(x))"
                        : "rows = torch.randperm(len(x),"
                                + " generator=torch.Generator().manual_seed(0))",
                "train, test = rows[:-%d].sort().values, rows[-%d:].sort().values"
                        .formatted(test, test),
                "x, y, x_test, y_test = x[train], y[train], x[test], y[test]");
    }

    private static List<String> report(TorchModule module, Course course) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "for step in range(0, len(losses), %d):"
                        .formatted(Math.max(1, course.plan().steps() / PRINTED_LOSSES)));
        lines.add("    print(f\"step {step}: loss {losses[step]:.6g}\")");
        double goal = course.plan().stops().goal();
        if (goal > 0) {
            String number = Numbers.plain(goal);
            lines.add(
                    "reached = next((k for k, loss in enumerate(losses) if loss <= %s), \"none\")"
                            .formatted(number));
            lines.add("print(f\"loss %s reached at step: {reached}\")".formatted(number));
        }
        boolean hasAccuracy = course.loss().hasAccuracy();
        if (hasAccuracy || course.testRows() > 0) {
            lines.add("with torch.no_grad():");
        }
        if (hasAccuracy) {
            lines.add("    print(f\"right: {right_of(network(x), y):.1%}\")");
        }
        if (course.testRows() > 0) {
            if (module.experiment().architecture().normalization() == Normalization.BATCH) {
                lines.add("    network.eval()  # norms by the averages over the steps");
            }
            lines.add("    z = network(x_test)");
            lines.add("    print(f\"test loss {loss_of(z, y_test).item():.6g}\")");
            if (hasAccuracy) {
                lines.add("    print(f\"test right: {right_of(z, y_test):.1%}\")");
            }
        }
        return lines;
    }
}
