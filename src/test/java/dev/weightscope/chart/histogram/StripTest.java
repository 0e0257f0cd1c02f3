package dev.weightscope.chart.histogram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Areas;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.ChartLayout;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.RecordedSurface;
import dev.weightscope.chart.SampleSnapshots;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Histograms in an area far wider than high.
class StripTest {
    private static final List<Box> STRIPS =
            List.of(new Box(0, 0, 640, 90), new Box(10, 20, 830, 130), new Box(0, 0, 3000, 420));
    private static final List<Snapshot> SNAPSHOTS =
            List.of(
                    SampleSnapshots.tanh(),
                    SampleSnapshots.oneLayer(),
                    SampleSnapshots.exploding(),
                    SampleSnapshots.vanishing(),
                    SampleSnapshots.allNan(),
                    SampleSnapshots.thousandLayers());

    @Test
    void layersGoFromTheLeftToTheRightInsideTheArea() {
        int checked = 0;
        for (Snapshot snapshot : SNAPSHOTS) {
            for (Box area : STRIPS) {
                for (HistogramLayout kind :
                        List.of(HistogramLayout.GRID, HistogramLayout.HEATMAP)) {
                    for (Axis axis : Axis.values()) {
                        ChartLayout layout =
                                kind.strip(view(snapshot, axis)).layout(area, Areas.MEASURE);
                        List<Hit> stops = layout.stops();
                        assertEquals(1, stops.getFirst().stop());
                        assertEquals(snapshot.experiment().depth(), stops.getLast().stop());
                        for (int i = 1; i < stops.size(); i++) {
                            Box before = stops.get(i - 1).focus();
                            Box box = stops.get(i).focus();
                            assertTrue(before.right() <= box.x() + 1e-6, box::toString);
                            assertEquals(before.y(), box.y());
                            assertTrue(Areas.encloses(area, box), box::toString);
                        }
                        layout.paint(new RecordedSurface(), Palette.DARK);
                        checked++;
                    }
                }
            }
        }
        assertEquals(72, checked);
    }

    @Test
    void numbersUnderColumnsAndNotesInPanelsStayInTheArea() {
        int checked = 0;
        for (Snapshot snapshot :
                List.of(SampleSnapshots.thousandLayers(), SampleSnapshots.zeros())) {
            for (Box area : STRIPS) {
                for (HistogramLayout kind :
                        List.of(HistogramLayout.GRID, HistogramLayout.HEATMAP)) {
                    RecordedSurface surface = new RecordedSurface();
                    kind.strip(view(snapshot, Axis.COMMON))
                            .layout(area, Areas.MEASURE)
                            .paint(surface, Palette.LIGHT);
                    for (RecordedSurface.Stroked text : surface.painted) {
                        if (text.what().matches("\\d+|all zero|all|zero")) {
                            assertTrue(Areas.encloses(area, text.box()), text::toString);
                            checked++;
                        }
                    }
                }
            }
        }
        assertEquals(511, checked);
    }

    @Test
    void tenLayersHaveAPanelEachWithItsStdInASmallWindow() {
        int checked = 0;
        for (double width = 632; width <= 900; width += 20) {
            HistogramGrid.Layout layout =
                    new HistogramGrid(
                                    view(SampleSnapshots.tanh(), Axis.COMMON),
                                    HistogramGrid.Shape.STRIP)
                            .layout(new Box(0, 0, width, 90), Areas.MEASURE);
            assertEquals(10, layout.panels().size(), () -> layout.toString());
            for (HistogramGrid.Panel panel : layout.panels()) {
                assertTrue(panel.figures().isPresent());
                assertTrue(panel.plot().box().height() >= 50, panel::toString);
            }
            checked++;
        }
        assertEquals(14, checked);
    }

    @Test
    void aColumnOfTheHeatMapTellsTheBinUnderThePointer() {
        HeatStrip.Layout layout =
                new HeatStrip(view(SampleSnapshots.tanh(), Axis.COMMON))
                        .layout(STRIPS.get(1), Areas.MEASURE);
        Box plot = layout.plot();
        int checked = 0;
        for (int layer = 1; layer <= 10; layer++) {
            double x = plot.x() + (layer - 0.5) / 10 * plot.width();
            for (double share : new double[] {0.01, 0.3, 0.5, 0.99}) {
                double y = plot.bottom() - share * plot.height();
                Hit hit = layout.hit(x, y).orElseThrow();
                assertEquals(layer, hit.stop());
                assertTrue(
                        hit.focus().y() - 1e-6 <= y && y <= hit.focus().bottom() + 1e-6,
                        () -> hit + " at " + y);
                double value = -1 + 2 * share;
                String[] edges = hit.lines().get(1).replace('−', '-').split(" … ");
                assertTrue(
                        Double.parseDouble(edges[0]) <= value + 1e-3
                                && value <= Double.parseDouble(edges[1]) + 1e-3,
                        () -> hit.lines() + " at " + value);
                checked++;
            }
        }
        assertEquals(40, checked);
        assertTrue(layout.hit(plot.x() + 1, plot.y()).isPresent(), "its upper edge");
        assertFalse(layout.hit(plot.x() - 1, plot.y()).isPresent());
    }

    @Test
    void whatIsNotFiniteFitsIntoANarrowPanel() {
        RecordedSurface surface = new RecordedSurface();
        HistogramLayout.GRID
                .strip(view(SampleSnapshots.allNan(), Axis.COMMON))
                .layout(new Box(0, 0, 380, 90), Areas.MEASURE)
                .paint(surface, Palette.LIGHT);
        List<RecordedSurface.Stroked> words =
                surface.painted.stream().filter(each -> each.what().equals("NaN")).toList();
        assertTrue(words.size() > 5, () -> surface.painted.toString());
        IntStream.range(1, words.size())
                .forEach(i -> assertFalse(words.get(i).box().overlaps(words.get(i - 1).box())));
    }

    @Test
    void aViewRemarksThatOneAxisCannotShowAllShapes() {
        assertTrue(view(SampleSnapshots.tanh(), Axis.COMMON).remark().isEmpty());
        Snapshot apart = SampleSnapshots.network(ActivationFunction.LINEAR, 10, 64, 200, 1.2, 1);
        assertTrue(view(apart, Axis.COMMON).remark().isPresent());
        assertTrue(view(apart, Axis.OWN).remark().isEmpty());
    }

    private static HistogramView view(Snapshot snapshot, Axis axis) {
        return new HistogramView(snapshot, Quantity.ACTIVATION, Scale.LINEAR, axis);
    }
}
