package dev.weightscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Binning;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.StandardInitializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What an engine takes, refuses and gives back.
class EngineMemoryTest {
    private static final Experiment SMALL =
            Experiment.DEFAULT.withSamples(50).withWidth(40).withDepth(10);

    private final CountingKernel kernel = new CountingKernel();

    @AfterEach
    void close() {
        kernel.close();
    }

    @Test
    void theMemoryEstimateGrowsWithWhatIsAskedFor() {
        long plain = bytes(SMALL);
        int momentsOfActivationsAndWeights = 16 * (40 + 40);
        assertEquals(
                4 * (3 * 50 * 40 + 40 * 40) + momentsOfActivationsAndWeights + 30 * (300 + 8 * 50),
                plain);
        Experiment orthogonal =
                SMALL.withInitializer(StandardInitializer.of(InitializerScheme.ORTHOGONAL));
        assertEquals(plain + 4 * 2 * 40 * 40, bytes(orthogonal));
    }

    /// What a way back may answer without a claim.
    @Test
    void theStatisticsOfGradientsAreAtMost25Megabytes() {
        SurveyQuestion largest =
                SurveyQuestion.of(
                        SMALL.withDepth(LayerWidths.MAX_DEPTH)
                                .withBinning(SMALL.binning().withBins(Binning.MAX_BINS)),
                        Passes.THERE_AND_BACK);
        assertEquals(
                3 * 1000 * (300 + 8 * 1000),
                MemoryEstimate.of(largest).bytes() - MemoryEstimate.least(largest).bytes());
    }

    @Test
    void whatWouldHelpMostIsNamed() {
        record Case(Experiment experiment, String remedy) {}
        List<Case> cases =
                List.of(
                        new Case(SMALL.withSamples(5000), "fewer samples or a smaller width"),
                        new Case(SMALL.withSamples(1).withWidth(900), "a smaller width"),
                        new Case(
                                SMALL.withBinning(SMALL.binning().withBins(1000)).withDepth(500),
                                "fewer bins or fewer layers"));
        for (Case each : cases) {
            Engine tight = new Engine(kernel, new MemoryBudget(1 << 18, 0));
            Refusal refusal =
                    assertThrows(
                            Refusal.class, () -> tight.run(each.experiment(), Cancellation.NEVER));
            assertTrue(
                    String.valueOf(refusal.getMessage())
                            .endsWith("; " + each.remedy() + " would fit"),
                    refusal.getMessage());
        }
        assertEquals(3, cases.size());
    }

    @Test
    void whatIsReleasedIsThereForOthersAndNothingThatWasFoundOutIsLost() {
        MemoryBudget budget = new MemoryBudget(64 << 20, 16 << 20);
        Engine engine = new Engine(kernel, budget);
        Snapshot before = engine.run(SMALL, Cancellation.NEVER);
        long beside = budget.open().available();
        assertTrue(beside <= (48 << 20) - bytes(SMALL), "its need and its draws are taken");
        engine.release();
        assertEquals(64 << 20, budget.open().available());
        assertEquals(0, engine.bytesBeyond(SurveyQuestion.of(SMALL, Passes.FORWARD), 0, null));
        kernel.reset();
        assertEquals(before.layers(), engine.run(SMALL, Cancellation.NEVER).layers());
        assertEquals(0, kernel.products + kernel.surveys);
        engine.release();
        Experiment deeper = SMALL.withDepth(12);
        assertEquals(
                new Engine(kernel, budget).run(deeper, Cancellation.NEVER).layers(),
                engine.run(deeper, Cancellation.NEVER).layers());
    }

    @Test
    void whatDoesNotFitIsRefusedWithBothFiguresBeforeItIsAllocated() {
        Experiment huge =
                SMALL.withWidth(16384).withSamples(100_000); // batches, and moments beside them
        Engine engine = new Engine(kernel, new MemoryBudget(6L << 30, 0));
        assertEquals(
                "this experiment needs 20.1 GiB, this program may use 6.0 GiB; fewer samples or a"
                        + " smaller width would fit",
                assertThrows(Refusal.class, () -> engine.run(huge, Cancellation.NEVER))
                        .getMessage());
        Refusal small =
                assertThrows(
                        Refusal.class,
                        () ->
                                new Engine(kernel, new MemoryBudget(2 << 20, 0))
                                        .run(
                                                SMALL.withWidth(400).withSamples(500),
                                                Cancellation.NEVER));
        assertTrue(String.valueOf(small.getMessage()).contains("3.0 MiB"), small.getMessage());
    }

    @Test
    void whatALargerExperimentLeftIsGivenBackWhereThereIsNoRoomBesideIt() {
        Experiment many = SMALL.withSamples(1000).withWidth(60);
        Experiment wide = SMALL.withSamples(8).withWidth(450);
        long limit = Math.max(bytes(many), bytes(wide)) + 1000;
        Engine engine = new Engine(kernel, new MemoryBudget(limit, 0));
        int checked = 0;
        for (Experiment each : List.of(many, wide, many, SMALL, wide, SMALL.withSamples(1))) {
            Snapshot found = engine.run(each, Cancellation.NEVER);
            assertEquals(
                    new Engine(kernel, new MemoryBudget(limit, 0))
                            .run(each, Cancellation.NEVER)
                            .layers(),
                    found.layers());
            assertTrue(
                    bytes(each)
                                    + engine.bytesBeyond(
                                            SurveyQuestion.of(each, Passes.FORWARD), 0, null)
                            <= limit,
                    each.toString());
            checked++;
        }
        assertEquals(6, checked);
        engine.run(SMALL.withSamples(120), Cancellation.NEVER);
        engine.run(SMALL, Cancellation.NEVER);
        assertTrue(
                engine.bytesBeyond(SurveyQuestion.of(SMALL, Passes.FORWARD), 0, null) > 0,
                "where there is room it stays for the next");
    }

    @Test
    void thePreviewsWorkSpaceCountsToo() {
        Experiment wide = SMALL.withWidth(300).withDepth(2).withSamples(1000);
        long limit = bytes(wide) + bytes(wide.withSamples(55));
        Engine engine =
                new Engine(kernel, new MemoryBudget(limit, 0), new SpeedEstimate(Duration.ZERO));
        List<Snapshot> previews = new ArrayList<>();
        engine.run(wide, Passes.FORWARD, Cancellation.NEVER, _ -> {}, previews::add);
        engine.run(
                wide.withGain(2).withSamples(1020),
                Passes.FORWARD,
                Cancellation.NEVER,
                _ -> {},
                previews::add);
        assertEquals(1, previews.size(), "there is no room for the second one");
        assertTrue(
                bytes(wide.withSamples(1020))
                                + engine.bytesBeyond(
                                        SurveyQuestion.of(wide, Passes.FORWARD), 0, null)
                        <= limit);
    }

    @Test
    void anEngineThatRanOutOfMemoryLetsGoOfAllItHolds() {
        Engine engine = new Engine(kernel, new MemoryBudget(1L << 30, 1L << 20));
        engine.run(SMALL.withSamples(1000), Cancellation.NEVER);
        Experiment next = SMALL.withGain(2).withSamples(200);
        kernel.reset();
        Cancellation failing =
                () -> {
                    if (kernel.products == 3) {
                        throw new OutOfMemoryError("as if");
                    }
                    return false;
                };
        assertEquals(
                "there is not enough memory left for this experiment, which needs 0.1 MiB; fewer"
                        + " samples or a smaller width or fewer threads would fit",
                assertThrows(Refusal.class, () -> engine.run(next, failing)).getMessage());
        assertEquals(0, engine.bytesBeyond(SurveyQuestion.of(next, Passes.FORWARD), 0, null));
        assertEquals(
                new Engine(kernel, new MemoryBudget(1L << 30, 0))
                        .run(next, Cancellation.NEVER)
                        .layers(),
                engine.run(next, Cancellation.NEVER).layers());
    }

    private static long bytes(Experiment experiment) {
        return MemoryEstimate.of(SurveyQuestion.of(experiment, Passes.FORWARD)).bytes();
    }
}
