package dev.weightscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlainLayersTest {
    private record Case(Skip skip, String widths, String remark) {}

    @Test
    void aRemarkSaysWhichLayersArePlainAndWhy() {
        String alternating =
                IntStream.range(0, 20)
                        .mapToObj(layer -> layer % 4 == 0 ? "8" : "9")
                        .collect(Collectors.joining(","));
        List<Case> cases =
                List.of(
                        new Case(Skip.NONE, "30,64,64,10", ""),
                        new Case(Skip.ONE, "8,8,8", ""),
                        new Case(Skip.TWO, "8,4,8", ""),
                        new Case(
                                Skip.ONE,
                                "30,64,64,64",
                                "Layer 1 is plain: 30 values enter it, and 64 leave it."),
                        new Case(
                                Skip.TWO,
                                "30,64,64,64",
                                "Layer 1 is plain: 30 values enter it, and 64 leave layer 2."),
                        new Case(Skip.TWO, "8,8,8,8", "Layer 3 is plain: it has no partner."),
                        new Case(
                                Skip.TWO,
                                "30,64,64,64,64",
                                "Layer 1 is plain: 30 values enter it, and 64 leave layer 2."
                                        + " Layer 4 is plain: it has no partner."),
                        new Case(
                                Skip.ONE,
                                "3,4,5,5,6",
                                "Layers 1 to 2, 4 are plain: a skip needs equal widths at both"
                                        + " ends."),
                        new Case(
                                Skip.ONE,
                                alternating,
                                "Layers 1, 4 to 5, 8 to 9, 12 to 13 and others are plain: a skip"
                                        + " needs equal widths at both ends."),
                        new Case(Skip.TWO, "8,8", "Layer 1 is plain: it has no partner."));
        int checked = 0;
        for (Case each : cases) {
            Experiment experiment =
                    Experiment.DEFAULT
                            .withWidths(LayerWidths.Listed.parse(each.widths()))
                            .withSkip(each.skip());
            assertEquals(each.remark(), PlainLayers.remark(experiment), each.toString());
            checked++;
        }
        assertEquals(10, checked);
    }
}
