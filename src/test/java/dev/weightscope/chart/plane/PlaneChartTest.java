package dev.weightscope.chart.plane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Areas;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.DataColour;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.RecordedSurface;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.ValueScale;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlaneChartTest {
    private static List<MapLine.Point> points(double factor) {
        return IntStream.rangeClosed(1, 40)
                .mapToObj(i -> {
                    double distance = Math.abs(i / 10.0 - 1.8);
                    return new MapLine.Point(
                            i / 10.0,
                            distance < 1e-9 ? Double.POSITIVE_INFINITY : factor / distance);
                })
                .toList();
    }

    private static PlaneCurve curve(String name, double factor, PlaneCurve.Kind kind) {
        return new PlaneCurve(name, points(factor), new DataColour.Expected(), kind);
    }

    private static PlaneChart chart() {
        return new PlaneChart(
                new PlaneView(
                        PlaneAxis.of("σ_w²", ValueScale.LINEAR, new Range(0, 4)),
                        PlaneAxis.of("layers", ValueScale.LOG, new Range(1, 1000)),
                        List.of(
                                curve("6 ξ", 36, PlaneCurve.Kind.BOUND),
                                curve("ξ", 6, PlaneCurve.Kind.MAIN),
                                curve("ξ too", 6.1, PlaneCurve.Kind.THIN)),
                        List.of(
                                new MapMark(
                                        1.3,
                                        12,
                                        "ξ = 12",
                                        MapMark.Shape.RING,
                                        new DataColour.OfSetting(0),
                                        List.of())),
                        "",
                        "depth scales"));
    }

    @Test
    void curvesAreCutAtTheEdgesAndNamesKeepApart() {
        for (Box area : Areas.ALL) {
            RecordedSurface surface = new RecordedSurface();
            PlaneLayout layout = chart().layout(area, Areas.MEASURE);
            layout.paint(surface, Palette.LIGHT);
            for (RecordedSurface.Stroked each : surface.painted) {
                assertTrue(Areas.encloses(area, each.box()), each + " leaves " + area);
            }
            List<Box> names =
                    surface.painted.stream()
                            .filter(each -> each.what().contains("ξ"))
                            .map(RecordedSurface.Stroked::box)
                            .filter(box -> box.x() > layout.plot().right())
                            .toList();
            assertEquals(3, names.size());
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < i; j++) {
                    assertTrue(!names.get(i).overlaps(names.get(j)), "names in " + area);
                }
            }
        }
    }

    /// Of a cobweb, wherever its fixed point lies: there is room on one side of the lines or the
    /// other.
    @Test
    void theNameOfAPointLiesOverNoCurve() {
        Box area = new Box(0, 0, 300, 220);
        int checked = 0;
        for (double fixed : new double[] {0.1, 0.3, 0.5, 0.8, 1}) {
            List<MapLine.Point> diagonal =
                    List.of(new MapLine.Point(0, 0), new MapLine.Point(1e6, 1e6));
            List<MapLine.Point> curve =
                    IntStream.rangeClosed(0, 50)
                            .mapToObj(i -> i / 50.0)
                            .map(x -> new MapLine.Point(x, 0.7 * x + 0.3 * fixed))
                            .toList();
            MapMark mark =
                    new MapMark(
                            fixed,
                            fixed,
                            "c* = 1, slope 0.7",
                            MapMark.Shape.RING,
                            new DataColour.OfSetting(0),
                            List.of());
            PlaneLayout layout =
                    new PlaneChart(
                                    new PlaneView(
                                            PlaneAxis.of("c", ValueScale.LINEAR, new Range(0, 1)),
                                            PlaneAxis.of("c", ValueScale.LINEAR, new Range(0, 1)),
                                            List.of(plain(diagonal), plain(curve)),
                                            List.of(mark),
                                            "",
                                            "map"))
                            .layout(area, Areas.MEASURE);
            RecordedSurface surface = new RecordedSurface();
            layout.paint(surface, Palette.LIGHT);
            Box name =
                    surface.painted.stream()
                            .filter(each -> each.what().contains("slope"))
                            .toList()
                            .getLast()
                            .box();
            Rectangle2D ground =
                    new Rectangle2D.Double(name.x(), name.y(), name.width(), name.height());
            for (List<MapLine.Point> points : List.of(diagonal, curve)) {
                for (int i = 0; i + 1 < points.size(); i++) {
                    assertFalse(
                            ground.intersectsLine(
                                    x(layout, points.get(i)), y(layout, points.get(i)),
                                    x(layout, points.get(i + 1)), y(layout, points.get(i + 1))),
                            "over a curve at " + fixed);
                    checked++;
                }
            }
        }
        assertEquals(5 * 51, checked);
    }

    private static double x(PlaneLayout layout, MapLine.Point point) {
        return layout.plot().x() + point.x() * layout.plot().width();
    }

    private static double y(PlaneLayout layout, MapLine.Point point) {
        return layout.plot().bottom() - point.y() * layout.plot().height();
    }

    private static PlaneCurve plain(List<MapLine.Point> points) {
        return new PlaneCurve("", points, new DataColour.Expected(), PlaneCurve.Kind.MAIN);
    }

    @Test
    void pointingTellsWhatAllCurvesAre() {
        PlaneLayout layout = chart().layout(Areas.ALL.get(1), Areas.MEASURE);
        Box plot = layout.plot();
        Hit hit = layout.hit(plot.x() + plot.width() * 0.75, plot.y() + 3).orElseThrow();
        assertEquals(List.of("σ_w² 3", "6 ξ 30", "ξ 5", "ξ too 5.08"), hit.lines());
        assertEquals(3, hit.dots().size());
    }
}
