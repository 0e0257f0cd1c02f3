package dev.weightscope.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.verdict.RaceVerdict.Kind;
import dev.weightscope.verdict.RaceVerdict.Outcome;
import dev.weightscope.verdict.RunEvidence.LayersShape;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RaceRulesTest {
    private static final double GUESSING = 0.66;
    private static final RaceRules RULES = new RaceRules(0.1, GUESSING, 357.0 / 569, true);

    private record Case(RunEvidence run, Kind kind, String text) {}

    @Test
    void eachThatDoesNotArriveIsToldWhy() {
        LayersShape plain = LayersShape.UNKNOWN;
        List<Case> table =
                List.of(
                        new Case(
                                run(0.66, 100, plain, OptionalInt.empty(), false),
                                Kind.LOWEST,
                                "X is lowest, at 0.66 after 100 steps."),
                        new Case(
                                run(0.66, 100, plain, OptionalInt.empty(), true),
                                Kind.STUCK,
                                "X is stuck at 0.66: for half of the steps its loss has moved by"
                                        + " less than 2 %."),
                        new Case(
                                run(
                                        0.6603,
                                        100,
                                        new LayersShape(true, true, 0.9),
                                        OptionalInt.empty(),
                                        true),
                                Kind.ONLY_OUTPUT_BIAS,
                                "X stops at 0.66: only the output bias learns, that 63 % are of one"
                                        + " class."),
                        new Case(
                                run(
                                        0.2,
                                        100,
                                        new LayersShape(false, true, 0.9),
                                        OptionalInt.empty(),
                                        true),
                                Kind.SYMMETRIC,
                                "X is at 0.2: all units of a layer are alike and learn the same, so"
                                        + " that the layer is as good as one unit."),
                        new Case(
                                run(
                                        43.1,
                                        100,
                                        new LayersShape(false, false, 0.996),
                                        OptionalInt.empty(),
                                        true),
                                Kind.SATURATED,
                                "X is saturated at loss 43.1: 100 % of a layer's outputs lie where"
                                        + " the slope is near 0."),
                        new Case(
                                run(0.7, 0, plain, OptionalInt.empty(), false),
                                Kind.LOWEST,
                                "X is lowest, at 0.7 before the first step."),
                        new Case(
                                run(Double.NaN, 0, plain, OptionalInt.empty(), false),
                                Kind.ON_ITS_WAY,
                                "X has not come to its first loss."),
                        new Case(
                                run(
                                        Double.NaN,
                                        9,
                                        new LayersShape(false, false, 0.996),
                                        OptionalInt.of(9),
                                        false),
                                Kind.DIVERGED,
                                "X diverged at step 9: the loss is not finite."));
        int checked = 0;
        for (Case each : table) {
            RaceVerdict verdict =
                    RULES.judge(List.of(entry("X", each.run), entry("Y", diverged(5))));
            RaceVerdict.Remark remark =
                    verdict.remarks().stream()
                            .filter(one -> one.label().equals("X"))
                            .findFirst()
                            .orElseThrow();
            assertEquals(new RaceVerdict.Remark("X", each.kind, each.text), remark);
            checked++;
        }
        assertEquals(8, checked);
    }

    @Test
    void theFirstIsToldWithHowMuchLaterTheOthersAre() {
        RaceVerdict verdict =
                RULES.judge(
                        List.of(
                                entry("Later", arriving(72)),
                                entry("First", arriving(56)),
                                entry("Too", arriving(56)),
                                entry("Next", arriving(57))));
        assertEquals(
                "First reaches 0.1 first, at step 56; Too at the same step; Next follows 1 step"
                        + " later; Later follows 16 steps later.",
                verdict.text());
        assertEquals(Outcome.LEARNS, verdict.outcome());
        assertEquals(
                "Only reaches 0.1, at step 7.",
                RULES.judge(List.of(entry("Only", arriving(7)))).text());
    }

    @Test
    void whatIsEqualIsToldOnce() {
        RunEvidence under = run(0.3, 20, LayersShape.UNKNOWN, OptionalInt.empty(), false);
        assertEquals(
                "X is lowest, at 0.3 after 20 steps. Y is at 0.5 after 20 steps.",
                RULES.judge(
                                List.of(
                                        entry("X", under),
                                        entry("X", under),
                                        entry(
                                                "Y",
                                                run(
                                                        0.5,
                                                        20,
                                                        LayersShape.UNKNOWN,
                                                        OptionalInt.empty(),
                                                        false))))
                        .text());
        assertEquals(
                "X reaches 0.1, at step 7.",
                RULES.judge(List.of(entry("X", arriving(7)), entry("X", arriving(7)))).text());
    }

    @Test
    void ofManyClassesABiasLearnsHowFrequentEachIs() {
        LayersShape zeros = new LayersShape(true, true, 0);
        assertEquals(
                "X stops at 2.3: only the output bias learns, how frequent each class is.",
                new RaceRules(0.1, 2.3, 0.11, true)
                        .judge(List.of(entry("X", run(2.3, 9, zeros, OptionalInt.empty(), false))))
                        .text());
    }

    @Test
    void drawsThatDoNotArriveAreCounted() {
        RunEvidence lost = run(0.2, 300, LayersShape.UNKNOWN, OptionalInt.empty(), false);
        assertEquals(
                "X reaches 0.1, at step 5. X: 2 of 3 draws reach it; the last is at 0.2.",
                RULES.judge(List.of(new RaceEntry("X", List.of(arriving(5), lost, arriving(3)))))
                        .text());
    }

    @Test
    void drawsThatMayArriveYetAreNotCountedAsLost() {
        RunEvidence slow =
                new RunEvidence(
                        OptionalInt.empty(),
                        0.2,
                        0.6,
                        100,
                        OptionalInt.empty(),
                        false,
                        false,
                        LayersShape.UNKNOWN);
        assertEquals(
                "X reaches 0.1, at step 5.",
                new RaceRules(0.1, GUESSING, Double.NaN, false)
                        .judge(List.of(new RaceEntry("X", List.of(arriving(5), slow, arriving(3)))))
                        .text());
    }

    @Test
    void theOutcomeDependsOnWhetherAnybodyMayStillArrive() {
        RunEvidence slow = run(0.5, 100, LayersShape.UNKNOWN, OptionalInt.empty(), false);
        RaceRules running = new RaceRules(0.1, GUESSING, Double.NaN, false);
        assertEquals(Outcome.UNDER_WAY, running.judge(List.of(entry("X", slow))).outcome());
        assertEquals(
                Outcome.NONE_ARRIVES,
                RULES.judge(List.of(entry("X", slow), entry("Y", diverged(3)))).outcome());
        assertEquals(Outcome.NONE_LEARNS, RULES.judge(List.of(entry("Y", diverged(3)))).outcome());
        assertEquals(
                "X stops at 2: only the output bias learns, the mean of the targets.",
                running.judge(
                                List.of(
                                        entry(
                                                "X",
                                                run(
                                                        2,
                                                        9,
                                                        new LayersShape(true, true, 0),
                                                        OptionalInt.empty(),
                                                        false))))
                        .text());
    }

    @Test
    void whoIsBetterThanGuessingHasLearntThoughNobodyReachesTheGoal() {
        LayersShape plain = LayersShape.UNKNOWN;
        LayersShape alike = new LayersShape(false, true, 0);
        LayersShape saturated = new LayersShape(false, false, 0.9);
        record Row(double goal, double loss, LayersShape shape, boolean isStuck, Outcome outcome) {}
        List<Row> table =
                List.of(
                        new Row(0.1, 0.25, plain, true, Outcome.NONE_ARRIVES),
                        new Row(0.1, 0.25, alike, true, Outcome.NONE_ARRIVES),
                        new Row(0.1, 0.25, saturated, false, Outcome.NONE_ARRIVES),
                        new Row(0.1, 0.65, plain, false, Outcome.NONE_ARRIVES),
                        new Row(0.1, 0.65, plain, true, Outcome.NONE_LEARNS),
                        new Row(0.1, 43, saturated, true, Outcome.NONE_LEARNS),
                        new Row(0, 0.25, plain, true, Outcome.LEARNS),
                        new Row(0, 0.25, plain, false, Outcome.LEARNS),
                        new Row(0, 0, plain, false, Outcome.LEARNS),
                        new Row(0, 0.65, plain, false, Outcome.NONE_YET),
                        new Row(0, 0.65, plain, true, Outcome.NONE_LEARNS),
                        new Row(0, Double.NaN, saturated, true, Outcome.NONE_LEARNS));
        int checked = 0;
        for (Row row : table) {
            RunEvidence run = run(row.loss, 100, row.shape, OptionalInt.empty(), row.isStuck);
            RaceRules rules = new RaceRules(row.goal, GUESSING, Double.NaN, true);
            List<RaceEntry> entries = List.of(entry("X", run), entry("Y", diverged(3)));
            assertEquals(row.outcome, rules.judge(entries).outcome(), row::toString);
            checked++;
        }
        assertEquals(12, checked);
    }

    private static RunEvidence arriving(int step) {
        return new RunEvidence(
                OptionalInt.of(step),
                0.05,
                1,
                300,
                OptionalInt.empty(),
                true,
                false,
                LayersShape.UNKNOWN);
    }

    private static RunEvidence diverged(int step) {
        return run(Double.NaN, step, LayersShape.UNKNOWN, OptionalInt.of(step), false);
    }

    private static RunEvidence run(
            double loss, int steps, LayersShape shape, OptionalInt divergedStep, boolean isStuck) {
        return new RunEvidence(
                OptionalInt.empty(), loss, 0.6, steps, divergedStep, true, isStuck, shape);
    }

    private static RaceEntry entry(String label, RunEvidence run) {
        return new RaceEntry(label, List.of(run));
    }
}
