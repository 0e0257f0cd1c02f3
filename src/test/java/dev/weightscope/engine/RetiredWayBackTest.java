package dev.weightscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Experiment;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// An engine whose runs are retired anywhere, there or back, still gives a new engine's answers:
/// through norms, branches and layers of any width and any number of samples.
class RetiredWayBackTest {
    private static final int WALKS = 20;
    private static final int STEPS = 40;

    /// Looks at the cancellation in the longest of these runs.
    private static final int LOOKS = 120;

    @Test
    void whatIsRetiredLeavesNothingBehind() {
        int answered = 0;
        int retired = 0;
        try (Kernel kernel = Kernels.scalar(1)) {
            for (int walk = 0; walk < WALKS; walk++) {
                Random random = new Random(walk);
                Engine walker =
                        new Engine(
                                kernel,
                                new MemoryBudget(1L << 30, 40_000),
                                new SpeedEstimate(
                                        random.nextBoolean()
                                                ? Duration.ZERO
                                                : SpeedEstimate.FRAME));
                for (int step = 0; step < STEPS; step++) {
                    Experiment experiment = experiment(random);
                    Passes passes = List.of(Passes.values()).get(random.nextInt(2));
                    AtomicInteger looks =
                            new AtomicInteger(
                                    random.nextBoolean()
                                            ? random.nextInt(LOOKS)
                                            : Integer.MAX_VALUE);
                    try {
                        assertEquals(
                                new Engine(kernel)
                                        .run(experiment, passes, Cancellation.NEVER)
                                        .layers(),
                                walker.run(
                                                experiment,
                                                passes,
                                                () -> looks.decrementAndGet() < 0,
                                                _ -> {},
                                                random.nextBoolean() ? _ -> {} : null)
                                        .layers(),
                                () -> experiment.caption() + ", " + passes);
                        answered++;
                    } catch (CancelledException _) {
                        retired++;
                    }
                }
            }
        }
        assertEquals(WALKS * STEPS, answered + retired);
        assertTrue(answered > 400 && retired > 100, answered + " answered, " + retired);
    }

    private static Experiment experiment(Random random) {
        String layers =
                random.nextInt(3) == 0
                        ? "--widths 5,20,20,12,12,12"
                        : "--depth %d --width %s"
                                .formatted(1 + random.nextInt(7), one(random, "12", "20"));
        return ExperimentText.parse(
                "%s --samples %s --skip %s --norm %s --seed %s --initializer %s"
                        .formatted(
                                layers,
                                one(random, "3", "70"),
                                one(random, "none", "one", "two"),
                                one(random, "none", "batch", "layer"),
                                one(random, "0", "1"),
                                one(random, "he-normal", "lsuv", "orthogonal")));
    }

    private static String one(Random random, String... words) {
        return List.of(words).get(random.nextInt(words.length));
    }
}
