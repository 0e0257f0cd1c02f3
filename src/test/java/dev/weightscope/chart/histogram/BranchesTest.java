package dev.weightscope.chart.histogram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Areas;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Chart;
import dev.weightscope.chart.ChartLayout;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.SampleSnapshots;
import dev.weightscope.chart.SideBySide;
import dev.weightscope.model.Quantity;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Histograms of networks with branches of two layers, of which the first is inside.
class BranchesTest {
    private static final Box WIDE = new Box(0, 0, 1400, 130);

    @Test
    void whereNotAllLayersHaveRoomThoseOfTheStreamAreShown() {
        record Case(int depth, Box area, HistogramGrid.Shape shape) {}
        List<Case> cases =
                List.of(
                        new Case(24, new Box(0, 0, 800, 110), HistogramGrid.Shape.STRIP),
                        new Case(25, new Box(0, 0, 800, 110), HistogramGrid.Shape.STRIP),
                        new Case(100, WIDE, HistogramGrid.Shape.STRIP),
                        new Case(100, new Box(0, 0, 800, 400), HistogramGrid.Shape.ROWS));
        int captions = 0;
        for (Case each : cases) {
            HistogramGrid.Layout layout =
                    new HistogramGrid(view(each.depth), each.shape)
                            .layout(each.area, Areas.MEASURE);
            List<Integer> layers = layout.layers();
            assertEquals(each.depth, layers.getLast());
            assertTrue(
                    layers.stream().allMatch(layer -> layer % 2 == 0 || layer == 25),
                    layers::toString);
            assertTrue(layers.size() >= 12, layers::toString);
            // A strip has no room for it.
            boolean hasCaption = each.shape == HistogramGrid.Shape.ROWS;
            assertEquals(
                    hasCaption,
                    layout.caption()
                            .text()
                            .filter(text -> text.text().contains("none inside a branch"))
                            .isPresent(),
                    each::toString);
            captions += hasCaption ? 1 : 0;
        }
        assertEquals(1, captions);
        assertEquals(4, cases.size());
    }

    @Test
    void whereAllHaveRoomThoseInsideAreCalledSo() {
        HistogramGrid.Layout layout =
                new HistogramGrid(view(6), HistogramGrid.Shape.STRIP).layout(WIDE, Areas.MEASURE);
        assertEquals(List.of(1, 2, 3, 4, 5, 6), layout.layers());
        for (HistogramGrid.Panel panel : layout.panels()) {
            boolean isInside = panel.plot().layer() % 2 == 1;
            assertEquals(
                    isInside ? "inside a branch" : "",
                    panel.remark().map(PlacedText::text).orElse("").strip());
            assertEquals(
                    isInside
                            ? List.of("Layer %d, inside a branch".formatted(panel.plot().layer()))
                            : List.of("Layer " + panel.plot().layer()),
                    Stream.of(panel.plot().name()).toList());
            panel.remark()
                    .ifPresent(remark ->
                            assertFalse(
                                    remark.box().overlaps(panel.figures().orElseThrow().box())));
        }
    }

    @Test
    void picturesOfAllLayersAreTwoOneOfEachKind() {
        int checked = 0;
        for (HistogramLayout kind : List.of(HistogramLayout.RIDGE, HistogramLayout.HEATMAP)) {
            for (Chart chart : List.of(kind.strip(view(10)), kind.chart(view(10)))) {
                assertInstanceOf(SideBySide.class, chart);
                ChartLayout layout = chart.layout(new Box(0, 0, 1200, 300), Areas.MEASURE);
                assertEquals(
                        Stream.concat(
                                        IntStream.of(2, 4, 6, 8, 10).boxed(),
                                        IntStream.of(1, 3, 5, 7, 9).boxed())
                                .toList(),
                        layout.stops().stream().map(Hit::stop).toList());
                checked++;
            }
            assertFalse(
                    kind.strip(plain(10)) instanceof SideBySide, "layers that are all of one kind");
        }
        assertEquals(4, checked);
    }

    /// Both on the axis that spans all layers.
    @Test
    void eachSaysWhichItIs() {
        List<HistogramView> kinds = view(10).kinds();
        assertEquals(
                List.of("The stream.", "Inside branches."),
                kinds.stream()
                        .map(kind -> new HeatStrip(kind).layout(WIDE, Areas.MEASURE))
                        .map(layout -> layout.caption().text().orElseThrow().text())
                        .toList());
        for (HistogramView kind : kinds) {
            assertEquals(view(10).commonRange(), kind.commonRange());
        }
    }

    private static HistogramView view(int depth) {
        return new HistogramView(
                SampleSnapshots.inBranchesOfTwo(depth),
                Quantity.PRE_ACTIVATION,
                Scale.LINEAR,
                Axis.COMMON);
    }

    private static HistogramView plain(int depth) {
        return new HistogramView(
                SampleSnapshots.tanh(depth, 1), Quantity.PRE_ACTIVATION, Scale.LINEAR, Axis.COMMON);
    }
}
