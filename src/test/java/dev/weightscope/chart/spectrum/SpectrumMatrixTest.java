package dev.weightscope.chart.spectrum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Areas;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Chart;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.RecordedSurface;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.axis.Range;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpectrumMatrixTest {
    private static final Box AREA = new Box(0, 0, 800, 300);

    private static final SpectrumCell ISOMETRY =
            new SpectrumCell(1, List.of(0.05, 0.0, -0.1), 0, 1.41, false);
    private static final SpectrumCell HALVED =
            new SpectrumCell(1, List.of(0.2, -0.3), 2, Double.POSITIVE_INFINITY, false);
    private static final SpectrumCell SMEARED =
            new SpectrumCell(32, List.of(0.5, -3.0, -9.0, -15.0), 0, 3e15, true);

    private static List<Series<List<SpectrumCell>>> rows() {
        return List.of(
                new Series<>("live", 0, Series.Role.LIVE, List.of(ISOMETRY, SMEARED)),
                new Series<>("ReLU", 1, Series.Role.PINNED, List.of(HALVED)));
    }

    private static List<String> texts(Chart chart) {
        RecordedSurface surface = new RecordedSurface();
        chart.layout(AREA, Areas.MEASURE).paint(surface, Palette.LIGHT);
        return surface.painted.stream().map(RecordedSurface.Stroked::what).toList();
    }

    @Test
    void aCellSaysItsConditionOrItsZerosAndWhatLiesBelowTheAxis() {
        assertEquals("κ 1.41", ISOMETRY.remark());
        assertEquals("50 % zero", HALVED.remark());
        assertEquals("κ > 1e15", SMEARED.remark());
        assertEquals("κ 3.6e5", new SpectrumCell(1, List.of(0.0), 0, 3.6e5, false).remark());
        assertEquals("κ 6583", new SpectrumCell(1, List.of(0.0), 0, 6583, false).remark());
        List<String> common = texts(new SpectrumMatrix(rows(), SpectrumMatrix.Axis.COMMON));
        for (String each :
                List.of("depth", "1", "32", "live", "ReLU", "κ 1.41", "50 % zero", "◂50 %")) {
            assertTrue(common.contains(each), each + " in " + common);
        }
        assertEquals(3, common.stream().filter("dotted"::equals).count());
    }

    @Test
    void anAxisSpansAllValuesOrAFewDecadesBelowTheLargest() {
        Range near = around(Stream.of(ISOMETRY));
        assertTrue(near.contains(0.05) && near.contains(-0.1) && near.span() < 2, "" + near);
        Range far = around(Stream.of(ISOMETRY, SMEARED));
        assertTrue(far.contains(0.5) && !far.contains(-9) && far.contains(-6), "" + far);
        Range deep = around(Stream.of(new SpectrumCell(1, List.of(400.2, 399.0), 0, 10, false)));
        assertTrue(deep.contains(400) && !deep.contains(0), "" + deep);
        assertEquals("1.6e400", LogAxis.number(400.2));
        Range apart =
                around(Stream.of(ISOMETRY, new SpectrumCell(1, List.of(40.0, -9.0), 0, 10, false)));
        assertTrue(apart.contains(40) && apart.contains(0.05) && !apart.contains(-9), "" + apart);
        Range none = around(Stream.of(new SpectrumCell(1, List.of(), 4, 1, false)));
        assertTrue(none.contains(0));
    }

    @Test
    void everyValueIsCountedOnce() {
        Range range = new Range(-7, 1);
        assertEquals(2, LogBins.of(SMEARED, range, 8).below());
        assertEquals(4, LogBins.of(SMEARED, range, 8).total());
        assertEquals(0, LogBins.of(HALVED, range, 8).below());
    }

    @Test
    void allThatIsPaintedLiesInTheAreaAndCanBePointedAt() {
        int checked = 0;
        for (Box area : Areas.ALL) {
            for (Chart chart :
                    List.of(
                            new SpectrumMatrix(rows(), SpectrumMatrix.Axis.COMMON),
                            new SpectrumMatrix(rows(), SpectrumMatrix.Axis.OWN),
                            new SpectrumOverlay(
                                    rows().stream()
                                            .map(row -> row.map(List::getFirst))
                                            .toList()))) {
                RecordedSurface surface = new RecordedSurface();
                var layout = chart.layout(area, Areas.MEASURE);
                layout.paint(surface, Palette.DARK);
                for (RecordedSurface.Stroked each : surface.painted) {
                    assertTrue(
                            Areas.encloses(area, each.box()),
                            chart.description() + ": " + each + " in " + area);
                    checked++;
                }
                for (Hit hit : layout.stops()) {
                    assertTrue(
                            layout.hit(hit.focus().centerX(), hit.focus().centerY()).isPresent());
                }
            }
        }
        assertTrue(checked > 100, "checked " + checked);
    }

    @Test
    void aHitTellsTheSpan() {
        Hit hit =
                new SpectrumMatrix(rows(), SpectrumMatrix.Axis.COMMON)
                        .layout(AREA, Areas.MEASURE)
                        .stops()
                        .get(2);
        assertEquals(1, hit.stop());
        assertEquals(List.of("ReLU · depth 1", "σ 0.501 … 1.58", "2 of 4 exactly 0"), hit.lines());
    }

    private static Range around(Stream<SpectrumCell> cells) {
        return LogAxis.around(cells, Optional.empty());
    }
}
