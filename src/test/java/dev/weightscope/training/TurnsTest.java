package dev.weightscope.training;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.LayerWidths;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final TrainingSet SET =
            TrainingSet.of(
                    Tables.of("breast_cancer.csv", 2, Tables.Scaling.STANDARDIZED), TestSplit.NONE);

    private static TrainingRun run(String widths, long seed, Kernel kernel) {
        return new TrainingRun(
                Experiment.DEFAULT.withWidths(LayerWidths.Listed.parse(widths)).withSeed(seed),
                TrainingPlan.NOTEBOOK.withSteps(3),
                SET,
                Detail.CURVES,
                kernel);
    }

    /// Whose turn it is, until nobody waits: an index, once for the start and once for each step.
    private static List<Integer> order(List<TrainingRun> runs) {
        Turns turns = new Turns(runs);
        List<Integer> order = new ArrayList<>();
        while (turns.count() > 0) {
            TrainingRun run = requireNonNull(turns.take());
            order.add(runs.indexOf(run));
            if (run.hasStarted()) {
                run.step(Cancellation.NEVER);
            } else {
                run.start(Cancellation.NEVER);
            }
            turns.putBack(run);
        }
        assertNull(turns.take());
        return order;
    }

    @Test
    void runsOfOneSizeGoStepByStep() {
        try (Kernel kernel = Kernels.scalar(1)) {
            List<Integer> order =
                    order(List.of(run("30,20,10,1", 1, kernel), run("30,20,10,1", 2, kernel)));
            assertEquals(8, order.size());
            for (int turn = 0; turn < order.size(); turn += 2) {
                assertEquals(1, order.get(turn) + order.get(turn + 1), "both from " + turn);
            }
        }
    }

    @Test
    void aSmallRunWaitsForNoStepOfALargeOne() {
        try (Kernel kernel = Kernels.scalar(1)) {
            // 30 * 200 + 200 weights beside 30 * 20 + 20 * 10 + 10: seven of the small one's turns
            assertEquals(
                    List.of(1, 1, 1, 1, 0, 0, 0, 0),
                    order(List.of(run("30,200,1", 1, kernel), run("30,20,10,1", 1, kernel))));
            // three times as many: the small one's start, first and second step, then in turns
            assertEquals(
                    List.of(1, 1, 0, 1, 1, 0, 0, 0),
                    order(List.of(run("30,60,8,1", 1, kernel), run("30,20,10,1", 1, kernel))));
        }
    }
}
