package dev.weightscope.chart.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Areas;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.ChartLayout;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.RecordedSurface;
import dev.weightscope.chart.RecordedSurface.Stroked;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.image.Java2dSurface;
import dev.weightscope.model.Histogram;
import dev.weightscope.model.TensorStatistics;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LayerPicturesTest {
    @Test
    void countsAndAStdAreAllThatIsKnownButOfZeros() {
        TensorStatistics bell = CountedValues.of(SampleLayers.bell(2), 0.8);
        assertEquals(SampleLayers.bell(2).total(), bell.count());
        assertTrue(Double.isNaN(bell.mean()));
        assertTrue(CountedValues.of(SampleLayers.zeros(), 0).allZero());
        assertEquals(
                500,
                CountedValues.of(new Histogram(-0.5, 0.5, new long[40], 0, 0, 500), Double.NaN)
                        .nanCount());
    }

    @Test
    void aRowOfPanelsForEachQuantityAndInALowAreaSideBySide() {
        int checked = 0;
        for (Box area :
                List.of(
                        new Box(0, 0, 380, 280),
                        new Box(10, 20, 690, 110),
                        new Box(0, 0, 1600, 900))) {
            ChartLayout layout = SampleLayers.rows(3).layout(area, Areas.MEASURE);
            List<Hit> stops = layout.stops();
            assertEquals(
                    List.of(1, 2, 3, 1, 2, 3, 1, 2, 3), stops.stream().map(Hit::stop).toList());
            long tops = stops.stream().map(stop -> stop.focus().y()).distinct().count();
            assertEquals(area.height() < 200 ? 1 : 3, tops);
            for (Hit stop : stops) {
                assertTrue(Areas.encloses(area, stop.focus()), stop::toString);
                checked++;
            }
            assertEquals(
                    List.of("Layer 2 · pre-activation gradient", "std 0.8"), stops.get(4).lines());
            Hit bar =
                    layout.hit(stops.get(4).focus().centerX() + 1, stops.get(4).focus().centerY())
                            .orElseThrow();
            assertTrue(bar.lines().getLast().endsWith("%"), bar::toString);
        }
        assertEquals(27, checked);
    }

    @Test
    void theFirstOfSeveralRowsNamesTheLayersOfAllAndTheLastIsTheOutput() {
        record Case(Box area, int depth, List<String> titles) {}
        List<Case> cases =
                List.of(
                        new Case(
                                new Box(0, 0, 700, 280),
                                3,
                                List.of("Layer 1", "Layer 2", "Output")),
                        new Case(new Box(0, 0, 330, 280), 3, List.of("1", "2", "out")),
                        new Case(new Box(0, 0, 380, 280), 51, List.of("1", "18", "34", "out")),
                        new Case(new Box(0, 0, 300, 280), 1, List.of("Output")),
                        new Case(
                                new Box(0, 0, 690, 110),
                                3,
                                List.of("1", "2", "out", "1", "2", "out", "1", "2", "out")),
                        new Case(
                                new Box(0, 0, 1600, 110),
                                2,
                                List.of(
                                        "Layer 1", "Output", "Layer 1", "Output", "Layer 1",
                                        "Output")));
        int checked = 0;
        for (Case each : cases) {
            RecordedSurface surface = new RecordedSurface();
            ChartLayout layout = SampleLayers.rows(each.depth()).layout(each.area(), Areas.MEASURE);
            layout.paint(surface, Palette.LIGHT);
            List<Stroked> titles =
                    surface.painted.stream()
                            .filter(text -> text.what().matches("(Layer )?[1-9][0-9]?|Output|out"))
                            .filter(text ->
                                    layout.stops().stream()
                                            .anyMatch(stop -> text.box().x() == stop.focus().x()))
                            .toList();
            assertEquals(each.titles(), titles.stream().map(Stroked::what).toList());
            assertEquals(
                    List.of("Output · activation", "std 0.4"),
                    SampleLayers.rows(1)
                            .layout(each.area(), Areas.MEASURE)
                            .stops()
                            .getFirst()
                            .lines());
            checked++;
        }
        assertEquals(6, checked);
    }

    @Test
    void aStepOfAHeatMapIsToldAndPicked() {
        List<StepHeatmap.Column> columns =
                IntStream.rangeClosed(0, 20)
                        .map(i -> i * i)
                        .mapToObj(step ->
                                new StepHeatmap.Column(step, SampleLayers.bell(1 + step / 100.0)))
                        .toList();
        StepHeatmap map =
                new StepHeatmap("Layer 2 · activation", columns, 400, OptionalInt.of(100));
        int checked = 0;
        for (Box area : Areas.ALL) {
            StepHeatmap.Layout layout = map.layout(area, Areas.MEASURE);
            assertTrue(Areas.encloses(area, layout.plot()));
            for (StepHeatmap.Column column : columns) {
                double x = layout.plot().x() + column.step() / 400.0 * layout.plot().width();
                Hit hit =
                        layout.hit(
                                        Math.min(x, layout.plot().right() - 0.1),
                                        layout.plot().centerY())
                                .orElseThrow();
                assertEquals(column.step(), hit.stop());
                assertEquals(
                        "Step " + column.step() + " · Layer 2 · activation",
                        hit.lines().getFirst());
                checked++;
            }
            RecordedSurface surface = new RecordedSurface();
            layout.paint(surface, Palette.LIGHT);
            assertEquals(layout.plot(), only(surface.painted, "image").box());
            double cursor = layout.plot().x() + layout.plot().width() / 4;
            assertEquals(cursor, only(surface.painted, "solid").box().x(), 1e-9);
            assertEquals(columns.size(), layout.stops().size());
        }
        assertEquals(84, checked);
    }

    @Test
    void stepsThatAreNotThereYetAreLeftBlank() {
        StepHeatmap map =
                new StepHeatmap(
                        "Layer 1 · weight",
                        List.of(
                                new StepHeatmap.Column(0, SampleLayers.bell(1)),
                                new StepHeatmap.Column(50, SampleLayers.bell(1))),
                        100,
                        OptionalInt.empty());
        BufferedImage image = new BufferedImage(200, 100, BufferedImage.TYPE_INT_ARGB);
        Java2dSurface surface = new Java2dSurface(image, 1);
        StepHeatmap.Layout layout = map.layout(new Box(0, 0, 200, 100), surface);
        layout.paint(surface, Palette.LIGHT);
        Box plot = layout.plot();
        int y = (int) plot.centerY();
        int blank = Palette.LIGHT.background().argb();
        assertEquals(blank, image.getRGB((int) (plot.x() + plot.width() * 0.55), y));
        assertNotEquals(blank, image.getRGB((int) (plot.x() + plot.width() * 0.45), y));
    }

    @Test
    void valuesThatLieCloserThanARowOfPixelsIsHighAreSeen() {
        List<StepHeatmap.Column> columns =
                List.of(
                        new StepHeatmap.Column(0, SampleLayers.bell(4)),
                        new StepHeatmap.Column(1, SampleLayers.bell(1e-9)),
                        new StepHeatmap.Column(2, SampleLayers.zeros()));
        StepHeatmap map = new StepHeatmap("Layer 1 · gradient", columns, 2, OptionalInt.empty());
        BufferedImage image = new BufferedImage(200, 101, BufferedImage.TYPE_INT_ARGB);
        Java2dSurface surface = new Java2dSurface(image, 1);
        StepHeatmap.Layout layout = map.layout(new Box(0, 0, 200, 101), surface);
        assertEquals(new Range(-4, 4), layout.range());
        layout.paint(surface, Palette.LIGHT);
        Box plot = layout.plot();
        int ground = Palette.LIGHT.density(0).argb();
        for (int step = 1; step <= 2; step++) {
            int x = (int) (plot.x() + plot.width() * (step == 1 ? 0.5 : 0.9));
            List<Integer> lit =
                    IntStream.range((int) plot.y(), (int) plot.bottom())
                            .filter(y -> image.getRGB(x, y) != ground)
                            .boxed()
                            .toList();
            assertEquals(List.of((int) plot.centerY()), lit, "step " + step);
            assertEquals(
                    Palette.LIGHT.density(1).argb(), image.getRGB(x, lit.getFirst()), "fullest");
            Hit hit = layout.hit(x + 0.5, plot.centerY()).orElseThrow();
            assertEquals(step, hit.stop());
            assertEquals(3, hit.lines().size(), hit.lines().toString());
        }
    }

    @Test
    void zerosDoNotWidenTheRangeOfOtherSteps() {
        List<StepHeatmap.Column> columns =
                List.of(
                        new StepHeatmap.Column(0, SampleLayers.bell(1e-6)),
                        new StepHeatmap.Column(1, SampleLayers.zeros()));
        StepHeatmap map = new StepHeatmap("Layer 1 · gradient", columns, 1, OptionalInt.empty());
        StepHeatmap.Layout layout = map.layout(new Box(0, 0, 200, 101), Areas.MEASURE);
        assertEquals(new Range(-1e-6, 1e-6), layout.range());
        StepHeatmap zeros =
                new StepHeatmap("Layer 1", columns.subList(1, 2), 1, OptionalInt.empty());
        assertEquals(
                new Range(-1, 1), zeros.layout(new Box(0, 0, 200, 101), Areas.MEASURE).range());
    }

    @Test
    void aStepOfNothingFiniteIsToldSo() {
        StepHeatmap map =
                new StepHeatmap(
                        "Layer 1 · weight",
                        List.of(
                                new StepHeatmap.Column(
                                        0, new Histogram(-0.5, 0.5, new long[4], 0, 0, 7))),
                        0,
                        OptionalInt.empty());
        StepHeatmap.Layout layout = map.layout(Areas.ALL.getFirst(), Areas.MEASURE);
        layout.paint(new RecordedSurface(), Palette.DARK);
        assertEquals(
                List.of("Step 0 · Layer 1 · weight", "7 not finite"),
                layout.hit(layout.plot().centerX(), layout.plot().centerY()).orElseThrow().lines());
    }

    private static Stroked only(List<Stroked> painted, String what) {
        List<Stroked> found = painted.stream().filter(each -> each.what().equals(what)).toList();
        assertEquals(1, found.size());
        return found.getFirst();
    }
}
