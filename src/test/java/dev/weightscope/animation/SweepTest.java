package dev.weightscope.animation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.arguments.ExperimentOptions;
import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.option.SliderScale;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepTest {
    private static Sweep<Experiment> sweep(String option, String from, String to, int frames) {
        return Sweep.of(ExperimentOptions.ALL.find("--" + option), from, to, frames);
    }

    @Test
    void aWayIsDividedAsTheSliderIsAndValuesAreAsLongAsTheyNeedBe() {
        String[][] table = {
            {"slope", "0", "1", "5", "[0, 0.25, 0.5, 0.75, 1]"},
            {"slope", "1", "0", "4", "[1, 0.667, 0.333, 0]"},
            {"gain", "1", "8", "4", "[1, 2, 4, 8]"},
            {"gain", "0.5", "3", "4", "[0.5, 0.909, 1.651, 3]"},
            {"gain", "0", "3", "4", "[0, 1, 2, 3]"}, // no ratio leads away from 0
            {"gain", "1.0001", "1.0002", "3", "[1.0001, 1.00015, 1.0002]"},
            {"depth", "1", "5", "5", "[1, 1, 2, 3, 5]"},
            {"depth", "1", "3", "5", "[1, 1, 2, 2, 3]"},
            {"seed", "7", "9", "3", "[7, 8, 9]"},
        };
        for (String[] row : table) {
            Sweep<Experiment> sweep = sweep(row[0], row[1], row[2], Integer.parseInt(row[3]));
            assertEquals(row[4], sweep.values().toString(), String.join(" ", row));
        }
        assertEquals(9, table.length);
    }

    @Test
    void everyFrameIsTheExperimentWithItsValue() {
        Experiment base = ExperimentText.parse("--depth 3 --width 20");
        assertEquals(
                List.of(base.withDepth(2), base.withDepth(3), base.withDepth(4)),
                Sweep.experiments(sweep("depth", "2", "4", 3), base));
        assertEquals("depth 2 to 4, 3 frames", sweep("depth", "2", "4", 3).text());
        assertEquals(SliderScale.LOG, sweep("seed", "1", "9", 3).in(SliderScale.LOG).scale());
    }

    @Test
    void whatIsNoWayIsRefusedInOneSentence() {
        String[][] table = {
            {"activation", "1", "2", "3", "activation is no number and cannot be animated"},
            {"gain", "1", "1", "3", "from and to are both 1; give two values"},
            {"gain", "x", "1", "3", "from \"x\" is not a number; write for example 0.5"},
            {"depth", "1", "2000", "3", "to 2000 is outside 1..1000"},
            {"gain", "1", "2", "1", "frames 1 is outside 2..1000"},
            {"slope", "0", "1", "3", "slope is not read by this experiment and cannot be animated"},
            {
                "depth",
                "999",
                "1000",
                "1000",
                "an animation of 1000 frames needs MORE; fewer frames, fewer layers or fewer bins"
                        + " would fit"
            },
        };
        for (String[] row : table) {
            Experiment base =
                    ExperimentText.parse(row[0].equals("depth") ? "--bins 1000" : "--depth 2");
            String sentence =
                    String.valueOf(
                            assertThrows(
                                            Refusal.class,
                                            () ->
                                                    Sweep.experiments(
                                                            sweep(
                                                                    row[0],
                                                                    row[1],
                                                                    row[2],
                                                                    Integer.parseInt(row[3])),
                                                            base))
                                    .getMessage());
            assertEquals(row[4], sentence.replaceAll("needs .*;", "needs MORE;"));
        }
        assertEquals(7, table.length);
        assertEquals(
                "a logarithmic way is above 0 and not from 0 to 3",
                assertThrows(Refusal.class, () -> sweep("gain", "0", "3", 4).in(SliderScale.LOG))
                        .getMessage());
    }
}
