package dev.weightscope.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class SweepReadingTest {
    /// A sweep whose figure is a function of what is swept.
    private static SweepAnswer answer(String settings, DoubleUnaryOperator figure) {
        SweepPlan plan = SweepPlan.of(Sweeps.question(settings, ""));
        double[] values =
                plan.columns().stream()
                        .mapToDouble(each -> figure.applyAsDouble(Double.parseDouble(each.text())))
                        .toArray();
        BitSet known = new BitSet();
        known.set(0, values.length);
        return new SweepAnswer(plan, values, known, Duration.ZERO);
    }

    /// A power of the gain is a straight line on two logarithmic axes: between any two points the
    /// crossing is exact.
    @Test
    void aCurveCrossesWhereItsPowerSays() {
        SweepAnswer answer =
                answer(
                        "--over gain --from 0.5 --to 4 --points 6 --log",
                        gain -> Math.pow(gain / 1.4142135, 20));
        List<Crossing> crossings = Crossing.of(answer, 0);
        assertEquals(1, crossings.size());
        assertEquals(1.4142135, crossings.getFirst().value(), 1e-3);
        assertTrue(crossings.getFirst().isRising());
        assertEquals(
                List.of("ReLU crosses 1 at gain 1.414, rising."),
                new SweepReading("ReLU", answer).sentences());
    }

    /// 0.5 and 2 in turns from gain 1 to 5: half way between each two.
    @Test
    void manyCrossingsAreOneSentence() {
        String settings = "--over gain --from 1 --to 5 --points 5";
        assertEquals(
                List.of("It crosses 1 at 4 places, first at gain 1.5, last at 4.5."),
                new SweepReading("It", answer(settings, gain -> gain % 2 == 0 ? 2 : 0.5))
                        .sentences());
        assertEquals(
                List.of("It crosses 1 at gain 2.5, rising.", "It crosses 1 at gain 3.5, falling."),
                new SweepReading("It", answer(settings, gain -> gain == 3 ? 2 : 0.5)).sentences());
    }

    @Test
    void infiniteAndUndefinedFiguresHaveTheirSide() {
        SweepAnswer explodes =
                answer(
                        "--over gain --from 1 --to 3 --points 3",
                        gain -> gain > 2.5 ? Double.POSITIVE_INFINITY : 0.5);
        assertEquals(2.5, Crossing.of(explodes, 0).getFirst().value(), 1e-12);
        assertEquals(
                List.of("It stays away from 1 on this way."),
                new SweepReading(
                                "It",
                                answer("--over gain --from 1 --to 3 --points 3", _ -> Double.NaN))
                        .sentences());
        assertEquals(
                List.of("It stays below 1 on this way."),
                new SweepReading("It", answer("--over gain --points 3", _ -> 0.0)).sentences());
    }

    @Test
    void whatIsNotCompleteSaysOnlyWhatHoldsSoFar() {
        SweepPlan plan =
                SweepPlan.of(Sweeps.question("--over gain --from 1 --to 3 --points 3", ""));
        BitSet known = new BitSet();
        known.set(0);
        SweepAnswer begun = new SweepAnswer(plan, new double[] {0.5, 2, 2}, known, Duration.ZERO);
        assertEquals(
                List.of("It stays below 1 on this way so far."),
                new SweepReading("It", begun).sentences());
    }

    /// The coordinate check of muP (Yang et al. 2022, arXiv 2203.03466, appendix D.1): what depends
    /// on the width does so as a power.
    @Test
    void overTheWidthAFigureIsFlatOrAPower() {
        String settings = "--over width --from 16 --to 1024 --points 7 --log --measure last-rms";
        assertEquals(
                List.of("It is flat: the same at every width."),
                new SweepReading("It", answer(settings, width -> 0.7 + width * 1e-5)).sentences());
        assertEquals(
                List.of("It goes as width^0.5: not flat."),
                new SweepReading("It", answer(settings, Math::sqrt)).sentences());
        assertEquals(
                List.of("It follows no power of the width: not flat."),
                new SweepReading("It", answer(settings, width -> 1.5 + Math.sin(width)))
                        .sentences());
        assertEquals(
                List.of("It is flat from width 64 on."),
                new SweepReading("It", answer(settings, width -> width < 64 ? width / 64 : 1.02))
                        .sentences());
        assertEquals(
                List.of("It is 0 or not finite at some width: not flat."),
                new SweepReading(
                                "It",
                                answer(
                                        settings,
                                        width -> width > 500 ? Double.POSITIVE_INFINITY : width))
                        .sentences());
    }

    /// Networks of 16 and 64 units whose medians are 0.6 and 1.2 by chance.
    @Test
    void aFigureIsFlatAsFarAsItsDrawsCanTell() {
        String settings = "--over width --from 16 --to 4096 --points 5 --log --measure last-rms";
        double[] draws = {
            0.4, 0.6, 1.5, 0.8, 1.2, 1.6, 0.8, 0.9, 1.2, 0.95, 1.05, 1.15, 0.97, 1, 1.03
        };
        SweepPlan plan = SweepPlan.of(Sweeps.question(settings + " --draws 3", ""));
        BitSet known = new BitSet();
        known.set(0, draws.length);
        assertEquals(
                List.of("It is flat from width 16 on, as far as its draws tell."),
                new SweepReading("It", new SweepAnswer(plan, draws, known, Duration.ZERO))
                        .sentences());
        draws[3] = 1.1; // the quartiles of 64 units lie above those of 4096
        assertEquals(
                List.of("It is flat from width 256 on, as far as its draws tell."),
                new SweepReading("It", new SweepAnswer(plan, draws, known, Duration.ZERO))
                        .sentences());
        draws[3] = 0.8;
        draws[5] = Double.NaN; // one has diverged: what the draws lie between is not known
        assertEquals(
                List.of("It is flat from width 256 on, as far as its draws tell."),
                new SweepReading("It", new SweepAnswer(plan, draws, known, Duration.ZERO))
                        .sentences());
        draws[5] = 1.6;
        draws[11] = 1.2;
        draws[10] = 1.19;
        draws[9] = 1.18; // nor of 1024
        assertEquals(
                List.of("It follows no power of the width: not flat."),
                new SweepReading("It", new SweepAnswer(plan, draws, known, Duration.ZERO))
                        .sentences());
    }

    /// Rows away from the setting's own may come first.
    @Test
    void withoutAPointOfItsRowThereIsNothingToSayOrToDraw() {
        SweepPlan plan =
                SweepPlan.of(
                        Sweeps.question(
                                "--over gain --points 2 --and depth --from2 1 --to2 5 --points2 5",
                                ""));
        BitSet known = new BitSet();
        known.set(0, 2);
        SweepAnswer first = new SweepAnswer(plan, new double[10], known, Duration.ZERO);
        assertEquals(List.of(), new SweepReading("It", first).sentences());
        assertEquals(List.of(), Sweeps.LAB.views(first));
        known.set(8);
        SweepAnswer own = new SweepAnswer(plan, new double[10], known, Duration.ZERO);
        assertEquals(2, Sweeps.LAB.views(own).size());
    }

    @Test
    void mediansAreThoseOfTheDrawsThatAreThere() {
        SweepPlan plan = SweepPlan.of(Sweeps.question("--over gain --points 2 --draws 4", ""));
        double[] values = {4, 1, 3, 2, 9, Double.NaN, 7, 0};
        BitSet known = new BitSet();
        known.set(0, 6);
        SweepAnswer answer = new SweepAnswer(plan, values, known, Duration.ZERO);
        assertEquals(2.5, answer.median(0, 0).orElseThrow());
        assertEquals(1, answer.quantile(0, 0, 0).orElseThrow());
        assertEquals(4, answer.quantile(0, 0, 1).orElseThrow());
        assertEquals(Double.NaN, answer.median(0, 1).orElseThrow());
        assertEquals(9, answer.quantile(0, 1, 0).orElseThrow());
    }
}
