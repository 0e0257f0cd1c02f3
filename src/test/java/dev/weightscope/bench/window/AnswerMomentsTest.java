package dev.weightscope.bench.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.bench.window.AnswerMoments.Asked;
import dev.weightscope.bench.window.AnswerMoments.Extent;
import dev.weightscope.bench.window.AnswerMoments.Picture;
import dev.weightscope.bench.window.AnswerMoments.Work;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AnswerMomentsTest {
    private static final long MILLI = 1_000_000;
    private static final double EXACT = 1e-12;
    private static final Work NONE = new Work(List.of(), List.of());

    @Test
    void aQuestionIsAnsweredByTheFirstPictureOfItOrOfALaterOne() {
        AnswerFigures figures =
                drag(
                                List.of(asked(0, 0), asked(1, 10), asked(3, 30), asked(4, 40)),
                                List.of(whole(1, 50), whole(4, 70)))
                        .figures();

        // 50, 40, 40, 30
        assertEquals(new Percentiles(0.040, 0.050, 0.050), rounded(figures.latency()));
        assertEquals(2, figures.paints());
    }

    @Test
    void anOlderPictureThatComesLateAnswersNothingAgain() {
        AnswerFigures figures =
                drag(
                                List.of(asked(0, 0), asked(1, 10)),
                                List.of(whole(0, 90), whole(1, 30), whole(-1, 5)))
                        .figures();

        // 30, 20
        assertEquals(new Percentiles(0.020, 0.030, 0.030), rounded(figures.latency()));
    }

    @Test
    void theFirstSamplesAnswerButAreNotTheWholeAnswer() {
        AnswerFigures figures =
                drag(
                                List.of(asked(0, 0)),
                                List.of(new Picture(0, Extent.PART, 20 * MILLI), whole(0, 60)))
                        .figures();

        assertEquals(0.020, figures.latency().p50(), EXACT);
        assertEquals(0.060, figures.whole().p50(), EXACT);
    }

    @Test
    void aQuestionWithoutAnAnswerIsAnError() {
        AnswerMoments drag =
                drag(List.of(asked(0, 0), asked(7, 10)), List.of(whole(0, 20), whole(6, 30)));
        assertEquals(
                "step 7 was never answered",
                assertThrows(IllegalStateException.class, drag::figures).getMessage());
    }

    @Test
    void aDragThatAskedNothingIsAnError() {
        AnswerMoments drag = drag(List.of(), List.of(whole(-1, 20)));
        assertEquals(
                "no step asked for a picture",
                assertThrows(IllegalStateException.class, drag::figures).getMessage());
    }

    @Test
    void aFrameIsMissedWhereTwoAreMoreThanOneAndAHalfPeriodsApart() {
        record Case(double share, long... pulses) {}
        Case[] table = {
            new Case(0),
            new Case(0, 5),
            new Case(0, 0, 16, 33, 50),
            new Case(0, 0, 24, 41), // a late frame is not yet a missed one
            new Case(1 / 3.0, 0, 26, 42), // one of the three that were due
            new Case(0.75, 0, 67), // three of four
            new Case(1 / 3.0, 0, 8, 16, 24, 58), // twice the rate, but one of three did not come
        };
        int checked = 0;
        for (Case each : table) {
            AnswerMoments drag =
                    new AnswerMoments(
                            1,
                            List.of(asked(0, 0)),
                            List.of(whole(0, 1)),
                            LongStream.of(each.pulses).map(ms -> ms * MILLI).boxed().toList(),
                            0,
                            NONE);
            assertEquals(each.share, drag.figures().missedFrames(), EXACT);
            checked++;
        }
        assertEquals(7, checked);
    }

    @Test
    void movesAndTheLongestWaitAreReportedAsTheyAre() {
        AnswerFigures figures =
                new AnswerMoments(
                                300,
                                List.of(asked(0, 0)),
                                List.of(whole(0, 1)),
                                List.of(),
                                33 * MILLI,
                                NONE)
                        .figures();
        assertEquals(300, figures.events());
        assertEquals(0.033, figures.longestStall(), EXACT);
    }

    @Test
    void wholePicturesCountASecondWhileTheHandMoves() {
        AnswerMoments drag =
                drag(
                        List.of(asked(0, 0), asked(30, 500)),
                        List.of(
                                whole(0, 20),
                                new Picture(1, Extent.PART, 40 * MILLI),
                                whole(2, 60),
                                whole(30, 510)));
        assertEquals(4, drag.figures().wholeRate(), EXACT);
        assertEquals(4 / 0.51, drag.figures().paintRate(), EXACT);
    }

    @Test
    void workIsCountedByMoveAndByPicture() {
        AnswerFigures.Work work =
                new AnswerMoments(
                                2,
                                List.of(asked(0, 0)),
                                List.of(whole(0, 1)),
                                List.of(),
                                0,
                                new Work(List.of(MILLI, 3 * MILLI), List.of(5 * MILLI)))
                        .figures()
                        .work();
        assertEquals(new Percentiles(0.001, 0.003, 0.003), rounded(work.move()));
        assertEquals(new Percentiles(0.005, 0.005, 0.005), rounded(work.picture()));
    }

    private static AnswerMoments drag(List<Asked> asked, List<Picture> pictures) {
        return new AnswerMoments(asked.size(), asked, pictures, List.of(), 0, NONE);
    }

    private static Asked asked(int step, long milli) {
        return new Asked(step, milli * MILLI);
    }

    private static Picture whole(int answers, long milli) {
        return new Picture(answers, Extent.WHOLE, milli * MILLI);
    }

    private static Percentiles rounded(Percentiles each) {
        return new Percentiles(
                Math.rint(each.p50() * 1e6) / 1e6,
                Math.rint(each.p95() * 1e6) / 1e6,
                Math.rint(each.p99() * 1e6) / 1e6);
    }
}
