package dev.weightscope.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.ui.training.RaceProgress.Run;
import dev.weightscope.ui.training.RaceProgress.Stand;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RaceProgressTest {
    private record Case(List<Run> runs, Stand stand, double share, String heading, String status) {}

    @Test
    void itCountsRunsAndSaysHowLongTheRestTakes() {
        Run done = run(200, true, 3000);
        List<Case> cases =
                List.of(
                        new Case(
                                List.of(Run.BEFORE, Run.BEFORE),
                                Stand.GOING,
                                0,
                                "before the first step",
                                "2 runs × 3 draws × 200 steps: before the first step"),
                        new Case(
                                List.of(run(50, false, 499)),
                                Stand.GOING,
                                0.25,
                                "0 of 1 · step 50",
                                "1 run × 3 draws × 200 steps: 0 of 1 · step 50"),
                        new Case(
                                List.of(run(50, false, 500)),
                                Stand.GOING,
                                0.25,
                                "0 of 1 · step 50 · 2 s left",
                                "1 run × 3 draws × 200 steps: 0 of 1 · step 50 · 2 s left"),
                        new Case(
                                List.of(done, run(100, false, 6000), Run.BEFORE),
                                Stand.GOING,
                                0.5,
                                "1 of 3 · step 0 · 18 s left",
                                "3 runs × 3 draws × 200 steps: 1 of 3 · step 0 · 18 s left"),
                        new Case(
                                List.of(run(1, false, 1500)),
                                Stand.GOING,
                                0.005,
                                "0 of 1 · step 1",
                                "1 run × 3 draws × 200 steps: 0 of 1 · step 1"),
                        new Case(
                                List.of(run(4, false, 1500)),
                                Stand.GOING,
                                0.02,
                                "0 of 1 · step 4 · 74 s left",
                                "1 run × 3 draws × 200 steps: 0 of 1 · step 4 · 74 s left"),
                        new Case(
                                List.of(run(1, false, 10_000)),
                                Stand.GOING,
                                0.005,
                                "0 of 1 · step 1 · 33 min left",
                                "1 run × 3 draws × 200 steps: 0 of 1 · step 1 · 33 min left"),
                        new Case(
                                List.of(run(1, false, 150_000)),
                                Stand.GOING,
                                0.005,
                                "0 of 1 · step 1 · 8 h left",
                                "1 run × 3 draws × 200 steps: 0 of 1 · step 1 · 8 h left"),
                        new Case(
                                List.of(done, run(140, false, 6000)),
                                Stand.PAUSED,
                                0.85,
                                "1 of 2 · step 140",
                                "2 runs × 3 draws × 200 steps: paused at step 140"),
                        new Case(
                                List.of(done, run(140, false, 6000)),
                                Stand.CANCELLED,
                                0.85,
                                "cancelled at step 140",
                                "2 runs × 3 draws × 200 steps: cancelled at step 140"),
                        new Case(
                                List.of(Run.BEFORE),
                                Stand.REFUSED,
                                0,
                                "",
                                "1 run × 3 draws × 200 steps: refused"),
                        new Case(
                                List.of(done),
                                Stand.OVER,
                                1,
                                "",
                                "1 run × 3 draws × 200 steps in 3.0 s"),
                        new Case(
                                List.of(run(17, true, 700), done),
                                Stand.OVER,
                                1,
                                "",
                                "2 runs × 3 draws × 200 steps, all done, the longest in 3.0 s"));
        for (Case each : cases) {
            RaceProgress progress = new RaceProgress(3, 200, each.runs(), each.stand());
            assertEquals(
                    each,
                    new Case(
                            progress.runs(),
                            progress.stand(),
                            progress.share(),
                            progress.heading(),
                            progress.status()));
        }
        assertEquals(13, cases.size());
    }

    private static Run run(int steps, boolean isDone, int millis) {
        return new Run(steps, isDone, Duration.ofMillis(millis));
    }
}
