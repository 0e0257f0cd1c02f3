package dev.weightscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Which layers are in a branch, and what each is in it.
class ArchitectureOfLayersTest {
    private static final Architecture ONE = Architecture.PLAIN.withSkip(Skip.ONE);
    private static final Architecture TWO = Architecture.PLAIN.withSkip(Skip.TWO);

    private record Case(Architecture architecture, List<Integer> widths, String places) {}

    /// `-` a plain layer, `w1` the whole of branch 1, `f1` and `l1` its first and last.
    private static final List<Case> CASES =
            List.of(
                    new Case(Architecture.PLAIN, List.of(8, 8, 8), "- -"),
                    new Case(ONE, List.of(8, 8, 8), "w1 w2"),
                    new Case(ONE, List.of(30, 64, 64, 10), "- w1 -"),
                    new Case(ONE, List.of(5, 5, 7, 7, 7), "w1 - w2 w3"),
                    new Case(ONE, List.of(8, 4), "-"),
                    new Case(TWO, List.of(8, 8, 8, 8, 8), "f1 l1 f2 l2"),
                    new Case(TWO, List.of(8, 8, 8, 8), "f1 l1 -"),
                    new Case(TWO, List.of(8, 8), "-"),
                    new Case(TWO, List.of(30, 64, 64, 64, 64), "- f1 l1 -"),
                    new Case(TWO, List.of(30, 64, 64, 64, 64, 64), "- f1 l1 f2 l2"),
                    new Case(TWO, List.of(8, 32, 8, 32, 8), "f1 l1 f2 l2"),
                    new Case(TWO, List.of(9, 8, 32, 8, 10), "- f1 l1 -"),
                    new Case(TWO, List.of(3, 4, 5, 6), "- - -"));

    @Test
    void branchesAreCountedFromTheFirstLayerThatCanBeginOne() {
        int checked = 0;
        for (Case each : CASES) {
            assertEquals(
                    each.places(),
                    each.architecture().places(each.widths()).stream()
                            .map(ArchitectureOfLayersTest::letters)
                            .collect(Collectors.joining(" ")),
                    each.toString());
            checked++;
        }
        assertEquals(13, checked);
    }

    private record Parted(Skip skip, String widths, List<Integer> stream, List<Integer> inside) {}

    private static final List<Parted> PARTED =
            List.of(
                    new Parted(Skip.NONE, "8,8,8", List.of(1, 2), List.of()),
                    new Parted(Skip.ONE, "30,64,64,10", List.of(1, 2, 3), List.of()),
                    new Parted(Skip.TWO, "8,8,8,8,8", List.of(2, 4), List.of(1, 3)),
                    new Parted(Skip.TWO, "8,8,8,8", List.of(2, 3), List.of(1)),
                    new Parted(Skip.TWO, "9,8,32,8,10", List.of(1, 3, 4), List.of(2)),
                    new Parted(Skip.TWO, "3,4,5,6", List.of(1, 2, 3), List.of()));

    @Test
    void aLayersOutputIsTheStreamUnlessItStaysInsideOfItsBranch() {
        int checked = 0;
        for (Parted each : PARTED) {
            Experiment experiment =
                    Experiment.DEFAULT
                            .withWidths(LayerWidths.Listed.parse(each.widths()))
                            .withSkip(each.skip());
            assertEquals(each.stream(), experiment.streamLayers(), each.toString());
            assertEquals(each.inside(), experiment.layersInsideBranches(), each.toString());
            checked++;
        }
        assertEquals(6, checked);
    }

    private static String letters(LayerPlace place) {
        return switch (place.role()) {
            case PLAIN -> "-";
            case WHOLE_BRANCH -> "w" + place.branch();
            case FIRST_OF_BRANCH -> "f" + place.branch();
            case LAST_OF_BRANCH -> "l" + place.branch();
        };
    }

    @Test
    void aPlaceSaysShapeBranchAndScale() {
        Architecture byDepth = TWO.withBranchScale(new BranchScale.Depth());
        double scale = 1 / Math.sqrt(2);
        assertEquals(
                List.of(
                        new LayerPlace(1, 30, 64, LayerRole.PLAIN, 0, 2, 1),
                        new LayerPlace(2, 64, 9, LayerRole.FIRST_OF_BRANCH, 1, 2, scale),
                        new LayerPlace(3, 9, 64, LayerRole.LAST_OF_BRANCH, 1, 2, scale),
                        new LayerPlace(4, 64, 64, LayerRole.FIRST_OF_BRANCH, 2, 2, scale),
                        new LayerPlace(5, 64, 64, LayerRole.LAST_OF_BRANCH, 2, 2, scale)),
                byDepth.places(List.of(30, 64, 9, 64, 64, 64)));
    }

    @Test
    void aLayersPlaceIsThatOfTheList() {
        int checked = 0;
        for (Architecture architecture : List.of(Architecture.PLAIN, ONE, TWO)) {
            Experiment experiment =
                    Experiment.DEFAULT
                            .withWidths(LayerWidths.Listed.parse("30,64,64,10,64,64"))
                            .withArchitecture(architecture);
            List<LayerPlace> places = experiment.places();
            for (int layer = 1; layer <= 5; layer++) {
                assertEquals(places.get(layer - 1), experiment.place(layer));
                checked++;
            }
        }
        assertEquals(15, checked);
    }

    @Test
    void branchesScaledByDepthLetASecondMomentGrowToAtMostE() {
        BranchScale depth = new BranchScale.Depth();
        assertEquals(1, depth.of(0));
        assertEquals(0.5, depth.of(4));
        assertEquals(Math.E, Math.pow(1 + Math.pow(depth.of(1000), 2), 1000), 0.01);
        assertEquals(0.25, new BranchScale.Factor(0.25).of(7));
        assertEquals(
                "branch-scale -1 is outside 0..1000000",
                assertThrows(Refusal.class, () -> new BranchScale.Factor(-1)).getMessage());
    }

    @Test
    void theLabelNamesWhatIsNotTheDefault() {
        Architecture norm = Architecture.PLAIN.withNormalization(Normalization.BATCH);
        assertEquals("", Architecture.PLAIN.label());
        assertEquals("", Architecture.PLAIN.withBranchScale(new BranchScale.Depth()).label());
        assertEquals("batch norm", norm.label());
        assertEquals("skip 1", ONE.label());
        assertEquals(
                "RMS norm, skip 2 × 0.5",
                TWO.withNormalization(Normalization.RMS)
                        .withBranchScale(new BranchScale.Factor(0.5))
                        .label());
        Experiment experiment =
                Experiment.DEFAULT.withArchitecture(
                        TWO.withBranchScale(new BranchScale.Depth())
                                .withNormalization(Normalization.LAYER));
        assertEquals("Xavier uniform, layer norm, skip 2 × 1/√L", experiment.label());
        assertEquals(
                "Tanh · Xavier uniform, gain 1 · 10 layers of 500 · layer norm, skip 2 × 1/√L"
                        + " · 1000 standard normal samples · seed 42",
                experiment.caption());
    }
}
