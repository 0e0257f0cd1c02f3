package dev.weightscope.chart.plane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Areas;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.DataColour;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.ValueScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LabelsTest {
    private static final Box ALL = new Box(0, 0, 300, 100);
    private static final Box NONE = new Box(-1, -1, 0, 0);

    private static PlacedText at(double x, double y) {
        return PlacedText.of(Areas.MEASURE, "name", x, y, TextStyle.TICK, Anchor.START);
    }

    @Test
    void theFirstFreeChoiceIsTakenAndNoOtherMayCoverIt() {
        Labels labels = new Labels(List.of(new Box(10, 30, 12, 12)));
        PlacedText first = at(12, 40);
        PlacedText second = at(12, 70);
        assertEquals(second, labels.place(List.of(first, second), ALL, NONE).orElseThrow());
        assertTrue(labels.place(List.of(at(20, 72)), ALL, NONE).isEmpty());
        assertTrue(labels.place(List.of(at(290, 72)), ALL, NONE).isEmpty(), "leaves the plot");
        assertEquals(
                first, labels.place(List.of(first), ALL, new Box(10, 30, 12, 12)).orElseThrow());
    }

    @Test
    void whatHasToBeShownHidesAsLittleAsPossible() {
        Labels labels = new Labels(List.of(new Box(0, 0, 300, 50), new Box(0, 50, 300, 40)));
        PlacedText much = at(10, 40);
        PlacedText little = at(10, 98);
        assertEquals(little, labels.placeAnyway(List.of(much, little), ALL, NONE));
        assertEquals(much, labels.placeAnyway(List.of(much, at(10, 130)), ALL, NONE));
    }

    /// Of a map with many points, wherever they lie.
    @Test
    void namesOfAMapHideNeitherEachOtherNorAPoint() {
        Random random = new Random(3);
        int names = 0;
        for (int map = 0; map < 60; map++) {
            List<MapMark> marks = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                boolean isOnRail = random.nextBoolean();
                marks.add(
                        new MapMark(
                                -0.3 + 4.6 * random.nextDouble(),
                                isOnRail ? 0 : 0.33 * random.nextDouble(),
                                "a name " + i,
                                i == 0 ? MapMark.Shape.TARGET : MapMark.Shape.DIAMOND,
                                new DataColour.Expected(),
                                List.of("told")));
            }
            MapLayout layout =
                    new PlaneMap(view().withMarks(marks))
                            .layout(new Box(0, 0, 560, 420), Areas.MEASURE);
            for (MapPlace one : layout.places()) {
                for (MapPlace other : layout.places()) {
                    if (!one.equals(other) && one.name().isPresent()) {
                        names++;
                        Box name = one.name().orElseThrow().box();
                        other.name()
                                .ifPresent(text ->
                                        assertFalse(
                                                name.overlaps(text.box()), one + " on " + other));
                        if (one.mark().shape() != MapMark.Shape.TARGET) {
                            assertFalse(name.overlaps(other.symbol()), one + " on " + other);
                        }
                    }
                }
            }
        }
        assertTrue(names > 2000, "names " + names);
    }

    /// Wherever the point of the default experiment is, which stands beside frameworks' own.
    @Test
    void aPointThatMovesHasANameThatHidesNoOther() {
        List<MapMark> fixed = new ArrayList<>();
        for (double w : new double[] {0.33, 1, 2, 2.78}) {
            fixed.add(
                    new MapMark(
                            w,
                            w < 1 ? 0.005 : 0,
                            "Keras, Flax",
                            MapMark.Shape.DIAMOND,
                            new DataColour.Expected(),
                            List.of()));
        }
        MapView view = view().withMarks(fixed);
        Box area = new Box(0, 0, 560, 420);
        List<Box> taken = new PlaneMap(view).layout(area, Areas.MEASURE).taken();
        int checked = 0;
        for (double w = 0; w <= 4; w += 0.05) {
            for (double b : new double[] {0, 0.004, 0.1, 0.3}) {
                MapMark mark =
                        new MapMark(
                                w,
                                b,
                                "you are here: drag",
                                MapMark.Shape.TARGET,
                                new DataColour.OfSetting(0),
                                List.of());
                MapPlace place =
                        new MapPoint(view, mark, taken).layout(area, Areas.MEASURE).place();
                Box name = place.name().orElseThrow().box();
                assertTrue(Areas.encloses(area, name), "at %s, %s".formatted(w, b));
                for (Box box : taken) {
                    assertFalse(name.overlaps(box), "at %s, %s: %s".formatted(w, b, box));
                }
                checked++;
            }
        }
        assertTrue(checked >= 320, "places " + checked);
    }

    private static MapView view() {
        List<Double> xs = List.of(0.0, 4.0);
        List<Double> ys = List.of(0.0, 0.3);
        return MapView.of(
                        PlaneAxis.of("σ_w²", ValueScale.LINEAR, Cells.ends(xs)),
                        PlaneAxis.of("σ_b²", ValueScale.LINEAR, Cells.ends(ys)),
                        "χ₁",
                        Cells.of(xs, ys, new double[4]),
                        Ramp.diverging(new Range(0.5, 2), ValueScale.LOG, List.of("½", "2")),
                        MapView.Shading.SMOOTH)
                .withRail("no bias");
    }
}
