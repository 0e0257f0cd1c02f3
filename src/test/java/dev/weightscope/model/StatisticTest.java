package dev.weightscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticTest {
    private static final Histogram HISTOGRAM = new Histogram(-1, 1, new long[] {1, 2}, 0, 0, 0);

    @Test
    void eachIsWrittenExactlyForFilesAndShortForPeople() {
        TensorStatistics tensor =
                new TensorStatistics(
                        1_234_567, -0.123456, 1.5, 1e-7, 0, -2f, 0.1f, 0.25, 1, 0, 12, HISTOGRAM);
        List<String> exact =
                List.of(
                        "1234567",
                        "-0.123456",
                        "1.5",
                        "1.0E-7",
                        "0.0",
                        "-2.0",
                        "0.10000000149011612",
                        "0.25",
                        "1.0",
                        "0",
                        "12");
        List<String> text =
                List.of(
                        "1,234,567",
                        "-0.1235",
                        "1.5",
                        "1e-7",
                        "0",
                        "-2",
                        "0.1",
                        "25 %",
                        "100 %",
                        "0",
                        "12");
        assertEquals(11, Statistic.values().length);
        assertEquals(exact, all(each -> each.exactText(tensor)));
        assertEquals(text, all(each -> each.text(tensor, 4)));
    }

    @Test
    void filesGiveThemUnderNamesThatNeverChange() {
        assertEquals(
                List.of(
                        "mean",
                        "std",
                        "rms",
                        "perUnitStd",
                        "min",
                        "max",
                        "zeros",
                        "saturated",
                        "infinite",
                        "nan"),
                Statistic.inFiles().stream().map(Statistic::field).toList());
        assertEquals(
                List.of("weights", "preActivation", "activation"),
                Quantity.inForwardOrder().stream().map(Quantity::field).toList());
    }

    @Test
    void thePerUnitStdOfOneSampleIsUndefinedAndThatOfNanIsNan() {
        record Case(long infinite, long nan, String text) {}
        List<Case> cases = List.of(new Case(0, 0, "–"), new Case(1, 0, "–"), new Case(0, 1, "NaN"));
        for (Case each : cases) {
            TensorStatistics tensor =
                    new TensorStatistics(
                            2,
                            0,
                            1,
                            1,
                            Double.NaN,
                            -1,
                            1,
                            0,
                            0,
                            each.infinite(),
                            each.nan(),
                            HISTOGRAM);
            assertEquals(each.text(), Statistic.PER_UNIT_STD.text(tensor, 3));
            assertEquals(each.text(), Spread.PER_UNIT_STD.text(tensor, 3));
            assertEquals("NaN", Statistic.PER_UNIT_STD.exactText(tensor));
        }
        assertEquals(3, cases.size());
    }

    private static List<String> all(java.util.function.Function<Statistic, String> text) {
        return Arrays.stream(Statistic.values()).map(text).toList();
    }
}
