package dev.weightscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Skip;
import dev.weightscope.model.Snapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the memory does not hold is computed again, and nobody can tell from the numbers.
class RecomputationTest {
    private static final Experiment SMALL =
            Experiment.DEFAULT.withWidth(12).withSamples(40).withDepth(13);
    private static final BranchScale[] SCALES = {
        BranchScale.Factor.ONE, new BranchScale.Factor(0.5), new BranchScale.Depth()
    };
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
                for (int spare = 0; spare < 30; spare += spare < 8 ? 1 : 4) {
                    Snapshot found = run(experiment, need(experiment) + 2L * spare * SIGNAL);
                    assertEquals(kept.layers(), found.layers(), spare + " signals");
                    recomputed.add(found.recomputedLayers());
                    checked++;
                }
                assertTrue(recomputed.size() >= 5, recomputed.toString());
            }
        }
        assertEquals(4 * 3 * 14, checked);
    }

    @Test
    void whatGoesForwardGoesBackInTheSameMemoryToTheByte() {
        Experiment tiny = SMALL.withWidth(7).withSamples(6).withDepth(5);
        List<Experiment> shapes =
                List.of(tiny, tiny.withWidths(LayerWidths.Listed.parse("7,9,7,7,7,3,3")));
        long signal = 4L * 7 * 6;
        int checked = 0;
        for (Architecture architecture : architectures(SCALES)) {
            for (Experiment shape : shapes) {
                Experiment experiment = shape.withArchitecture(architecture);
                Snapshot kept = run(experiment, 1L << 30);
                long least =
                        MemoryEstimate.of(SurveyQuestion.of(experiment, Passes.FORWARD)).bytes();
                for (Passes passes : Passes.values()) {
                    assertThrows(Refusal.class, () -> run(experiment, passes, least - 1));
                    run(experiment, passes, least);
                }
                for (long border : new long[] {0, 1, 2, 3, 4, 6, 10, 16}) {
                    for (int beside = -1; beside <= 0; beside++) {
                        long spare = Math.max(0, border * signal + beside);
                        assertEquals(kept.layers(), run(experiment, least + spare).layers());
                        checked++;
                    }
                }
            }
        }
        assertEquals(4 * 3 * 3 * 2 * 8 * 2, checked);
    }

    @Test
    void inTheLeastMemoryEachLayerIsComputedFromTheFirstOn() {
        int checked = 0;
        for (Architecture architecture : architectures(SCALES)) {
            Experiment experiment = SMALL.withArchitecture(architecture);
            Snapshot least = run(experiment, need(experiment));
            int branches = 6; // and one plain layer
            assertEquals(
                    architecture.skip() == Skip.TWO
                            ? 2 * branches * (branches + 1) / 2 + 13
                            : 13 * 14 / 2,
                    least.recomputedLayers());
            checked++;
        }
        assertEquals(4 * 3 * 3, checked);
    }

    @Test
    void whatIsAllocatedIsWhatWasEstimated() {
        int checked = 0;
        for (Architecture architecture : architectures(BranchScale.Factor.ONE)) {
            for (String widths : new String[] {"12,12,12,12,12,12", "30,7,7,30,5,30,30,9"}) {
                Experiment experiment =
                        SMALL.withWidths(LayerWidths.Listed.parse(widths))
                                .withArchitecture(architecture);
                SurveyQuestion question = SurveyQuestion.of(experiment, Passes.THERE_AND_BACK);
                long need = MemoryEstimate.of(question).bytes();
                long whole = TapePlan.bytesOfWhole(question.pass());
                for (long spare : new long[] {0, 5000, 12_000, 2 * whole}) {
                    Engine engine = new Engine(kernel, new MemoryBudget(need + spare, 0));
                    long tape = MemoryEstimate.tape(question, spare);
                    AtomicLong most = new AtomicLong();
                    engine.run(
                            experiment,
                            Passes.THERE_AND_BACK,
                            Cancellation.NEVER,
                            _ -> {
                                assertEquals(0, engine.bytesBeyond(question, tape, null));
                                most.accumulateAndGet(engine.bytesOfSignals(), Math::max);
                            },
                            null);
                    long signals = MemoryEstimate.signals(question.pass());
                    assertTrue(most.get() <= signals + tape);
                    if (tape == whole) {
                        assertEquals(signals + whole, most.get(), architecture + widths);
                    }
                    checked++;
                }
            }
        }
        assertEquals(4 * 3 * 2 * 4, checked);
    }

    private static List<Architecture> architectures(BranchScale... scales) {
        List<Architecture> all = new ArrayList<>();
        for (Normalization normalization : Normalization.values()) {
            for (Skip skip : Skip.values()) {
                for (BranchScale scale : scales) {
                    all.add(new Architecture(normalization, skip, scale));
                }
            }
        }
        return all;
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
        return run(experiment, Passes.THERE_AND_BACK, limit);
    }

    private Snapshot run(Experiment experiment, Passes passes, long limit) {
        return new Engine(kernel, new MemoryBudget(limit, 0))
                .run(experiment, passes, Cancellation.NEVER);
    }
}
