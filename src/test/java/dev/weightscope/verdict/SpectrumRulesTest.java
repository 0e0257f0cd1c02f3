package dev.weightscope.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.verdict.SpectrumVerdict.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpectrumRulesTest {
    private static SpectrumEntry entry(
            String label,
            double largest,
            double high,
            double median,
            double low,
            double smallest,
            double meanSquare,
            double zeroShare) {
        return new SpectrumEntry(
                label,
                32,
                zeroShare > 0 ? "ReLU" : "Tanh",
                zeroShare > 0,
                largest,
                high,
                median,
                low,
                smallest,
                meanSquare,
                zeroShare,
                true);
    }

    private static final SpectrumEntry NEAR =
            entry("orthogonal", 1.41, 1.26, 1.018, 0.74, 0.16, 1.052, 0);
    private static final SpectrumEntry GAUSSIAN =
            entry("Gaussian", 10, 0.5, 1.4e-5, 0, 1e-20, 1.13, 0);

    private record Case(Outcome outcome, String sentence, SpectrumEntry entry) {}

    @Test
    void theFiguresDecide() {
        List<Case> cases =
                List.of(
                        new Case(
                                Outcome.ISOMETRY,
                                "At depth 32, every direction keeps its length: all are stretched"
                                        + " by 0.98 to 1.02.",
                                entry("", 1.02, 1.01, 1, 0.99, 0.98, 1, 0)),
                        new Case(
                                Outcome.NEAR,
                                "At depth 32, four in five directions are stretched by 0.74 to"
                                        + " 1.26.",
                                NEAR),
                        new Case(
                                Outcome.AVERAGE_ALONE,
                                "At depth 32, the mean of σ² is 1.13, but the median direction"
                                        + " shrinks to 1.4e-5: a few large ones make the average.",
                                GAUSSIAN),
                        new Case(
                                Outcome.HALVED,
                                "At depth 32, 56 % of the directions are exactly 0, the others are"
                                        + " stretched by up to 5. ReLU sets about half of the"
                                        + " directions to 0 at each layer, mostly the same number"
                                        + " again: no weights give it isometry.",
                                entry("", 5, 2, 0, 0, 0, 1.4, 0.56)),
                        new Case(
                                Outcome.COLLAPSED,
                                "At depth 32, 99 % of the directions are exactly 0.",
                                entry("", 5, 2, 0, 0, 0, 1.4, 0.99)),
                        new Case(
                                Outcome.COLLAPSED,
                                "At depth 32, every direction is exactly 0: nothing of the input"
                                        + " arrives.",
                                entry("", 0, 0, 0, 0, 0, 0, 1)),
                        new Case(
                                Outcome.SHRINKING,
                                "At depth 32, directions are stretched by 0.01 at most, the median"
                                        + " one by 0.001.",
                                entry("", 0.01, 0.005, 0.001, 1e-4, 1e-6, 1e-5, 0)),
                        new Case(
                                Outcome.GROWING,
                                "At depth 32, directions are stretched by up to 1e6, the median one"
                                        + " by 1000.",
                                entry("", 1e6, 1e5, 1000, 1, 0.1, 1e9, 0)),
                        new Case(
                                Outcome.SPREAD,
                                "At depth 32, four in five directions are stretched by 0.2 to 1.9,"
                                        + " the largest by 4.",
                                entry("", 4, 1.9, 0.8, 0.2, 0.01, 1.3, 0)));
        for (Case each : cases) {
            SpectrumVerdict verdict = SpectrumRules.judge(List.of(each.entry()));
            assertEquals(each.outcome(), verdict.outcome(), each.sentence());
            assertEquals(each.sentence(), verdict.text());
        }
        assertEquals(9, cases.size());
    }

    @Test
    void whatTheMeanSquareCannotTellApartIsSaidWithTheOthersName() {
        SpectrumVerdict verdict =
                SpectrumRules.judge(
                        List.of(NEAR, entry("too small", 0.1, 0, 1e-9, 0, 0, 1e-4, 0), GAUSSIAN));
        assertEquals(
                "At depth 32, four in five directions are stretched by 0.74 to 1.26. With Gaussian"
                    + " the median direction shrinks to 1.4e-5. The mean of σ² is 1.05 and 1.13:"
                    + " the mean square cannot tell them apart.",
                verdict.text());
        assertEquals(1, SpectrumRules.judge(List.of(NEAR, NEAR)).sentences().size());
    }

    @Test
    void valuesThatAreNoNumbersAreSaidToBe() {
        SpectrumEntry nan =
                new SpectrumEntry(
                        "",
                        3,
                        "Tanh",
                        false,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        0,
                        false);
        SpectrumVerdict verdict = SpectrumRules.judge(List.of(nan, NEAR));
        assertEquals(Outcome.NOT_FINITE, verdict.outcome());
        assertEquals(1, verdict.sentences().size());
    }
}
