package dev.weightscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.model.Experiment;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PreviewsTest {
    @Test
    void aPreviewHasTheFewestSamplesDoubledAsOftenAsThereIsTime() {
        record Case(int frameMillis, double whole, int samples) {}
        double all = 1000e6;
        Case[] table = {
            new Case(0, all, 64),
            // A third of it is for the preview; 10^7 a millisecond before anything is measured.
            new Case(38, all, 64),
            new Case(39, all, 128),
            new Case(78, all, 256),
            new Case(10_000, all, 256), // 512 would be no longer much less
            new Case(10_000, 1024e6, 512),
            new Case(10_000, 1e12, 512), // then all
            new Case(10_000, 0, 64),
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
        for (int[] row : new int[][] {{100, 1000, 164}, {1, 1000, 1000}, {500, 50, 50}}) {
            Experiment experiment = Experiment.DEFAULT.withWidth(row[0]).withSamples(row[1]);
            assertEquals(
                    row[2],
                    previews.of(SurveyQuestion.of(experiment, Passes.FORWARD), _ -> 1e6, 0)
                            .samples());
            checked++;
        }
        assertEquals(3, checked);
    }
}
