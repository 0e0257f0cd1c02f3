package dev.weightscope.snippet;

import dev.weightscope.model.Normalization;
import dev.weightscope.model.Numbers;
import dev.weightscope.training.Reduction;
import dev.weightscope.training.SampleOrder;
import dev.weightscope.training.Scope;
import dev.weightscope.training.StopRules;
import dev.weightscope.training.TrainingPlan;
import java.util.ArrayList;
import java.util.List;

/// The steps of a training, with the list `losses`: before the first step, then after each, of the
/// samples that the plan's scope says.
final class TorchLoop {
    /// Of the program's rule for a loss that no longer moves.
    private static final int LEAST_STEPS = 10;

    private TorchLoop() {}

    static List<String> of(TorchModule module, Course course) {
        TrainingPlan plan = course.plan();
        StopRules stops = plan.stops();
        int batch = plan.batchOf(course.rows());
        List<String> lines = new ArrayList<>();
        if (!course.isWhole()) {
            lines.addAll(batches(plan.order(), batch));
        }
        if (stops.whenStuck()) {
            lines.addAll(stuck(plan.steps()));
        }
        lines.add("steps = " + plan.steps());
        lines.add("losses = []  # before the first step, then after each");
        lines.add(
                course.isWhole()
                        ? "for step in range(steps + 1):"
                        : "for step, rows in zip(range(steps + 1), batches()):");
        String rows = course.isWhole() ? "" : "[rows]";
        String loss = "loss_of(network(x%s), y%s)".formatted(rows, rows);
        boolean looksAtAll = !course.isWhole() && plan.scope() == Scope.ALL;
        if (looksAtAll) {
            boolean averages =
                    module.experiment().architecture().normalization() == Normalization.BATCH;
            lines.add("    with torch.no_grad():");
            lines.add(
                    "        losses.append(loss_of(%s(x), y).item())%s"
                            .formatted(
                                    averages ? "copy.deepcopy(network)" : "network",
                                    averages ? "  # the copy's averages move" : ""));
        } else {
            boolean isPartial = plan.reduction() == Reduction.SUM && course.rows() % batch != 0;
            lines.add("    loss = " + loss);
            lines.add(
                    "    losses.append(loss.item()%s)%s"
                            .formatted(
                                    isPartial ? " * %d / len(rows)".formatted(batch) : "",
                                    isPartial ? "  # as of a whole batch" : ""));
        }
        lines.add("    if step == steps or not math.isfinite(losses[-1]):");
        lines.add("        break");
        if (stops.atGoal() && stops.goal() > 0) {
            lines.add("    if losses[-1] <= %s:".formatted(Numbers.plain(stops.goal())));
            lines.add("        break");
        }
        if (stops.whenStuck()) {
            lines.add("    if is_stuck(losses):");
            lines.add("        break");
        }
        lines.add("    optimizer.zero_grad()");
        lines.add("    %s.backward()".formatted(looksAtAll ? loss : "loss"));
        lines.add("    optimizer.step()");
        return lines;
    }

    private static List<String> batches(SampleOrder order, int batch) {
        return List.of(
                "def batches():",
                "    while True:"
                        + (order == SampleOrder.GIVEN ? "" : "  # each epoch in another order"),
                "        yield from torch.%s(len(x)).split(%d)"
                        .formatted(
                                switch (order) {
                                    case SHUFFLED -> "randperm";
                                    case GIVEN -> "arange";
                                },
                                batch),
                "",
                "");
    }

    private static List<String> stuck(int steps) {
        int window = Math.max(LEAST_STEPS, Math.ceilDiv(steps, 2));
        return List.of(
                "def is_stuck(losses):",
                "    last = losses[-%d:]  # within 2 %% for half of the steps"
                        .formatted(window + 1),
                "    top = max(last)",
                "    return len(last) == %d and top != 0 and top - min(last) <= 0.02 * abs(top)"
                        .formatted(window + 1),
                "",
                "");
    }
}
