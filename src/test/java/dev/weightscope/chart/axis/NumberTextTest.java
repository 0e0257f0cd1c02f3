package dev.weightscope.chart.axis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumberTextTest {
    private record Case(String expected, String actual) {}

    @Test
    void numbersAreShortAndSteady() {
        List<Case> cases =
                List.of(
                        new Case("0.290", NumberText.steady(0.29)),
                        new Case("1.00", NumberText.steady(1)),
                        new Case("25.0", NumberText.steady(25)),
                        new Case("512", NumberText.steady(512)),
                        new Case("3.00e−7", NumberText.steady(3e-7)),
                        new Case("0.00200", NumberText.steady(0.002)),
                        new Case("3.08e−4", NumberText.steady(0.000308)),
                        new Case("0.20", NumberText.steady(0.2, 2)),
                        new Case("3588", NumberText.steady(3588.2, 2)),
                        new Case("−1.50e5", NumberText.steady(-150_000)),
                        new Case("3.08e−4", NumberText.significant(0.000308, 4)),
                        new Case("0.002", NumberText.significant(0.002, 4)),
                        new Case("1.235e5", NumberText.significant(123_456, 4)),
                        new Case("12346", NumberText.significant(12_345.6, 4)),
                        new Case("∞", NumberText.steady(Double.POSITIVE_INFINITY)),
                        new Case("NaN", NumberText.steady(Double.NaN)),
                        new Case("0", NumberText.steady(0)),
                        new Case("0.00", NumberText.mean(-0.0001, 0.407)),
                        new Case("−0.12", NumberText.mean(-0.1234, 0.407)),
                        new Case("0", NumberText.mean(1e-12, 3e-7)),
                        new Case("0.0", NumberText.mean(0.01, 8)),
                        new Case("12 %", NumberText.percent(0.12)),
                        new Case("0.3 %", NumberText.percent(0.003)),
                        new Case("< 0.1 %", NumberText.percent(1e-6)),
                        new Case("99 %", NumberText.percent(0.9999)),
                        new Case("100 %", NumberText.percent(1)),
                        new Case("0 %", NumberText.percent(0)));
        cases.forEach(each -> assertEquals(each.expected(), each.actual()));
        assertEquals(27, cases.size());
    }
}
