package dev.weightscope.chart.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Areas;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Ink;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.image.Java2dSurface;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoundaryChartTest {
    private static final Range UNIT = new Range(-1, 1);

    private static BoundaryChart chart(int runs) {
        return new BoundaryChart(
                IntStream.range(0, runs)
                        .mapToObj(run ->
                                new Series<>(
                                        "Normal, std 0.01, gain " + run,
                                        run,
                                        run == 0 ? Series.Role.LIVE : Series.Role.PINNED,
                                        SampleLayers.boundary(16, run)))
                        .toList(),
                List.of(new BoundaryChart.Point(0.9, 0.9, 1), new BoundaryChart.Point(-3, 0, 0)),
                UNIT,
                UNIT);
    }

    @Test
    void squaresNeitherOverlapNorLeaveTheArea() {
        int checked = 0;
        for (Box area :
                List.of(
                        new Box(0, 0, 830, 140),
                        new Box(5, 5, 690, 300),
                        new Box(0, 0, 300, 700))) {
            for (int runs = 1; runs <= 9; runs++) {
                List<BoundaryLayout.Panel> panels =
                        chart(runs).layout(area, Areas.MEASURE).panels();
                assertEquals(runs, panels.size());
                for (BoundaryLayout.Panel panel : panels) {
                    Box whole = panel.whole();
                    assertTrue(Areas.encloses(area, whole), () -> area + " cuts off " + whole);
                    assertEquals(panel.square().width(), panel.square().height());
                    assertTrue(panel.name().box().right() <= panel.square().right() + 0.5);
                    assertFalse(
                            panels.stream()
                                    .anyMatch(other ->
                                            !other.equals(panel) && other.whole().overlaps(whole)));
                    checked++;
                }
            }
        }
        assertEquals(135, checked);
    }

    @Test
    void namesThatBeginAlikeAreToldApartWhereTheyHaveNoRoom() {
        List<String> names =
                chart(8).layout(new Box(0, 0, 830, 140), Areas.MEASURE).panels().stream()
                        .map(panel -> panel.name().text())
                        .toList();
        assertEquals(IntStream.range(0, 8).mapToObj(run -> "…gain " + run).toList(), names);
    }

    @Test
    void aPointTellsWhatItsRunSaysThere() {
        BoundaryLayout layout = chart(3).layout(new Box(0, 0, 830, 160), Areas.MEASURE);
        Box square = layout.panels().get(1).square();
        Hit hit = layout.hit(square.right() - 1, square.bottom() - 1).orElseThrow();
        assertEquals(1, hit.stop());
        assertEquals(
                List.of("Normal, std 0.01, gain 1", "loss 0.0241", "right 98 %"),
                hit.lines().subList(0, 3));
        assertEquals(List.of("class 0: 0 %", "class 1: 100 %"), hit.lines().subList(4, 6));
        assertEquals(List.of(0, 1, 2), layout.stops().stream().map(Hit::stop).toList());
        assertTrue(layout.hit(-1, 5).isEmpty());
    }

    @Test
    void eachSideHasTheColourOfItsClassAndSamplesLieOnIt() {
        Box area = new Box(0, 0, 200, 232);
        BufferedImage image = new BufferedImage(200, 232, BufferedImage.TYPE_INT_ARGB);
        Java2dSurface surface = new Java2dSurface(image, 1);
        Palette palette = Palette.LIGHT;
        BoundaryLayout layout = chart(1).layout(area, surface);
        layout.paint(surface, palette);
        Box square = layout.panels().getFirst().square();
        int y = (int) square.centerY();
        Ink left = palette.background().mix(palette.curve(0), 0.42);
        Ink right = palette.background().mix(palette.curve(1), 0.42);
        assertNear(left, image.getRGB((int) square.x() + 8, y));
        assertNear(right, image.getRGB((int) square.right() - 8, y));
        int pointX = (int) Math.round(UNIT.toX(0.9, square));
        int pointY = (int) Math.round(square.bottom() - 0.95 * square.height());
        int sample = image.getRGB(pointX, pointY);
        assertTrue(new Ink(sample).contrast(right) > 2, Integer.toHexString(sample));
    }

    private static void assertNear(Ink expected, int argb) {
        Ink found = new Ink(argb);
        assertEquals(expected.red(), found.red(), 4);
        assertEquals(expected.green(), found.green(), 4);
        assertEquals(expected.blue(), found.blue(), 4);
    }

    @Test
    void cellsThatAreNoSquareAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Boundary.ofTwo(3, new float[8], "", ""));
    }
}
