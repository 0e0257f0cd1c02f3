package dev.weightscope.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.lab.Question;
import dev.weightscope.model.Refusal;
import dev.weightscope.option.Option;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SweepLabTest {
    private static Question<SweepSettings> heard(String settings, String experiment) {
        return heard(settings, experiment, 12);
    }

    private static Question<SweepSettings> heard(String settings, String experiment, int width) {
        Question<SweepSettings> asked = Sweeps.question(settings, experiment);
        return Sweeps.LAB.heard(
                new Question<>(asked.experiment().withWidth(width), asked.settings()));
    }

    @Test
    void whereTheSettingStandsOnItsWayDecidesNothing() {
        assertEquals(heard("--over gain", "--gain 0.7"), heard("--over gain", "--gain 2.5"));
        assertNotEquals(heard("--over depth", "--gain 0.7"), heard("--over depth", "--gain 2.5"));
        assertEquals(
                heard("--over gain --and width", "--gain 0.7", 9),
                heard("--over gain --and width", "--gain 2.5", 20));
    }

    /// The gain that makes a variance follows from the width.
    @Test
    void whatDecidesTheOtherNumberIsHeard() {
        String normal = "--initializer normal --std 0.02";
        assertNotEquals(
                heard("--over width --and sigma-w2", normal, 9),
                heard("--over width --and sigma-w2", normal, 20));
    }

    @Test
    void whatIsHeardHasTheSameRuns() {
        for (Option<Setup, ?> option : SweptOptions.ALL) {
            Question<SweepSettings> asked =
                    Sweeps.question("--over " + option.key() + " --points 3", "--skip one");
            try {
                assertEquals(
                        SweepPlan.of(asked).setups(),
                        SweepPlan.of(SweepPlan.unswept(asked)).setups(),
                        option.key());
            } catch (Refusal _) {
                assertEquals(asked, SweepPlan.unswept(asked), option.key());
            }
        }
    }

    @Test
    void anAnswerIsToldOfAnotherPlaceOnTheWay() {
        Question<SweepSettings> low =
                Sweeps.question("--over gain --points 5 --from 1 --to 3 --measure last-rms", "");
        SweepAnswer answer = Sweeps.solve(Sweeps.LAB.heard(low));
        SweepAnswer there =
                Sweeps.LAB.told(
                        new Question<>(low.experiment().withGain(2.5), low.settings()), answer);
        assertEquals(0.75, there.plan().here().orElseThrow(), 1e-12);
        assertEquals(new Here(answer.value(3), true), Here.of(there).orElseThrow());
        assertEquals(Sweeps.values(answer), Sweeps.values(there));
        assertEquals(answer, Sweeps.LAB.told(Sweeps.LAB.heard(low), answer));
    }

    @Test
    void atTheCrossingThatIsTakenTheFigureIsItsLevel() {
        Question<SweepSettings> question =
                Sweeps.question("--over gain --points 9 --from 0.5 --to 3 --log", "");
        SweepAnswer answer = Sweeps.solve(Sweeps.LAB.heard(question));
        Setup taken = answer.atCrossing().orElseThrow();
        Here here = Here.of(answer.of(taken)).orElseThrow();
        assertFalse(here.isExact());
        assertEquals(1, here.value(), 1e-3);
        assertEquals("≈1", here.text());
        Setup beyond = taken.withExperiment(taken.experiment().withGain(4));
        assertEquals(Optional.empty(), Here.of(answer.of(beyond)));
    }

    @Test
    void deadUnitsAreThoseThatAre0ForAllSamples() {
        String relu = "--activation relu --initializer he-normal";
        double dead = Sweeps.solve("--over gain --points 2 --measure dead", relu).value(1);
        double zeros = Sweeps.solve("--over gain --points 2 --measure zeros", relu).value(1);
        assertEquals(Math.rint(12 * dead), 12 * dead, 1e-12); // of 12 units
        assertTrue(dead > 0 && dead < 1 && dead != zeros, () -> dead + " of " + zeros);
        List<Double> tanh =
                Sweeps.values(Sweeps.solve("--over gain --points 2 --measure dead", ""));
        assertEquals(List.of(0.0, 0.0), tanh);
        assertThrows(Refusal.class, () -> Sweeps.question("--measure dying", ""));
    }
}
