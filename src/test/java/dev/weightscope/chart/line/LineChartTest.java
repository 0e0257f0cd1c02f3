package dev.weightscope.chart.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Areas;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.RecordedSurface;
import dev.weightscope.chart.SampleSnapshots;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.model.Direction;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.Spread;
import dev.weightscope.signal.DepthCurves;
import dev.weightscope.signal.SignalAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineChartTest {
    private static final Series<SignalAnswer> LIVE = live(SampleSnapshots.tanh());

    @Test
    void namesNeverOverlapAndStayInTheArea() {
        List<Series<SignalAnswer>> curves = new ArrayList<>();
        for (int index = 0; index < 9; index++) {
            Series.Role role = index == 0 ? Series.Role.LIVE : Series.Role.PINNED;
            double gain = 1 + index * 0.001;
            curves.add(
                    new Series<>(
                            "Xavier uniform, gain " + gain,
                            index,
                            role,
                            SignalAnswer.of(SampleSnapshots.tanh(10, gain))));
        }
        int checked = 0;
        for (Box area : Areas.ALL) {
            for (int count = 1; count <= curves.size(); count++) {
                List<EndLabel> labels = layout(curves.subList(0, count), area).labels();
                assertTrue(
                        labels.stream()
                                .anyMatch(label -> label.series().role() == Series.Role.LIVE));
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
    void thePlotStaysWhereItIsWhateverTheLiveValuesAndNames() {
        List<Snapshot> answers =
                List.of(
                        SampleSnapshots.tanh(),
                        SampleSnapshots.exploding(),
                        SampleSnapshots.vanishing(),
                        SampleSnapshots.allNan(),
                        SampleSnapshots.zeros(),
                        SampleSnapshots.thousandLayers());
        int checked = 0;
        for (Box area : Areas.ALL) {
            List<Box> plots = new ArrayList<>();
            for (Snapshot answer : answers) {
                for (String name : List.of("Xavier", "Orthogonal, gain 1.234, bfloat16")) {
                    Series<SignalAnswer> live =
                            new Series<>(name, 0, Series.Role.LIVE, SignalAnswer.of(answer));
                    Series<SignalAnswer> pin = pinned(SampleSnapshots.relu(), 1);
                    plots.add(layout(List.of(pin, live), area).plot());
                    checked++;
                }
            }
            assertEquals(1, plots.stream().distinct().count(), plots::toString);
        }
        assertEquals(48, checked);
    }

    @Test
    void aNameWithoutBlanksIsCutAndToldWholeWherePointed() {
        String name = "x".repeat(150);
        Series<SignalAnswer> pin =
                new Series<>(
                        name,
                        1,
                        Series.Role.PINNED,
                        SignalAnswer.of(SampleSnapshots.tanh(10, 1.1)));
        Box area = Areas.ALL.get(2);
        LineLayout layout = layout(List.of(pin, LIVE), area);
        EndLabel label =
                layout.labels().stream()
                        .filter(each -> each.series().label().equals(name))
                        .findFirst()
                        .orElseThrow();
        assertTrue(label.lines().getLast().text().endsWith("…"), label::toString);
        assertTrue(label.box().width() <= area.width() / 4);
        assertTrue(layout.plot().width() > area.width() / 2);
        Hit hit = layout.hit(label.box().centerX(), label.box().centerY()).orElseThrow();
        assertEquals(name, hit.lines().getFirst());
    }

    @Test
    void nothingIsDrawnThroughANameOrAMark() {
        List<Series<SignalAnswer>> curves = new ArrayList<>();
        for (int index = 1; index < 9; index++) {
            curves.add(pinned(SampleSnapshots.tanh(10, 1 + index * 0.001), index));
        }
        curves.add(live(SampleSnapshots.exploding()));
        int checked = 0;
        for (Box area : Areas.ALL) {
            RecordedSurface surface = new RecordedSurface();
            LineLayout layout = layout(curves, area);
            layout.paint(surface, Palette.LIGHT);
            List<PlacedText> names = new ArrayList<>();
            layout.events().forEach(event -> names.add(event.label()));
            layout.labels().forEach(label -> names.addAll(label.lines()));
            for (PlacedText name : names) {
                List<RecordedSurface.Stroked> after =
                        surface.painted.stream()
                                .dropWhile(each -> !each.box().equals(name.box()))
                                .skip(1)
                                .filter(each -> each.box().overlaps(name.box()))
                                .toList();
                assertEquals(List.of(), after, name::text);
                checked++;
            }
        }
        assertTrue(checked > 20, checked + " names");
    }

    @Test
    void theAxisEndsWithTheLiveCurveWhereAsked() {
        Series<SignalAnswer> deep = pinned(SampleSnapshots.deep(), 1);
        LineView all = DepthCurves.of(List.of(deep, LIVE), Direction.FORWARD, Spread.STD);
        LineView fitted = all.untilLiveEnds();
        assertEquals(101, all.stops().count());
        assertEquals(11, fitted.stops().count());
        assertEquals(
                List.of(11, 11),
                fitted.series().stream().map(each -> each.values().size()).toList());
        LineLayout layout = new LineChart(fitted).layout(Areas.ALL.get(2), Areas.MEASURE);
        assertEquals(
                layout.plot().right() - 6, layout.traces().getLast().points().getLast().x(), 1e-9);
        assertTrue(
                layout.labels().stream().anyMatch(label -> label.series().label().endsWith("›")));
        assertEquals(
                DepthCurves.of(List.of(LIVE), Direction.FORWARD, Spread.STD)
                        .untilLiveEnds()
                        .stops(),
                fitted.stops());
    }

    @Test
    void valuesWithNoPlaceOnTheAxisStandAtItsEdges() {
        List<Series<SignalAnswer>> curves =
                List.of(
                        live(SampleSnapshots.exploding()),
                        pinned(SampleSnapshots.vanishing(), 1),
                        pinned(SampleSnapshots.allNan(), 2));
        LineLayout layout = layout(curves, Areas.ALL.get(2));
        Box plot = layout.plot();
        int above = 0;
        int below = 0;
        for (Trace trace : layout.traces()) {
            assertEquals(trace.series().values().size(), trace.points().size());
            for (Trace.Point point : trace.points()) {
                switch (point.kind()) {
                    case ON_AXIS ->
                            assertTrue(point.y() > plot.y() - 8 && point.y() < plot.bottom() + 8);
                    case INFINITE, NAN, ABOVE_FRAME -> {
                        assertTrue(point.y() < plot.y());
                        above++;
                    }
                    case ZERO, BELOW_FRAME -> {
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
    void layersInsideOfBranchesAreBesideTheCurve() {
        Series<SignalAnswer> branches = live(SampleSnapshots.inBranchesOfTwo(5));
        LineView view = DepthCurves.of(List.of(branches), Direction.FORWARD, Spread.STD);
        Curve curve = view.series().getFirst().values();
        assertEquals(List.of(0, 2, 4, 5), curve.joined());
        assertEquals(List.of(1, 3), curve.apart());
        assertEquals("solid measured · dotted inside a branch", view.legend());
        assertEquals(
                Optional.empty(),
                DepthCurves.of(List.of(LIVE), Direction.FORWARD, Spread.STD)
                        .series()
                        .getFirst()
                        .values()
                        .aside());
    }

    @Test
    void theLiveCurveNamesWhereItOverflows() {
        Snapshot exploding = SampleSnapshots.exploding();
        List<EventMark> events = layout(List.of(live(exploding)), Areas.ALL.get(2)).events();
        assertEquals(
                List.of(
                        exploding.firstOverflowLayer().orElseThrow(),
                        exploding.firstSquareOverflowLayer().orElseThrow()),
                events.stream().map(mark -> mark.event().stop()).toList());
        assertFalse(events.getFirst().label().box().overlaps(events.getLast().label().box()));
        for (EventMark event : events) {
            Box name = event.label().box();
            for (EventMark line : events) {
                assertFalse(line.x() > name.x() && line.x() < name.right(), name::toString);
            }
        }
        assertEquals(List.of(), layout(List.of(pinned(exploding, 1)), Areas.ALL.get(2)).events());
    }

    @Test
    void aCurveThatEndsEarlyIsNamedAtItsEnd() {
        Series<SignalAnswer> deep = live(SampleSnapshots.tanh(40, 1));
        Series<SignalAnswer> shallow = pinned(SampleSnapshots.relu(), 1);
        LineLayout layout = layout(List.of(deep, shallow), Areas.ALL.get(3));
        Trace.Point end = layout.traces().getLast().points().getLast();
        Box name =
                layout.labels().stream()
                        .filter(label -> label.series().label().equals(shallow.label()))
                        .findFirst()
                        .orElseThrow()
                        .box();
        assertTrue(name.x() > end.x() && name.x() < end.x() + 20, name::toString);
        assertEquals(end.y(), name.centerY(), 4);
        layout.traces().forEach(trace -> assertFalse(trace.crosses(name)));
    }

    /// The names of two curves that end at one place have not both room right after it.
    @Test
    void aCurveThatEndsEarlyBesideAnotherIsNamedThereToo() {
        Series<SignalAnswer> deep = live(SampleSnapshots.tanh(40, 1));
        List<Series<SignalAnswer>> curves =
                List.of(deep, pinned(SampleSnapshots.relu(), 1), pinned(SampleSnapshots.relu(), 2));
        LineLayout layout = layout(curves, Areas.ALL.get(3));
        Box plot = layout.plot();
        List<Box> early =
                layout.labels().stream()
                        .filter(label -> label.series().role() == Series.Role.PINNED)
                        .map(EndLabel::box)
                        .toList();
        assertEquals(2, early.size());
        for (Box name : early) {
            assertTrue(name.right() < plot.right(), name::toString);
            layout.traces().forEach(trace -> assertFalse(trace.crosses(name)));
        }
    }

    @Test
    void pointingAtALayerReadsAllCurvesThatReachIt() {
        Series<SignalAnswer> shallow = pinned(SampleSnapshots.oneLayer(), 1);
        LineLayout layout = layout(List.of(LIVE, shallow), Areas.ALL.get(2));
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
        LineView view = DepthCurves.of(List.of(LIVE), Direction.FORWARD, Spread.STD);
        Range held = new Range(1e-3, 0.5);
        assertEquals(
                new Range(1e-3, new LineChart(view).range().high()),
                new LineChart(view, Optional.of(held)).range());
    }

    @Test
    void withNothingPositiveThereIsStillAnAxis() {
        LineLayout layout = layout(List.of(live(SampleSnapshots.allNan())), Areas.ALL.getFirst());
        assertFalse(layout.values().isEmpty());
        assertEquals(List.of(), layout(List.of(), Areas.ALL.getFirst()).stops());
    }

    private static Series<SignalAnswer> live(Snapshot snapshot) {
        return new Series<>("live", 0, Series.Role.LIVE, SignalAnswer.of(snapshot));
    }

    private static Series<SignalAnswer> pinned(Snapshot snapshot, int index) {
        return new Series<>(
                "pinned " + index, index, Series.Role.PINNED, SignalAnswer.of(snapshot));
    }

    private static LineLayout layout(List<Series<SignalAnswer>> curves, Box area) {
        return new LineChart(DepthCurves.of(curves, Direction.FORWARD, Spread.STD))
                .layout(area, Areas.MEASURE);
    }
}
