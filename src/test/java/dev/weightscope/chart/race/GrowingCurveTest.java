package dev.weightscope.chart.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.weightscope.chart.line.Curve;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrowingCurveTest {
    private static final List<Integer> STEPS = ShownSteps.of(1000).numbers();

    @Test
    void itIsAtEachLengthWhatItWouldBeIfItHadNotGrown() {
        int checked = 0;
        for (int draws : List.of(1, 3, Lines.MANY + 1)) {
            GrowingCurve growing = new GrowingCurve(STEPS);
            for (int length = 0; length <= 1001; length += 77) {
                Lines lines = lines(draws, length, new AtomicInteger());
                Lines grown = growing.follow(lines);
                assertEquals(length > 0, grown.drawn().isPresent());
                if (length > 0) {
                    Curve curve = lines.curve(STEPS);
                    assertEquals(curve, grown.curve(STEPS));
                    assertEquals(lines.curve(List.of(0)), grown.curve(List.of(0)));
                    checked++;
                }
            }
        }
        assertEquals(39, checked);
    }

    @Test
    void aStepIsLookedAtOnce() {
        AtomicInteger looks = new AtomicInteger();
        GrowingCurve growing = new GrowingCurve(STEPS);
        for (int length = 1; length <= 1001; length++) {
            Lines grown = growing.follow(lines(4, length, looks));
            assertSame(grown.drawn().orElseThrow().curve(), grown.curve(STEPS));
        }
        assertEquals(4 * STEPS.size(), looks.get());
    }

    /// The first draw ends at step 300 where there are others.
    private static Lines lines(int draws, int length, AtomicInteger looks) {
        return new Lines(
                IntStream.range(0, draws)
                        .mapToObj(draw -> {
                            int last = draw == 0 && draws > 1 ? Math.min(length, 300) : length;
                            return new Lines.Line(
                                    last,
                                    step -> {
                                        looks.incrementAndGet();
                                        return 1.0 / (1 + step + draw);
                                    },
                                    last < length);
                        })
                        .toList());
    }
}
