package dev.weightscope.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class BriefNameTest {
    private static final String ALONE = "Xavier uniform, gain 1.467";
    private static final String NORMED = "Xavier uniform, gain 1.467, batch norm";

    @Test
    void ofNamesThatBeginAlikeTheRestIsKept() {
        record Case(String name, List<String> beside, String brief) {}
        List<Case> cases =
                List.of(
                        new Case(ALONE, List.of(ALONE, NORMED), ALONE),
                        new Case(NORMED, List.of(ALONE, NORMED), "…batch norm"),
                        new Case(ALONE, List.of(), ALONE),
                        new Case(
                                "Normal, std 1, gain 2, tanh",
                                List.of("Normal, std 1, gain 3, tanh", "Xavier, tanh"),
                                "…gain 2"),
                        new Case("Normal, std 1", List.of("Xavier"), "Normal, std 1"));
        for (Case each : cases) {
            assertEquals(each.brief, BriefName.of(each.name, each.beside), each.toString());
        }
        assertEquals(5, cases.size());
    }
}
