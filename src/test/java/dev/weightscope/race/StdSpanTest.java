package dev.weightscope.race;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.chart.axis.Range;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class StdSpanTest {
    @Test
    void anAxisHoldsAllValuesButAFewThatLieFarOut() {
        record Case(String what, int length, IntToDoubleFunction at, Optional<Range> span) {}
        List<Case> table =
                List.of(
                        new Case("nothing yet", 0, step -> 1, Optional.empty()),
                        new Case("all zero", 10, step -> 0, Optional.empty()),
                        new Case("one value", 1, step -> 2, Optional.of(new Range(1, 3))),
                        new Case(
                                "vanishing step by step",
                                21,
                                step -> Math.pow(10, -step),
                                Optional.of(new Range(1e-20, 1))),
                        new Case(
                                "zeros and what is not finite left out",
                                4,
                                step -> List.of(0.0, 1.0, 4.0, Double.NaN).get(step),
                                Optional.of(new Range(1, 4))),
                        new Case(
                                "one of thirty as small as 1e-40",
                                30,
                                step -> step == 7 ? 1e-40 : 1,
                                Optional.of(new Range(1e-3, 1))),
                        new Case(
                                "one of thirty as great as 1e30",
                                30,
                                step -> step == 7 ? 1e30 : 1,
                                Optional.of(new Range(1, 1e3))));
        int checked = 0;
        for (Case each : table) {
            assertEquals(
                    each.span,
                    StdSpan.of(List.of(new StdSpan.Values(each.length, each.at))),
                    each.what);
            checked++;
        }
        assertEquals(7, checked);
    }

    @Test
    void theFirstAndTheLastStepOfALongCurveCount() {
        IntToDoubleFunction ends = step -> step == 0 ? 3 : step == 99_999 ? 5 : 4;
        assertEquals(
                Optional.of(new Range(3, 5)),
                StdSpan.of(List.of(new StdSpan.Values(100_000, ends))));
    }
}
