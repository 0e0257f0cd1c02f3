package dev.weightscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Architecture;
import dev.weightscope.model.BranchScale;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Skip;
import dev.weightscope.model.Snapshot;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the memory does not hold is computed again, and nobody can tell from the numbers.
class RecomputationTest {
    private static final Experiment SMALL =
            Experiment.DEFAULT.withWidth(12).withSamples(40).withDepth(13);
    private static final long SIGNAL = 4L * 12 * 40;

    private final CountingKernel kernel = new CountingKernel();

    @AfterEach
    void close() {
        kernel.close();
    }

    @Test
    void aRecomputedTapeGivesTheBitsOfAKeptOne() {
        int checked = 0;
        for (Normalization normalization : Normalization.values()) {
            for (Skip skip : Skip.values()) {
                Experiment experiment =
                        SMALL.withArchitecture(
                                new Architecture(normalization, skip, BranchScale.Factor.ONE));
                Snapshot kept = run(experiment, 1L << 30);
                assertEquals(0, kept.recomputedLayers());
                Set<Integer> recomputed = new HashSet<>();
                for (int spare = 0; spare < 30; spare++) {
                    Snapshot found = run(experiment, need(experiment) + 2L * spare * SIGNAL);
                    assertEquals(kept.layers(), found.layers(), spare + " signals");
                    recomputed.add(found.recomputedLayers());
                    checked++;
                }
                assertTrue(recomputed.size() >= 5, recomputed.toString());
            }
        }
        assertEquals(4 * 3 * 30, checked);
    }

    @Test
    void whatGoesForwardGoesBackInTheSameMemory() {
        long forward = MemoryEstimate.of(SurveyQuestion.of(SMALL, Passes.FORWARD)).bytes();
        assertEquals(forward, need(SMALL));
        Snapshot least = run(SMALL, forward);
        assertEquals(12 * 13 / 2 + 13, least.recomputedLayers(), "each layer from the first on");
    }

    @Test
    void noLayerIsComputedMoreThanTwiceInTwoRootsOfTheDepth() {
        for (int depth : new int[] {4, 9, 100, 900}) {
            Experiment deep = SMALL.withDepth(depth);
            long signals = 2 * (long) Math.sqrt(depth) - 1;
            TapePlan plan =
                    TapePlan.of(
                            SurveyQuestion.of(deep, Passes.THERE_AND_BACK).pass(),
                            signals * SIGNAL);
            assertTrue(plan.recomputed() <= depth, depth + " layers: " + plan.recomputed());
            assertTrue(!plan.isWhole());
        }
    }

    @Test
    void aRunThatIsRetiredOnItsWayBackLeavesNothingWrong() {
        int checked = 0;
        for (Skip skip : Skip.values()) {
            Experiment experiment =
                    SMALL.withArchitecture(
                            new Architecture(Normalization.LAYER, skip, BranchScale.Factor.ONE));
            Snapshot alone = run(experiment, 1L << 30);
            for (long spare : new long[] {0, 6, 1000}) {
                Engine engine =
                        new Engine(
                                kernel, new MemoryBudget(need(experiment) + 2 * spare * SIGNAL, 0));
                for (int looks = 20; looks < 2000; looks += 61) {
                    AtomicInteger left = new AtomicInteger(looks);
                    try {
                        engine.run(
                                experiment,
                                Passes.THERE_AND_BACK,
                                () -> left.decrementAndGet() < 0);
                    } catch (CancelledException _) {
                        checked++;
                    }
                }
                assertEquals(
                        alone.layers(),
                        engine.run(experiment, Passes.THERE_AND_BACK, Cancellation.NEVER).layers());
            }
        }
        assertTrue(checked > 100, checked + " were retired");
    }

    @Test
    void anyWidthsAndFormatsAreRecomputedAlike() {
        int checked = 0;
        for (String widths : new String[] {"30,7,7,30,30,30,5,5,5,5,9", "3,50,50,50,50,2"}) {
            for (Skip skip : Skip.values()) {
                Experiment experiment =
                        SMALL.withWidths(LayerWidths.Listed.parse(widths))
                                .withFormat(NumberFormat.BFLOAT16)
                                .withArchitecture(
                                        new Architecture(
                                                Normalization.RMS, skip, BranchScale.Factor.ONE));
                Snapshot kept = run(experiment, 1L << 30);
                for (int spare = 0; spare < 40; spare += 3) {
                    Snapshot found = run(experiment, need(experiment) + spare * 1000L);
                    assertEquals(kept.layers(), found.layers(), spare + " kB");
                    checked++;
                }
            }
        }
        assertEquals(2 * 3 * 14, checked);
    }

    private long need(Experiment experiment) {
        return MemoryEstimate.of(SurveyQuestion.of(experiment, Passes.THERE_AND_BACK)).bytes();
    }

    private Snapshot run(Experiment experiment, long limit) {
        return new Engine(kernel, new MemoryBudget(limit, 0))
                .run(experiment, Passes.THERE_AND_BACK, Cancellation.NEVER);
    }
}
