package dev.weightscope.chart.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Areas;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Curve;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.SampleSnapshots;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DepthChartTest {
    private static final Curve LIVE = live(SampleSnapshots.tanh());

    @Test
    void namesNeverOverlapAndStayInTheArea() {
        List<Curve> curves = new ArrayList<>();
        for (int index = 0; index < 9; index++) {
            Curve.Role role = index == 0 ? Curve.Role.LIVE : Curve.Role.PINNED;
            double gain = 1 + index * 0.001;
            curves.add(
                    new Curve(
                            "Xavier uniform, gain " + gain,
                            index,
                            role,
                            SampleSnapshots.tanh(10, gain)));
        }
        int checked = 0;
        for (Box area : Areas.ALL) {
            for (int count = 1; count <= curves.size(); count++) {
                List<EndLabel> labels = layout(curves.subList(0, count), area).labels();
                assertTrue(
                        labels.stream().anyMatch(label -> label.curve().role() == Curve.Role.LIVE));
                for (int i = 0; i < labels.size(); i++) {
                    Box box = labels.get(i).box();
                    assertTrue(Areas.encloses(area, box), () -> area + " cuts off " + box);
                    for (EndLabel other : labels.subList(i + 1, labels.size())) {
                        assertFalse(box.overlaps(other.box()));
                    }
                }
                checked++;
            }
        }
        assertEquals(36, checked);
    }

    @Test
    void valuesWithNoPlaceOnTheAxisStandAtItsEdges() {
        List<Curve> curves =
                List.of(
                        live(SampleSnapshots.exploding()),
                        pinned(SampleSnapshots.vanishing(), 1),
                        pinned(SampleSnapshots.allNan(), 2));
        DepthChart.Layout layout = layout(curves, Areas.ALL.get(2));
        Box plot = layout.plot();
        int above = 0;
        int below = 0;
        for (Trace trace : layout.traces()) {
            assertEquals(trace.curve().snapshot().experiment().depth() + 1, trace.points().size());
            for (Trace.Point point : trace.points()) {
                switch (point.kind()) {
                    case POSITIVE ->
                            assertTrue(point.y() > plot.y() - 8 && point.y() < plot.bottom() + 8);
                    case INFINITE, NAN -> {
                        assertTrue(point.y() < plot.y());
                        above++;
                    }
                    case ZERO -> {
                        assertTrue(point.y() > plot.bottom());
                        below++;
                    }
                }
            }
            long kinds = trace.points().stream().map(Trace.Point::kind).distinct().count();
            assertTrue(kinds == 1 || !trace.edgeMarks().isEmpty());
        }
        assertTrue(above > 10 && below > 10);
    }

    @Test
    void theLiveCurveNamesWhereItOverflows() {
        Snapshot exploding = SampleSnapshots.exploding();
        List<LayerEvent> events = layout(List.of(live(exploding)), Areas.ALL.get(2)).events();
        assertEquals(
                List.of(
                        exploding.firstOverflowLayer().orElseThrow(),
                        exploding.firstSquareOverflowLayer().orElseThrow()),
                events.stream().map(LayerEvent::layer).toList());
        assertFalse(events.getFirst().label().box().overlaps(events.getLast().label().box()));
        for (LayerEvent event : events) {
            Box name = event.label().box();
            for (LayerEvent line : events) {
                assertFalse(line.x() > name.x() && line.x() < name.right(), name::toString);
            }
        }
        assertEquals(List.of(), layout(List.of(pinned(exploding, 1)), Areas.ALL.get(2)).events());
    }

    @Test
    void aCurveThatEndsEarlyIsNamedAtItsEnd() {
        Curve deep = live(SampleSnapshots.tanh(40, 1));
        Curve shallow = pinned(SampleSnapshots.relu(), 1);
        DepthChart.Layout layout = layout(List.of(deep, shallow), Areas.ALL.get(3));
        Trace.Point end = layout.traces().getLast().last();
        Box name =
                layout.labels().stream()
                        .filter(label -> label.curve().equals(shallow))
                        .findFirst()
                        .orElseThrow()
                        .box();
        assertTrue(name.x() > end.x() && name.x() < end.x() + 20, name::toString);
        assertEquals(end.y(), name.centerY(), 4);
        layout.traces().forEach(trace -> assertFalse(trace.crosses(name)));
    }

    @Test
    void pointingAtALayerReadsAllCurvesThatReachIt() {
        Curve shallow = pinned(SampleSnapshots.oneLayer(), 1);
        DepthChart.Layout layout = layout(List.of(LIVE, shallow), Areas.ALL.get(2));
        int checked = 0;
        for (int layer = 0; layer <= 10; layer++) {
            Trace.Point point = layout.traces().getFirst().points().get(layer);
            Hit hit = layout.hit(point.x(), point.y()).orElseThrow();
            assertEquals(layer, hit.stop());
            assertEquals(new Hit.Dot(point.x(), point.y(), 0), hit.dots().getFirst());
            assertEquals(layer <= 1 ? 2 : 1, hit.dots().size());
            assertEquals(hit.dots().size() + 1, hit.lines().size());
            assertEquals(
                    layer == 0 ? "Input · Std" : "Layer " + layer + " · Std",
                    hit.lines().getFirst());
            checked++;
        }
        assertEquals(11, checked);
        assertEquals(Optional.empty(), layout.hit(5000, 5000));
    }

    @Test
    void theAxisHoldsWhatItHeldAndGrowsWhereItMust() {
        DepthChart narrow = new DepthChart(new DepthView(List.of(LIVE), Spread.STD));
        Range held = new Range(1e-3, 0.5);
        assertEquals(new Range(1e-3, narrow.range().high()), narrow.withHeld(held).range());
    }

    @Test
    void withNothingPositiveThereIsStillAnAxis() {
        DepthChart.Layout layout =
                layout(List.of(live(SampleSnapshots.allNan())), Areas.ALL.getFirst());
        assertFalse(layout.values().isEmpty());
        assertEquals(List.of(), layout(List.of(), Areas.ALL.getFirst()).stops());
    }

    private static Curve live(Snapshot snapshot) {
        return new Curve("live", 0, Curve.Role.LIVE, snapshot);
    }

    private static Curve pinned(Snapshot snapshot, int index) {
        return new Curve("pinned " + index, index, Curve.Role.PINNED, snapshot);
    }

    private static DepthChart.Layout layout(List<Curve> curves, Box area) {
        return new DepthChart(new DepthView(curves, Spread.STD)).layout(area, Areas.MEASURE);
    }
}
