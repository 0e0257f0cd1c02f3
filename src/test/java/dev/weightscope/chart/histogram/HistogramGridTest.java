package dev.weightscope.chart.histogram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Areas;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.RecordedSurface;
import dev.weightscope.chart.SampleSnapshots;
import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Histogram;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistogramGridTest {
    private static final List<Snapshot> SNAPSHOTS =
            List.of(
                    SampleSnapshots.oneLayer(),
                    SampleSnapshots.tanh(),
                    SampleSnapshots.relu(),
                    SampleSnapshots.exploding(),
                    SampleSnapshots.vanishing(),
                    SampleSnapshots.allNan(),
                    SampleSnapshots.zeros(),
                    SampleSnapshots.thousandLayers());

    @Test
    void panelsLieApartInsideTheAreaWithTheFirstAndLastLayer() {
        int checked = 0;
        for (Snapshot snapshot : SNAPSHOTS) {
            for (Box area : Areas.ALL) {
                HistogramGrid.Layout layout = layout(snapshot, area);
                assertEquals(1, layout.layers().getFirst());
                assertEquals(snapshot.experiment().depth(), layout.layers().getLast());
                List<Box> boxes = layout.panels().stream().map(HistogramGrid.Panel::box).toList();
                for (int i = 0; i < boxes.size(); i++) {
                    assertTrue(Areas.encloses(area, boxes.get(i)));
                    for (Box other : boxes.subList(i + 1, boxes.size())) {
                        assertFalse(boxes.get(i).overlaps(other));
                    }
                }
                checked++;
            }
        }
        assertEquals(32, checked);
    }

    @Test
    void theTenLayersOfTheExerciseFitIntoASmallWindowEachWithItsStd() {
        int checked = 0;
        for (double width = 370; width <= 700; width += 30) {
            for (double height = 150; height <= 260; height += 10) {
                HistogramGrid.Layout layout =
                        layout(SampleSnapshots.tanh(), new Box(0, 0, width, height));
                assertEquals(10, layout.panels().size(), width + " × " + height);
                for (HistogramGrid.Panel panel : layout.panels()) {
                    assertTrue(panel.figures().isPresent(), width + " × " + height);
                    assertTrue(panel.plot().box().height() >= 20, panel::toString);
                }
                checked++;
            }
        }
        assertEquals(144, checked);
    }

    @Test
    void figuresHaveTheSameFormOnEveryPanel() {
        Snapshot small =
                SampleSnapshots.network(ActivationFunction.LINEAR, 300, 16, 20, 0.246, 1e-3);
        for (Box area : Areas.ALL) {
            List<String> forms =
                    layout(small, area).panels().stream()
                            .map(panel -> panel.figures().orElseThrow().text())
                            .map(text -> text.replaceAll("[−0-9.e]+", "#"))
                            .distinct()
                            .toList();
            assertEquals(1, forms.size(), forms::toString);
        }
    }

    @Test
    void aNoteMovesNoPanel() {
        Box area = new Box(0, 0, 1200, 800);
        Snapshot together = SampleSnapshots.tanh();
        Snapshot apart = SampleSnapshots.network(ActivationFunction.LINEAR, 10, 64, 200, 1.2, 1);
        HistogramGrid.Layout without = layout(together, area);
        HistogramGrid.Layout with = layout(apart, area);
        assertEquals(Optional.empty(), without.caption().text());
        assertTrue(with.caption().text().isPresent());
        assertEquals(
                without.panels().stream().map(HistogramGrid.Panel::box).toList(),
                with.panels().stream().map(HistogramGrid.Panel::box).toList());
    }

    @Test
    void titleAndFiguresNeverTouchAndFiguresGiveWay() {
        int without = 0;
        for (Snapshot snapshot : SNAPSHOTS) {
            for (Box area : Areas.ALL) {
                for (HistogramGrid.Panel panel : layout(snapshot, area).panels()) {
                    without += panel.figures().isEmpty() ? 1 : 0;
                    panel.figures()
                            .ifPresent(figures ->
                                    assertFalse(figures.box().overlaps(panel.title().box())));
                }
            }
        }
        assertTrue(without > 0);
    }

    @Test
    void aPartialSelectionSaysSo() {
        HistogramGrid.Layout deep = layout(SampleSnapshots.deep(), new Box(0, 0, 700, 300));
        String caption = deep.caption().text().orElseThrow().text();
        assertTrue(
                caption.startsWith("Showing %d of 100 layers.".formatted(deep.panels().size())),
                caption);
        assertEquals(
                Optional.empty(),
                layout(SampleSnapshots.tanh(), new Box(0, 0, 820, 380)).caption().text());
    }

    @Test
    void anAxisThatHidesShapesSaysSo() {
        HistogramGrid.Layout layout = layout(SampleSnapshots.exploding(), new Box(0, 0, 1200, 800));
        String caption = layout.caption().text().orElseThrow().text();
        assertTrue(caption.contains("Own shows each shape"), caption);
    }

    @Test
    void aPictureToKeepChoosesTheAxisThatShowsShapes() {
        assertEquals(Axis.COMMON, chosen(SampleSnapshots.tanh()));
        assertEquals(Axis.OWN, chosen(SampleSnapshots.exploding()));
        assertEquals(Axis.OWN, chosen(SampleSnapshots.vanishing()));
        assertEquals(Axis.COMMON, chosen(SampleSnapshots.zeros()));
    }

    private static Axis chosen(Snapshot snapshot) {
        return HistogramView.of(snapshot, Quantity.ACTIVATION, Scale.LINEAR).axis();
    }

    @Test
    void theBarsStandOnTheBaselineAndTheFullestIsTheHighest() {
        HistogramPlot plot =
                layout(SampleSnapshots.tanh(), Areas.ALL.get(2)).panels().get(3).plot();
        List<Box> bars = plot.bars();
        Histogram histogram = plot.statistics().histogram();
        double highest = bars.stream().mapToDouble(Box::height).max().orElseThrow();
        assertEquals(plot.box().height() - 2, highest, 0.01);
        for (Box bar : bars) {
            assertEquals(Math.rint(plot.box().bottom()), bar.bottom(), 0.01);
            assertTrue(bar.width() >= 1 && bar.height() >= 1);
        }
        long filled =
                IntStream.range(0, histogram.bins())
                        .filter(bin -> histogram.count(bin) > 0)
                        .count();
        assertEquals(filled, bars.size());
    }

    @Test
    void pointingAtEachBinGivesItsCount() {
        HistogramGrid.Layout layout = layout(SampleSnapshots.tanh(), new Box(0, 0, 1200, 800));
        HistogramPlot plot = layout.panels().get(2).plot();
        Histogram histogram = plot.statistics().histogram();
        int checked = 0;
        for (int bin = 0; bin < histogram.bins(); bin++) {
            double middle = (histogram.edge(bin) + histogram.edge(bin + 1)) / 2;
            double x = plot.range().toX(middle, plot.box());
            Hit hit = layout.hit(x, plot.box().centerY()).orElseThrow();
            assertEquals(3, hit.stop());
            assertEquals(plot.range().toX(histogram.edge(bin), plot.box()), hit.focus().x(), 1e-9);
            assertEquals(
                    List.of(
                            "Layer 3 · activation",
                            NumberText.significant(histogram.edge(bin), 4)
                                    + " … "
                                    + NumberText.significant(histogram.edge(bin + 1), 4),
                            "%,d values · %s"
                                    .formatted(
                                            histogram.count(bin),
                                            NumberText.percent(
                                                    (double) histogram.count(bin)
                                                            / plot.statistics().count()))),
                    hit.lines());
            checked++;
        }
        assertEquals(50, checked);
    }

    @Test
    void whatIsNotFiniteOrZeroIsSaidWherePointed() {
        assertEquals(List.of("all values NaN"), remarks(SampleSnapshots.allNan(), 1));
        assertEquals(List.of("all zero"), remarks(SampleSnapshots.zeros(), 2));
        List<String> mixed = remarks(SampleSnapshots.exploding(), 43);
        assertTrue(mixed.getFirst().startsWith("∞ "), mixed::toString);
    }

    @Test
    void whatIsWrittenInAPlotStaysInIt() {
        int checked = 0;
        for (Snapshot snapshot : List.of(SampleSnapshots.zeros(), SampleSnapshots.vanishing())) {
            for (double width = 70; width <= 200; width += 10) {
                Box box = new Box(10, 10, width, 60);
                RecordedSurface surface = new RecordedSurface();
                new HistogramPlot(
                                "Layer",
                                5,
                                Quantity.ACTIVATION,
                                snapshot.layer(snapshot.layers().size()).activation(),
                                Scale.LINEAR,
                                new Range(-1, 1),
                                0,
                                box)
                        .paint(surface, Palette.LIGHT, Palette.LIGHT.curve(0));
                for (RecordedSurface.Stroked each : surface.painted) {
                    assertTrue(Areas.encloses(box, each.box()), each::toString);
                    checked++;
                }
            }
        }
        assertEquals(98, checked);
    }

    @Test
    void betweenPanelsLiesNothing() {
        HistogramGrid.Layout layout = layout(SampleSnapshots.tanh(), new Box(0, 0, 820, 380));
        Box first = layout.panels().getFirst().box();
        assertEquals(Optional.empty(), layout.hit(first.right() + 2, first.centerY()));
    }

    @Test
    void aHeldAxisContainsWhatItHeld() {
        HistogramView view =
                new HistogramView(
                        SampleSnapshots.tanh(), Quantity.PRE_ACTIVATION, Scale.LINEAR, Axis.COMMON);
        Range held = new Range(-100, 100);
        assertEquals(held, view.withHeld(Optional.of(held)).commonRange());
        assertTrue(view.commonRange().span() < 20);
    }

    private static List<String> remarks(Snapshot snapshot, int layer) {
        HistogramPlot plot =
                new HistogramPlot(
                        "Layer",
                        layer,
                        Quantity.ACTIVATION,
                        snapshot.layer(layer).activation(),
                        Scale.LINEAR,
                        new Range(-1, 1),
                        0,
                        new Box(0, 0, 100, 100));
        List<String> lines = plot.whole(plot.box()).lines();
        return lines.subList(2, lines.size());
    }

    private static HistogramGrid.Layout layout(Snapshot snapshot, Box area) {
        HistogramView view =
                new HistogramView(snapshot, Quantity.ACTIVATION, Scale.LINEAR, Axis.COMMON);
        return new HistogramGrid(view).layout(area, Areas.MEASURE);
    }
}
