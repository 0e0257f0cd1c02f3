package dev.weightscope.chart.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Areas;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.DataColour;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.RecordedSurface;
import dev.weightscope.chart.Stroke.Pattern;
import dev.weightscope.model.Histogram;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarChartTest {
    private static final DataColour BLUE = new DataColour.OfSetting(0);
    private static final Histogram COUNTS =
            new Histogram(-1, 1, new long[] {0, 30, 50, 10}, 4, 6, 3);

    private static BarChart counts(List<BarChart.Line> curves) {
        return new BarChart(
                "Values",
                "weight",
                List.of(new Bars.Counted("values", BLUE, COUNTS)),
                curves,
                List.of(new BarChart.Mark(0.5, "edge 0.5")),
                List.of("10 values farther out"),
                BarChart.Heights.DENSITIES);
    }

    /// 100 finite values in bins of width 0.5.
    @Test
    void countsAreAsHighAsTheirDensity() {
        Bars bars = new Bars.Counted("values", BLUE, COUNTS);
        assertEquals(1, bars.height(2));
        assertEquals(1, bars.highest());
        assertEquals(List.of("0 … 0.5", "50 values · 49 %"), bars.lines(2));
        Bars none = new Bars.Counted("", BLUE, new Histogram(0, 1, new long[2], 0, 0, 2));
        assertEquals(0, none.highest());
    }

    @Test
    void spikesAreCutOffWhereOthersHaveAShape() {
        BarChart one = of(List.of(shape("shape", 10), shape("spike", 1000)));
        BarChart two =
                of(List.of(shape("shape", 10), shape("spike", 1000), shape("other spike", 1000)));
        assertEquals(top(of(List.of(shape("shape", 40)))), top(one), 1e-9);
        assertEquals(top(one), top(two), 1e-9, "two spikes hide a shape no more than one");
        assertEquals(
                top(of(List.of(shape("higher", 90)))),
                top(of(List.of(shape("low", 10), shape("high", 30), shape("higher", 90)))),
                1e-9,
                "shapes that are each higher than the next are shown whole");
    }

    private static BarChart of(List<Bars> bars) {
        return new BarChart(
                "Values", "", bars, List.of(), List.of(), List.of(), BarChart.Heights.VALUES);
    }

    private static double top(BarChart chart) {
        return chart.axes().own().getLast().high();
    }

    private static Bars shape(String name, double height) {
        return new Bars.Listed(name, "std", BLUE, List.of(height / 2, height));
    }

    @Test
    void allThatIsPaintedLiesInTheArea() {
        BarChart.Line far =
                new BarChart.Line(
                        "Normal",
                        BLUE,
                        Pattern.DASHED,
                        List.of(-9.0, 0.0, 9.0),
                        List.of(0.0, 99.0, 0.0));
        int checked = 0;
        for (Box area : Areas.ALL) {
            RecordedSurface surface = new RecordedSurface();
            counts(List.of(far)).layout(area, Areas.MEASURE).paint(surface, Palette.LIGHT);
            for (RecordedSurface.Stroked each : surface.painted) {
                assertTrue(Areas.encloses(area, each.box()), each + " in " + area);
                checked++;
            }
            assertEquals(
                    1,
                    surface.painted.stream().filter(each -> each.what().equals("Normal")).count());
        }
        assertTrue(checked > 50, checked + " strokes");
    }

    /// Bars on both sides of a narrow law, and one beyond the edge that is marked.
    @Test
    void namesOfCurvesAndMarksLieOverNoBar() {
        long[] counts = new long[40];
        for (int bin = 2; bin < 38; bin++) {
            counts[bin] = 100L - Math.abs(20 - bin);
        }
        BarChart chart =
                new BarChart(
                        "Values",
                        "",
                        List.of(new Bars.Counted("", BLUE, new Histogram(-1, 1, counts, 0, 0, 0))),
                        List.of(
                                BarChart.Line.of(
                                        "first",
                                        BLUE,
                                        Pattern.DASHED,
                                        -1,
                                        1,
                                        x -> Math.abs(x) < 0.1 ? 4 : 0),
                                BarChart.Line.of(
                                        "second",
                                        BLUE,
                                        Pattern.DOTTED,
                                        -1,
                                        1,
                                        x -> Math.exp(-8 * x * x))),
                        List.of(new BarChart.Mark(0.6, "edge")),
                        List.of(),
                        BarChart.Heights.DENSITIES);
        RecordedSurface surface = new RecordedSurface();
        chart.layout(new Box(0, 0, 320, 260), Areas.MEASURE).paint(surface, Palette.LIGHT);
        List<Box> bars =
                surface.painted.stream()
                        .filter(each -> each.what().equals("fill"))
                        .map(RecordedSurface.Stroked::box)
                        .limit(36)
                        .toList();
        int checked = 0;
        for (String name : List.of("first", "second", "edge")) {
            Box box =
                    surface.painted.stream()
                            .filter(each -> each.what().equals(name))
                            .findFirst()
                            .orElseThrow()
                            .box();
            for (Box bar : bars) {
                assertFalse(
                        box.y() + box.height() / 2 > bar.y()
                                && box.right() > bar.x()
                                && box.x() < bar.right(),
                        name + " " + box + " over " + bar);
                checked++;
            }
        }
        assertEquals(3 * 36, checked);
    }

    /// A bell from edge to edge, and a name as long as half of the plot.
    @Test
    void aNameWithoutRoomBesideTheBarsStandsAboveThem() {
        long[] counts = new long[40];
        for (int bin = 0; bin < counts.length; bin++) {
            double x = (bin - 19.5) / 12;
            counts[bin] = Math.round(1000 * Math.exp(-x * x / 2));
        }
        String name = "Variance scaling, truncated normal";
        Bars bars = new Bars.Counted("", BLUE, new Histogram(-1, 1, counts, 0, 0, 0));
        int checked = 0;
        for (double height : new double[] {100, 160, 260, 500}) {
            BarChart chart =
                    new BarChart(
                            "Values",
                            "",
                            List.of(bars),
                            List.of(
                                    BarChart.Line.of(
                                            name,
                                            BLUE,
                                            Pattern.DASHED,
                                            -1,
                                            1,
                                            x -> bars.highest() * Math.exp(-x * x / 0.72))),
                            List.of(),
                            List.of(),
                            BarChart.Heights.DENSITIES);
            RecordedSurface surface = new RecordedSurface();
            chart.layout(new Box(0, 0, 250, height), Areas.MEASURE).paint(surface, Palette.LIGHT);
            Box box = box(surface, name);
            double head =
                    surface.painted.stream()
                            .filter(each -> each.what().equals("fill"))
                            .limit(counts.length)
                            .mapToDouble(each -> each.box().y())
                            .min()
                            .orElseThrow();
            assertTrue(box.bottom() <= head, "%s over bars from %s on".formatted(box, head));
            assertTrue(box.x() >= 0 && box.right() <= 250, box.toString());
            checked++;
        }
        assertEquals(4, checked);
    }

    /// Where there is no room right of it, left of it.
    @Test
    void theNameOfAMarkDoesNotCrossItsLine() {
        int checked = 0;
        for (double place : new double[] {-0.5, 0, 0.5, 0.8, 0.9, 0.95}) {
            BarChart chart =
                    new BarChart(
                            "Values",
                            "weight",
                            List.of(new Bars.Counted("values", BLUE, COUNTS)),
                            List.of(),
                            List.of(new BarChart.Mark(place, "edge")),
                            List.of(),
                            BarChart.Heights.DENSITIES);
            RecordedSurface surface = new RecordedSurface();
            chart.layout(new Box(0, 0, 230, 130), Areas.MEASURE).paint(surface, Palette.LIGHT);
            Box line = box(surface, "dotted");
            Box name = box(surface, "edge");
            assertTrue(
                    name.x() >= line.x() + 1 || name.right() <= line.x() + 1,
                    "%s at %s is on %s".formatted(name, place, line));
            checked++;
        }
        assertEquals(6, checked);
    }

    private static Box box(RecordedSurface surface, String what) {
        return surface.painted.stream()
                .filter(each -> each.what().equals(what))
                .findFirst()
                .orElseThrow()
                .box();
    }

    @Test
    void aPointTellsItsBarAndThatOfTheOtherFile() {
        BarChart chart =
                new BarChart(
                        "Std by input",
                        "input",
                        List.of(
                                new Bars.Listed(
                                        "input", "std", BLUE, List.of(0.5, 0.0, Double.NaN)),
                                new Bars.Listed("b.npz", "std", BLUE, List.of(1.0, 0.25, 0.0))),
                        List.of(),
                        List.of(),
                        List.of(),
                        BarChart.Heights.VALUES);
        BarLayout layout = chart.layout(new Box(0, 0, 300, 200), Areas.MEASURE);
        Box plot = layout.plot();
        Hit first = layout.hit(plot.x() + 1, plot.y() + 1).orElseThrow();
        assertEquals(List.of("input 1", "std 0.5", "b.npz: std 1"), first.lines());
        assertEquals(List.of(1), layout.stops().stream().map(Hit::stop).toList());
        assertTrue(layout.hit(plot.x() - 3, plot.y()).isEmpty());
        assertFalse(layout.ticks().isEmpty());
        assertEquals("Std by input", chart.description());
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new BarChart(
                                "",
                                "",
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                BarChart.Heights.VALUES));
    }

    /// The bins that hold nothing on both sides are left out.
    @Test
    void theSmallPictureFillsItsBox() {
        long[] counts = new long[64];
        counts[20] = 3;
        counts[21] = 6;
        counts[31] = 1;
        Histogram histogram = new Histogram(-32, 32, counts, 0, 0, 0);
        RecordedSurface surface = new RecordedSurface();
        Box area = new Box(10, 10, 240, 22);
        new SmallHistogram(histogram, BLUE)
                .layout(area, Areas.MEASURE)
                .paint(surface, Palette.LIGHT);
        List<Box> bars =
                surface.painted.stream()
                        .filter(each -> each.what().equals("fill"))
                        .map(RecordedSurface.Stroked::box)
                        .toList();
        assertEquals(List.of(10.0, 20.0, 120.0), bars.stream().map(Box::x).toList());
        assertEquals(20, bars.get(1).height());
        assertEquals(10, bars.get(0).height());
    }
}
