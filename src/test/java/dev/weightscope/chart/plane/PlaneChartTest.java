package dev.weightscope.chart.plane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Areas;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.DataColour;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.RecordedSurface;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.ValueScale;
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

    @Test
    void pointingTellsWhatAllCurvesAre() {
        PlaneLayout layout = chart().layout(Areas.ALL.get(1), Areas.MEASURE);
        Box plot = layout.plot();
        Hit hit = layout.hit(plot.x() + plot.width() * 0.75, plot.y() + 3).orElseThrow();
        assertEquals(List.of("σ_w² 3", "6 ξ 30", "ξ 5", "ξ too 5.08"), hit.lines());
        assertEquals(3, hit.dots().size());
    }
}
