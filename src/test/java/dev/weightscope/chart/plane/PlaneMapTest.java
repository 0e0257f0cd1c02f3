package dev.weightscope.chart.plane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Areas;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.DataColour;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.RecordedSurface;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.ValueScale;
import dev.weightscope.chart.image.Java2dSurface;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlaneMapTest {
    private static final List<Double> XS =
            IntStream.rangeClosed(0, 8).mapToObj(i -> i / 2.0).toList();
    private static final List<Double> YS =
            IntStream.rangeClosed(0, 6).mapToObj(i -> i / 20.0).toList();

    private static MapMark mark(double x, double y, String name) {
        return new MapMark(
                x,
                y,
                name,
                MapMark.Shape.DOT,
                new DataColour.OfSetting(1),
                List.of("σ_w² " + x + ", σ_b² " + y));
    }

    private static MapView view() {
        double[] values = new double[XS.size() * YS.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = XS.get(i % XS.size()) - 2 * YS.get(i / XS.size()) + 0.1;
        }
        return MapView.of(
                        PlaneAxis.of("σ_w²", ValueScale.LINEAR, Cells.ends(XS)),
                        PlaneAxis.of("σ_b²", ValueScale.LINEAR, Cells.ends(YS)),
                        "χ₁",
                        Cells.of(XS, YS, values),
                        Ramp.diverging(new Range(0.5, 2), ValueScale.LOG, List.of("½", "2")),
                        MapView.Shading.SMOOTH)
                .withLevels(List.of(0.9, 1.1))
                .withLines(
                        List.of(
                                new MapLine(
                                        "critical",
                                        List.of(
                                                new MapLine.Point(0.9, 0),
                                                new MapLine.Point(1.5, 0.3),
                                                new MapLine.Point(1.6, 0.9)),
                                        MapLine.Kind.SOLID)))
                .withRegions(
                        List.of(new MapView.Region(0.4, 0.28, "ORDERED", List.of("they vanish"))))
                .withShares(
                        List.of(new MapView.Share(2, 0.2, 0.25, List.of("learnt 25 %"))),
                        "measured")
                .withMarks(
                        List.of(
                                mark(1.3, 0.05, "here"),
                                mark(2, 0, "Xavier √2"),
                                mark(166.7, 0, "Uniform"),
                                mark(3, 0.7, "wide bias"),
                                mark(2.02, 0, "beside it")))
                .withRail("no bias");
    }

    @Test
    void everythingIsPaintedInsideOfTheArea() {
        int checked = 0;
        for (Box area : Areas.ALL) {
            RecordedSurface surface = new RecordedSurface();
            new PlaneMap(view()).layout(area, Areas.MEASURE).paint(surface, Palette.LIGHT);
            for (RecordedSurface.Stroked each : surface.painted) {
                assertTrue(Areas.encloses(area, each.box()), each + " leaves " + area);
                checked++;
            }
        }
        assertTrue(checked > 200, "painted " + checked);
    }

    @Test
    void pointsBeyondTheMapStandOnItsEdgeWithTheirValue() {
        MapLayout layout = new PlaneMap(view()).layout(Areas.ALL.get(1), Areas.MEASURE);
        List<MapPlace> places = layout.places();
        Box plot = layout.plot();
        assertEquals(MapPlace.Side.WITHIN, places.get(0).side());
        assertEquals(plot.x() + plot.width() * 1.3 / 4, places.get(0).x(), 1e-9);
        assertEquals(plot.bottom() - plot.height() * 0.05 / 0.3, places.get(0).y(), 1e-9);
        assertTrue(places.get(1).isOnRail() && places.get(1).y() > plot.bottom());
        assertEquals(MapPlace.Side.RIGHT, places.get(2).side());
        assertEquals("Uniform at 167", places.get(2).name().orElseThrow().text());
        assertEquals(MapPlace.Side.ABOVE, places.get(3).side());
        assertEquals("wide bias at 0.7", places.get(3).name().orElseThrow().text());
        Box first = places.get(1).name().orElseThrow().box();
        places.get(4).name().ifPresent(name -> assertTrue(!name.box().overlaps(first)));
    }

    @Test
    void aCellTellsItsValueAndAMarkWhatItIs() {
        MapLayout layout = new PlaneMap(view()).layout(Areas.ALL.get(1), Areas.MEASURE);
        Box plot = layout.plot();
        Hit cell = layout.hit(plot.x() + plot.width() / 2 + 1, plot.centerY()).orElseThrow();
        assertEquals(-1, cell.stop());
        assertEquals(List.of("σ_w² 2", "σ_b² 0.15", "χ₁ 1.8"), cell.lines());
        MapPlace here = layout.places().getFirst();
        Hit mark = layout.hit(here.x() + 2, here.y()).orElseThrow();
        assertEquals(0, mark.stop());
        assertEquals("here", mark.lines().getFirst());
        assertEquals(5, layout.stops().size());
    }

    @Test
    void placesAndNumbersAreInverse() {
        for (ValueScale scale : List.of(ValueScale.LINEAR, ValueScale.LOG)) {
            PlaneAxis axis = PlaneAxis.of("x", scale, new Range(0.01, 4));
            for (double share : new double[] {0, 0.1, 0.5, 1}) {
                assertEquals(share, axis.share(axis.at(share)), 1e-12);
            }
        }
    }

    @Test
    void aPointOfALogarithmicGridLiesInTheMiddleOfItsCell() {
        List<Double> points = List.of(0.1, 1.0, 10.0);
        Range range = Cells.around(points, ValueScale.LOG);
        PlaneAxis axis = PlaneAxis.of("x", ValueScale.LOG, range);
        assertEquals(1 / 6.0, axis.share(0.1), 1e-12);
        assertEquals(0.5, axis.share(1), 1e-12);
        assertEquals(1.5, Cells.place(points, ValueScale.LOG, Math.sqrt(10)), 1e-12);
        Range linear = Cells.around(List.of(1.0, 2.0, 3.0), ValueScale.LINEAR);
        assertEquals(new Range(0.5, 3.5), linear);
    }

    @Test
    void whatCountsForNothingFades() {
        Box area = new Box(0, 0, 600, 400);
        int strong = pixel(view(), area);
        int faded = pixel(view().faded("Theory is for plain networks"), area);
        assertNotEquals(strong, faded);
        RecordedSurface surface = new RecordedSurface();
        new PlaneMap(view().faded("Theory is for plain networks"))
                .layout(area, Areas.MEASURE)
                .paint(surface, Palette.LIGHT);
        assertTrue(
                surface.painted.stream()
                        .anyMatch(each -> each.what().equals("Theory is for plain networks")));
    }

    @Test
    void whyItFadesHidesNoDisc() {
        Box area = new Box(0, 0, 600, 400);
        String why = "Theory is for plain networks";
        List<MapView.Share> discs = new ArrayList<>();
        for (double y : new double[] {0.05, 0.15, 0.25}) {
            for (int column = 0; column < 12; column++) {
                discs.add(new MapView.Share(0.2 + column / 3.0, y, 1, List.of()));
            }
        }
        RecordedSurface surface = new RecordedSurface();
        new PlaneMap(view().withShares(discs, "measured").faded(why))
                .layout(area, Areas.MEASURE)
                .paint(surface, Palette.LIGHT);
        List<Box> texts = boxes(surface, why);
        assertTrue(!texts.isEmpty());
        List<Box> painted = boxes(surface, "disc");
        assertTrue(painted.size() >= discs.size());
        for (Box text : texts) {
            assertTrue(painted.stream().noneMatch(disc -> overlap(text, disc)), text::toString);
        }
    }

    private static List<Box> boxes(RecordedSurface surface, String what) {
        return surface.painted.stream()
                .filter(each -> each.what().equals(what))
                .map(RecordedSurface.Stroked::box)
                .toList();
    }

    private static boolean overlap(Box one, Box other) {
        return one.x() < other.right()
                && other.x() < one.right()
                && one.y() < other.bottom()
                && other.y() < one.bottom();
    }

    private static int pixel(MapView view, Box area) {
        BufferedImage image =
                new BufferedImage(
                        (int) area.width(), (int) area.height(), BufferedImage.TYPE_INT_ARGB);
        Java2dSurface surface = new Java2dSurface(image, 1);
        MapLayout layout = new PlaneMap(view).layout(area, surface);
        layout.paint(surface, Palette.LIGHT);
        Box plot = layout.plot();
        return image.getRGB((int) plot.right() - 3, (int) plot.centerY());
    }

    @Test
    void cellsThatAreNotComputedYetAreLeftOut() {
        MapView whole = view();
        BitSet some = new BitSet();
        some.set(0, 5);
        MapView cells =
                MapView.of(
                        whole.x().withRange(Cells.around(XS, ValueScale.LINEAR)),
                        whole.y().withRange(Cells.around(YS, ValueScale.LINEAR)),
                        "χ₁",
                        new Cells(XS, YS, whole.cells().values(), some),
                        whole.ramp(),
                        MapView.Shading.CELLS);
        RecordedSurface surface = new RecordedSurface();
        MapLayout layout = new PlaneMap(cells).layout(new Box(0, 0, 600, 400), Areas.MEASURE);
        layout.paint(surface, Palette.DARK);
        assertEquals(
                5, surface.painted.stream().filter(each -> each.what().equals("fill")).count());
        Box plot = layout.plot();
        assertEquals(
                "not computed yet",
                layout.hit(plot.right() - 2, plot.y() + 2).orElseThrow().lines().getLast());
    }
}
