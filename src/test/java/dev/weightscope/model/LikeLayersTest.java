package dev.weightscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.arguments.ExperimentText;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which layers are compared, and what a layer changes of them.
class LikeLayersTest {
    private record Case(String experiment, List<Integer> signal, List<Integer> gradient) {}

    private static final List<Case> CASES =
            List.of(
                    new Case("--depth 1", List.of(0, 1), List.of(1)),
                    new Case("--depth 3", List.of(1, 2, 3), List.of(1, 2, 3)),
                    new Case("--depth 3 --norm rms", List.of(1, 2, 3), List.of(2, 3)),
                    new Case("--depth 1 --norm rms", List.of(0, 1), List.of(1)),
                    new Case("--depth 3 --skip one", List.of(1, 2, 3), List.of(1, 2, 3)),
                    new Case("--depth 6 --skip two", List.of(2, 4, 6), List.of(2, 4, 6)),
                    new Case("--depth 7 --skip two", List.of(2, 4, 6), List.of(2, 4, 6)),
                    new Case(
                            "--depth 7 --skip two --norm layer",
                            List.of(2, 4, 6),
                            List.of(2, 4, 6)),
                    new Case("--depth 3 --skip two", List.of(0, 2), List.of(2)),
                    new Case("--widths 9,8,8,8,3 --skip one", List.of(2, 3), List.of(2, 3)),
                    new Case("--widths 9,8,8 --skip one", List.of(1, 2), List.of(1, 2)),
                    new Case("--widths 9,8,8 --skip one --norm rms", List.of(1, 2), List.of(2)),
                    new Case(
                            "--widths 9,8,7,6,6,5 --skip one",
                            List.of(1, 2, 3, 4, 5),
                            List.of(1, 2, 3, 4, 5)));

    @Test
    void likeIsComparedWithLike() {
        int checked = 0;
        for (Case each : CASES) {
            assertEquals(
                    new LikeLayers(each.signal(), each.gradient()),
                    LikeLayers.of(ExperimentText.parse(each.experiment())),
                    each.experiment());
            checked++;
        }
        assertEquals(13, checked);
    }

    @Test
    void theFactorALayerIsOfTheLayersBeforeTheSizeIsLost() {
        double infinite = Double.POSITIVE_INFINITY;
        assertEquals(2, new Trend(List.of(2, 4, 6), List.of(1.0, 4.0, 16.0)).perLayer());
        assertEquals(0.5, new Trend(List.of(6, 4, 2), List.of(16.0, 4.0, 0.0)).perLayer());
        assertEquals(3, new Trend(List.of(0, 1, 2), List.of(1.0, 3.0, infinite)).perLayer());
        assertEquals(Double.NaN, new Trend(List.of(1), List.of(1.0)).perLayer());
        assertEquals(Double.NaN, new Trend(List.of(1, 2), List.of(0.0, 1.0)).perLayer());
    }
}
