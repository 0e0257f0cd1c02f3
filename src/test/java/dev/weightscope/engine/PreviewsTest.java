package dev.weightscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Experiment;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PreviewsTest {
    @Test
    void aPreviewHasTheFewestSamplesDoubledAsOftenAsThereIsTime() {
        record Case(int frameMillis, double whole, int samples) {}
        double all = 1000e6;
        Case[] table = {
            new Case(0, all, 36),
            // A third of it is for the preview; 10^7 a millisecond before anything is measured.
            new Case(21, all, 36),
            new Case(22, all, 72),
            new Case(44, all, 144),
            new Case(10_000, all, 288), // 576 would be no longer much less
            new Case(10_000, 1152e6, 576),
            new Case(10_000, 1e12, 576), // then all
            new Case(10_000, 0, 36),
        };
        SurveyQuestion question = SurveyQuestion.of(Experiment.DEFAULT, Passes.FORWARD);
        int checked = 0;
        for (Case each : table) {
            SurveyQuestion preview =
                    Previews.within(Duration.ofMillis(each.frameMillis))
                            .of(question, asked -> asked.samples() * 1e6, each.whole);
            assertEquals(each.samples, preview.samples(), each.toString());
            checked++;
        }
        assertEquals(8, checked);
    }

    @Test
    void aNarrowLayerNeedsMoreSamplesButNeverMoreThanThereAre() {
        Previews previews = Previews.within(Duration.ZERO);
        int checked = 0;
        for (int[] row : new int[][] {{100, 1000, 164}, {1, 1000, 1000}, {500, 30, 30}}) {
            Experiment experiment = Experiment.DEFAULT.withWidth(row[0]).withSamples(row[1]);
            assertEquals(
                    row[2],
                    previews.of(SurveyQuestion.of(experiment, Passes.FORWARD), _ -> 1e6, 0)
                            .samples());
            checked++;
        }
        assertEquals(3, checked);
    }

    @Test
    void aPreviewLeavesAProcessorEachToTheToolkitAndItsRenderer() {
        int checked = 0;
        for (int[] row : new int[][] {{1, 1}, {2, 1}, {3, 1}, {4, 2}, {16, 14}}) {
            assertEquals(row[1], Previews.threads(row[0]));
            checked++;
        }
        assertEquals(5, checked);
    }

    @Test
    void aPreviewOnKeptDrawsIsComputedOnNoMoreThreadsThanThat() {
        int processors = Runtime.getRuntime().availableProcessors();
        Set<Thread> atWork = ConcurrentHashMap.newKeySet();
        AtomicInteger ofThePreview = new AtomicInteger();
        Experiment experiment = Experiment.DEFAULT.withDepth(2).withWidth(256);
        try (Kernel kernel = Kernels.scalar(processors + 1)) {
            Engine engine = new Engine(kernel);
            engine.run(experiment, Passes.THERE_AND_BACK, Cancellation.NEVER);
            engine.run(
                    experiment.withGain(1.25),
                    Passes.THERE_AND_BACK,
                    () -> {
                        atWork.add(Thread.currentThread());
                        return false;
                    },
                    _ -> {},
                    _ -> ofThePreview.set(atWork.size()));
        }
        assertTrue(ofThePreview.get() >= 1, "no preview came");
        assertTrue(
                ofThePreview.get() <= Previews.threads(processors),
                ofThePreview.get() + " threads computed it");
    }

    @Test
    void aWholeAnswerIsLikelyToComeAtTheSpeedOfTheFasterOfWholesAndPreviews() {
        SpeedEstimate pace = new SpeedEstimate(Duration.ZERO);
        Previews previews = Previews.within(Duration.ZERO);
        double gigawork = 1e9;
        try (Kernel kernel = Kernels.scalar(1)) {
            Engine engine = new Engine(kernel, MemoryBudget.ofHeap(), pace, previews);
            Experiment experiment = Experiment.DEFAULT;
            double atFirst = engine.likelyTime(experiment, Passes.FORWARD).toNanos();
            pace.note(gigawork, 200_000_000); // half as fast as was expected
            assertEquals(
                    atFirst, (double) engine.likelyTime(experiment, Passes.FORWARD).toNanos(), 1);
            previews.note(gigawork, 0);
            assertEquals(
                    atFirst / 2,
                    (double) engine.likelyTime(experiment, Passes.FORWARD).toNanos(),
                    1);
            pace.note(gigawork, 0);
            pace.note(gigawork, 0);
            assertEquals(
                    atFirst * 3 / 8,
                    (double) engine.likelyTime(experiment, Passes.FORWARD).toNanos(),
                    1);
        }
    }
}
