package dev.weightscope.chart.histogram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Areas;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.SampleSnapshots;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.TensorStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Ridge, heat map and matrix.
class AllLayersTest {
    @Test
    void theHeatmapHasARowForEachLayer() {
        Snapshot deep = SampleSnapshots.deep();
        Heatmap.Layout layout = new Heatmap(view(deep)).layout(Areas.ALL.get(2), Areas.MEASURE);
        List<Integer> layers = layout.stops().stream().map(Hit::stop).toList();
        assertEquals(IntStream.rangeClosed(1, 100).boxed().toList(), layers);
        for (Hit stop : layout.stops()) {
            assertEquals(
                    stop.stop(),
                    layout.hit(stop.focus().centerX(), stop.focus().centerY())
                            .orElseThrow()
                            .stop());
        }
    }

    @Test
    void theRidgeShowsAsManyLayersAsCanBeToldApart() {
        List<Integer> ten = ridgeLayers(SampleSnapshots.tanh());
        assertEquals(IntStream.rangeClosed(1, 10).boxed().toList(), ten);
        List<Integer> thousand = ridgeLayers(SampleSnapshots.thousandLayers());
        assertEquals(1, thousand.getFirst());
        assertEquals(1000, thousand.getLast());
        assertTrue(thousand.size() > 100 && thousand.size() < 1000);
        assertEquals(List.of(1), ridgeLayers(SampleSnapshots.oneLayer()));
    }

    @Test
    void theRidgeOfASaturatedTanhIsAsHighAtItsEdgesAsTheBarsOfTheGrid() {
        Snapshot saturated = SampleSnapshots.tanh(10, 40);
        RidgePlot.Layout layout =
                new RidgePlot(view(saturated)).layout(Areas.ALL.get(2), Areas.MEASURE);
        int checked = 0;
        for (RidgePlot.Ridge ridge : layout.ridges()) {
            Box box = ridge.plot().box();
            List<Box> bars = ridge.plot().bars();
            double left = box.bottom() - ridge.outline().y(box.x() + 0.01);
            double right = box.bottom() - ridge.outline().y(box.right() - 0.01);
            assertEquals(bars.getFirst().height(), left, 3);
            assertEquals(bars.getLast().height(), right, 3);
            assertTrue(Math.max(left, right) > 0.95 * box.height() - 3, ridge::toString);
            checked++;
        }
        assertEquals(10, checked);
    }

    @Test
    void onItsOwnAxisEachHistogramFillsItsCell() {
        Series<List<TensorStatistics>> live =
                row(
                        "live",
                        0,
                        Series.Role.LIVE,
                        SampleSnapshots.exploding(),
                        Quantity.PRE_ACTIVATION);
        Series<List<TensorStatistics>> other =
                row(
                        "other",
                        1,
                        Series.Role.PINNED,
                        SampleSnapshots.tanh(60, 0.7),
                        Quantity.PRE_ACTIVATION);
        CompareView view =
                new CompareView(
                        List.of(live, other), Quantity.PRE_ACTIVATION, Scale.LINEAR, Axis.OWN);
        CompareLayout layout = new CompareMatrix(view).layout(Areas.ALL.get(3), Areas.MEASURE);
        int checked = 0;
        for (CompareLayout.Cell cell : layout.cells()) {
            if (Content.of(cell.plot().statistics()) == Content.VALUES) {
                List<Box> bars = cell.plot().bars();
                Box box = cell.plot().box();
                double filled = bars.getLast().right() - bars.getFirst().x();
                assertTrue(filled > 0.9 * box.width(), () -> cell.plot().name() + ": " + filled);
                assertTrue(cell.axis().isPresent());
                checked++;
            }
        }
        assertTrue(checked > 10);
    }

    @Test
    void theRidgeInFrontIsMeant() {
        RidgePlot.Layout layout =
                new RidgePlot(view(SampleSnapshots.tanh())).layout(Areas.ALL.get(2), Areas.MEASURE);
        Box last = layout.ridges().getLast().plot().box();
        assertEquals(10, layout.hit(last.centerX(), last.bottom() - 3).orElseThrow().stop());
    }

    @Test
    void theLastLayerOfWhatIsTrainedIsTheOutput() {
        Series<List<TensorStatistics>> live =
                row("live", 0, Series.Role.LIVE, SampleSnapshots.tanh(), Quantity.ACTIVATION);
        Series<List<TensorStatistics>> other =
                row("one", 1, Series.Role.PINNED, SampleSnapshots.oneLayer(), Quantity.ACTIVATION);
        List<String> ends = new ArrayList<>();
        for (List<Series<List<TensorStatistics>>> rows :
                List.of(List.of(live), List.of(live, other))) {
            CompareLayout layout =
                    new CompareMatrix(
                                    new CompareView(
                                            rows,
                                            Quantity.ACTIVATION,
                                            Scale.LINEAR,
                                            Axis.OWN,
                                            CompareView.Last.OUTPUT))
                            .layout(Areas.ALL.get(3), Areas.MEASURE);
            ends.add(layout.columns().getFirst().title().text());
            ends.add(layout.columns().getLast().title().text());
            layout.cells().stream()
                    .map(cell -> cell.plot().name())
                    .filter(name -> name.endsWith("output"))
                    .forEach(ends::add);
        }
        // Of networks of several depths the outputs stand in several columns.
        assertEquals(
                List.of(
                        "Layer 1",
                        "Output",
                        "live · output",
                        "Layer 1",
                        "Layer 10",
                        "live · output",
                        "one · output"),
                ends);
    }

    @Test
    void theMatrixHasACellForEachSettingAndLayerThatThereIs() {
        Series<List<TensorStatistics>> live =
                row("live", 0, Series.Role.LIVE, SampleSnapshots.tanh(), Quantity.ACTIVATION);
        Series<List<TensorStatistics>> shallow =
                row("one", 1, Series.Role.PINNED, SampleSnapshots.oneLayer(), Quantity.ACTIVATION);
        CompareView view =
                new CompareView(
                        List.of(live, shallow), Quantity.ACTIVATION, Scale.LOG, Axis.COMMON);
        CompareLayout layout = new CompareMatrix(view).layout(Areas.ALL.get(3), Areas.MEASURE);
        int columns = layout.columns().size();
        assertTrue(columns > 5);
        assertEquals(columns + 1, layout.cells().size());
        assertEquals(
                List.of(view.range()),
                layout.cells().stream().map(cell -> cell.plot().range()).distinct().toList());
        CompareLayout.Cell first = layout.cells().getFirst();
        Box box = first.plot().box();
        assertEquals(
                "live · layer 1 · activation",
                layout.hit(box.centerX(), box.centerY()).orElseThrow().lines().getFirst());
    }

    @Test
    void anExplodingSettingDoesNotFlattenTheOthers() {
        Series<List<TensorStatistics>> live =
                row(
                        "live",
                        0,
                        Series.Role.LIVE,
                        SampleSnapshots.exploding(),
                        Quantity.PRE_ACTIVATION);
        Series<List<TensorStatistics>> other =
                row(
                        "other",
                        1,
                        Series.Role.PINNED,
                        SampleSnapshots.tanh(60, 1),
                        Quantity.PRE_ACTIVATION);
        Series<List<TensorStatistics>> third =
                row(
                        "third",
                        2,
                        Series.Role.PINNED,
                        SampleSnapshots.tanh(7, 1),
                        Quantity.PRE_ACTIVATION);
        CompareView view =
                new CompareView(
                        List.of(live, other, third),
                        Quantity.PRE_ACTIVATION,
                        Scale.LINEAR,
                        Axis.COMMON);
        CompareLayout layout = new CompareMatrix(view).layout(Areas.ALL.get(3), Areas.MEASURE);
        assertTrue(view.range().span() > 1e30);
        List<Range> ranges =
                layout.cells().stream().map(cell -> cell.plot().range()).distinct().toList();
        assertEquals(1, ranges.size());
        assertTrue(ranges.getFirst().span() < 1e4, () -> ranges.toString());
        String caption = layout.caption().text().orElseThrow().text();
        assertTrue(caption.contains("run off the axis"), caption);
        for (CompareLayout.Cell cell : layout.cells()) {
            for (Box bar : cell.plot().bars()) {
                assertTrue(Areas.encloses(cell.plot().box(), bar), () -> bar + " sticks out");
            }
        }
        assertEquals(
                List.of(60, 60, 7),
                List.of(live, other, third).stream()
                        .map(row ->
                                layout.cells().stream()
                                        .filter(cell -> cell.setting().equals(row))
                                        .mapToInt(cell -> cell.plot().layer())
                                        .max()
                                        .orElseThrow())
                        .toList());
    }

    @Test
    void anEmptyMatrixIsEmpty() {
        CompareView none = new CompareView(List.of(), Quantity.WEIGHT, Scale.LINEAR, Axis.COMMON);
        CompareLayout layout = new CompareMatrix(none).layout(Areas.ALL.getFirst(), Areas.MEASURE);
        assertEquals(List.of(), layout.stops());
        assertEquals(new Range(-1, 1), none.range());
    }

    private static Series<List<TensorStatistics>> row(
            String label, int colour, Series.Role role, Snapshot snapshot, Quantity quantity) {
        return new Series<>(label, colour, role, HistogramView.layers(snapshot, quantity));
    }

    private static List<Integer> ridgeLayers(Snapshot snapshot) {
        return new RidgePlot(view(snapshot))
                .layout(Areas.ALL.get(2), Areas.MEASURE).stops().stream().map(Hit::stop).toList();
    }

    private static HistogramView view(Snapshot snapshot) {
        return HistogramView.of(snapshot, Quantity.ACTIVATION, Scale.LINEAR);
    }
}
