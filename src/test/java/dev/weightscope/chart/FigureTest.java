package dev.weightscope.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.axis.Stops;
import dev.weightscope.chart.line.Curve;
import dev.weightscope.chart.line.LineChart;
import dev.weightscope.chart.line.LineView;
import dev.weightscope.signal.LayerParts;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {
    @Test
    void aLongCaptionIsBrokenIntoLinesAndChartsGiveWay() {
        Figure.Part part = LayerParts.figure(SampleSnapshots.tanh(), 3).parts().getFirst();
        int checked = 0;
        for (Box area : Areas.ALL) {
            for (String caption :
                    List.of("short", "x".repeat(250) + ".csv", "many words ".repeat(30).strip())) {
                Figure.Layout layout = new Figure(part, caption).layout(area, Areas.MEASURE);
                String told = "";
                for (PlacedText line : layout.caption()) {
                    assertTrue(Areas.encloses(area, line.box()), () -> area + ": " + line);
                    told += line.text();
                }
                assertEquals(caption.replace(" ", ""), told.replace(" ", ""));
                checked++;
            }
        }
        assertEquals(12, checked);
    }

    @Test
    void aChartKeepsItsSizeInTheFigureAroundIt() {
        Figure.Part part = LayerParts.figure(SampleSnapshots.tanh(), 3).parts().getFirst();
        Figure figure = new Figure(part, "many words ".repeat(30).strip());
        FigureSize size = figure.around(640, 300, Areas.MEASURE);
        Box area = new Box(0, 0, size.width(), size.height());
        RecordedSurface surface = new RecordedSurface();
        figure.layout(area, surface).paint(surface, Palette.LIGHT);
        assertEquals(640 + 56, size.width());
        for (RecordedSurface.Stroked each : surface.painted) {
            assertTrue(Areas.encloses(area, each.box()), each::toString);
        }
    }

    @Test
    void chartsWithNoRoomBesideEachOtherLieOneBelowTheOtherAndNoTextIsCutOff() {
        int[][] table = {{450, 1, 2, 2}, {925, 2, 1, 1}, {1200, 2, 1, 1}};
        for (int[] row : table) {
            Box area = new Box(0, 0, row[0], 600);
            Chart both = new SideBySide(List.of(curves(), curves()));
            Figure figure =
                    new Figure(new Figure.Part("many words ".repeat(9).strip(), both, 1), "");
            RecordedSurface surface = new RecordedSurface();
            figure.layout(area, surface).paint(surface, Palette.LIGHT);
            List<Box> titles =
                    surface.painted.stream()
                            .filter(each -> each.what().equals("of gradients dL/dz ▸"))
                            .map(RecordedSurface.Stroked::box)
                            .toList();
            assertEquals(2, titles.size());
            assertEquals(row[1], titles.stream().map(Box::x).distinct().count(), "" + area);
            assertEquals(row[2], titles.stream().map(Box::y).distinct().count(), "" + area);
            assertEquals(row[3], figure.rows(row[0]));
            for (RecordedSurface.Stroked each : surface.painted) {
                assertTrue(Areas.encloses(area, each.box()), each::toString);
            }
        }
        assertEquals(3, table.length);
    }

    private static Chart curves() {
        Curve curve = Curve.of(List.of(1.0, 0.5, 2.0));
        return new LineChart(
                LineView.of(
                                "Std",
                                Stops.layers(2),
                                List.of(new Series<>("Xavier uniform", 0, Series.Role.LIVE, curve)))
                        .withTitle("of gradients dL/dz"));
    }

    @Test
    void aLayersPictureTellsAllItsStatistics() {
        RecordedSurface surface = new RecordedSurface();
        Figure figure = LayerParts.figure(SampleSnapshots.tanh(), 3);
        figure.layout(new Box(0, 0, 1200, 640), surface).paint(surface, Palette.DARK);
        List<String> texts = surface.painted.stream().map(RecordedSurface.Stroked::what).toList();
        List<String> expected =
                LayerParts.statistics(SampleSnapshots.tanh().layer(3)).stream()
                        .flatMap(List::stream)
                        .toList();
        assertTrue(texts.containsAll(expected), texts::toString);
        assertTrue(texts.contains("Layer 3 of 10 · 64 → 64 units"), texts::toString);
    }
}
