package dev.weightscope.chart.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Areas;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.RecordedSurface;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.Stops;
import dev.weightscope.model.Direction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What lies around a measured curve, and curves that go backward.
class CurveTest {
    private static final int DEPTH = 10;
    private static final Stops LAYERS =
            new Stops("Layer", "", IntStream.rangeClosed(1, DEPTH).boxed().toList());
    private static final Curve MEASURED = Curve.of(powers(0.9));
    private static final Curve ODD_INSIDE =
            MEASURED.withAside(
                    new Curve.Aside(
                            "inside",
                            IntStream.range(0, DEPTH)
                                    .filter(i -> i % 2 == 0)
                                    .boxed()
                                    .collect(Collectors.toSet())));
    private static final Curve.Band BAND =
            new Curve.Band("95 % of draws at width 100", powers(0.8), powers(1.1));

    @Test
    void whatGoesBackwardIsNamedAtTheLeftAndKeepsItsPlaces() {
        int checked = 0;
        for (Box area : Areas.ALL) {
            LineView view = view(live(MEASURED), pinned(Curve.of(powers(0.5)), 1));
            LineLayout forward = layout(view, area);
            LineLayout backward = layout(view.withDirection(Direction.BACKWARD), area);
            for (EndLabel label : backward.labels()) {
                assertTrue(label.box().right() < backward.plot().x(), label::toString);
                assertTrue(Areas.encloses(area, label.box()), label::toString);
                assertEquals(label.trace().points().getFirst().y(), label.endY());
            }
            for (PlacedText value : backward.values()) {
                assertTrue(value.box().x() > backward.plot().right(), value::toString);
                assertTrue(Areas.encloses(area, value.box()), value::toString);
            }
            assertEquals(forward.plot().width(), backward.plot().width(), 1e-9);
            for (LineLayout each : List.of(forward, backward)) {
                double[] xs =
                        each.traces().getFirst().points().stream()
                                .mapToDouble(Trace.Point::x)
                                .toArray();
                assertTrue(IntStream.range(1, xs.length).allMatch(i -> xs[i - 1] < xs[i]));
            }
            checked++;
        }
        assertEquals(4, checked);
    }

    @Test
    void pointingTellsTheoryBandAndDrawsOfTheNearestCurve() {
        Curve whole =
                MEASURED.withTheory(powers(0.91))
                        .withBand(BAND)
                        .withDraws(List.of(powers(0.85), powers(0.95)));
        Curve other = Curve.of(powers(0.2)).withTheory(powers(0.21));
        LineLayout layout = layout(view(pinned(other, 1), live(whole)), Areas.ALL.get(2));
        assertEquals(
                List.of(
                        "Layer 3 · Std",
                        "pinned  0.04",
                        "live  0.81",
                        "    theory 0.8281",
                        "    band 0.64 … 1.21",
                        "    2 draws 0.7225 … 0.9025"),
                linesAt(layout, 1, 2));
        assertEquals(
                List.of("Layer 3 · Std", "pinned  0.04", "    theory 0.0441", "live  0.81"),
                linesAt(layout, 0, 2));
        EndLabel name =
                layout.labels().stream()
                        .filter(each ->
                                each.isMeasured() && each.series().role() == Series.Role.LIVE)
                        .findFirst()
                        .orElseThrow();
        Hit hit = layout.hit(name.box().centerX(), name.box().centerY()).orElseThrow();
        assertEquals(
                List.of(
                        "live",
                        "Layer 10 · Std 0.3874",
                        "    theory 0.4279",
                        "    band 0.1342 … 2.358",
                        "    2 draws 0.2316 … 0.6302"),
                hit.lines());
    }

    private static List<String> linesAt(LineLayout layout, int trace, int place) {
        Trace.Point point = layout.traces().get(trace).points().get(place);
        return layout.hit(point.x(), point.y()).orElseThrow().lines();
    }

    @Test
    void fewDrawsAreThinLinesAndManyABandUnlessTheoryHasOne() {
        record Case(int draws, boolean hasBand, long thinLines, long areas) {}
        List<Case> cases =
                List.of(
                        new Case(0, false, 0, 0),
                        new Case(1, false, 0, 0),
                        new Case(2, false, 2, 0),
                        new Case(9, false, 9, 0),
                        new Case(10, false, 0, 2),
                        new Case(50, false, 0, 2),
                        new Case(0, true, 0, 1),
                        new Case(50, true, 50, 1));
        long measured = lines(MEASURED);
        for (Case each : cases) {
            Curve curve = MEASURED.withDraws(Collections.nCopies(each.draws, powers(0.95)));
            Curve shown = each.hasBand ? curve.withBand(BAND) : curve;
            assertEquals(measured + each.thinLines * (DEPTH - 1), lines(shown), each::toString);
            assertEquals(each.areas, painted(shown, "polygon").size(), each::toString);
        }
        assertEquals(8, cases.size());
    }

    @Test
    void theoryIsDashedAndCutWhereItLeavesTheAxis() {
        assertEquals(0, painted(MEASURED, "dashed").size());
        assertEquals(DEPTH - 1, painted(MEASURED.withTheory(powers(0.91)), "dashed").size());
        // Measured values overflow; theory, in doubles, goes on.
        List<Double> overflowing =
                IntStream.range(0, DEPTH)
                        .mapToObj(i -> i < 4 ? Math.pow(10, i) : Double.POSITIVE_INFINITY)
                        .toList();
        Curve exploding = Curve.of(overflowing).withTheory(powers(9));
        LineChart chart = new LineChart(view(live(exploding)));
        assertEquals(1000, chart.range().high());
        Box plot = chart.layout(Areas.ALL.get(2), Areas.MEASURE).plot();
        List<RecordedSurface.Stroked> dashes = painted(exploding, "dashed");
        // Three whole, one cut, and one from the last finite value to the mark of the infinite one.
        assertEquals(5, dashes.size());
        assertEquals(4, dashes.stream().filter(dash -> dash.box().y() >= plot.y() - 1e-9).count());
    }

    @Test
    void aBandFarWiderThanTheCurvesDoesNotPressThemIntoALine() {
        Curve.Band wide =
                new Curve.Band(
                        "", Collections.nCopies(DEPTH, 1e-200), Collections.nCopies(DEPTH, 1e200));
        LineChart chart = new LineChart(view(live(MEASURED.withBand(wide))));
        assertTrue(chart.range().low() >= 0.01, () -> chart.range().toString());
        assertTrue(chart.range().high() <= 100, () -> chart.range().toString());
    }

    @Test
    void theoryThatEndsElsewhereIsNamedToo() {
        Curve apart = MEASURED.withTheory(powers(0.99));
        record Case(Direction direction, Curve curve, String name) {}
        List<Double> reversed = powers(0.9).reversed();
        List<Case> cases =
                List.of(
                        new Case(Direction.FORWARD, apart, "theory 0.914"),
                        new Case(
                                Direction.BACKWARD,
                                Curve.of(reversed).withTheory(powers(0.8).reversed()),
                                "theory 0.134"));
        for (Case each : cases) {
            LineView view = view(live(each.curve)).withDirection(each.direction);
            List<EndLabel> labels = layout(view, Areas.ALL.get(2)).labels();
            assertEquals(2, labels.size());
            assertEquals(
                    List.of(each.name),
                    labels.stream()
                            .filter(label -> !label.isMeasured())
                            .map(label -> label.lines().getFirst().text())
                            .toList());
        }
        assertEquals(
                1,
                layout(view(live(MEASURED.withTheory(powers(0.9)))), Areas.ALL.get(2))
                        .labels()
                        .size());
    }

    @Test
    void namesThatBeginAlikeAreShortWhereThereIsLittleRoom() {
        record Case(List<String> names, List<String> expected) {}
        List<Case> cases =
                List.of(
                        new Case(List.of("He normal"), List.of("He normal")),
                        new Case(List.of("He normal, gain 2"), List.of("He normal, gain 2")),
                        new Case(
                                List.of("He, gain 2", "He", "Xavier, gain 3", "He, gain 4, ReLU"),
                                List.of("gain 2", "He", "Xavier, gain 3", "gain 4, ReLU")),
                        new Case(
                                List.of("He, gain 2", "He", "LeCun, gain 2", "LeCun"),
                                List.of("He, gain 2", "He", "LeCun, gain 2", "LeCun")));
        for (Case each : cases) {
            assertEquals(each.expected, ShortNames.of(each.names));
        }
        assertEquals(4, cases.size());
        List<Series<Curve>> series =
                List.of(
                        new Series<>("He, gain 2", 1, Series.Role.PINNED, MEASURED),
                        new Series<>("He, gain 3", 0, Series.Role.LIVE, Curve.of(powers(0.5))));
        LineView view = LineView.of("Std", LAYERS, series);
        record Width(double width, List<String> names) {}
        for (Width each :
                List.of(
                        new Width(400, List.of("gain 2", "gain 3")),
                        new Width(900, List.of("He, gain 2", "He, gain 3")))) {
            assertEquals(
                    each.names,
                    layout(view, new Box(0, 0, each.width, 300)).labels().stream()
                            .map(label -> label.lines().getFirst().text())
                            .toList());
        }
    }

    @Test
    void ofManyDrawsPointingTellsTheMiddleHalf() {
        List<List<Double>> draws =
                IntStream.rangeClosed(1, 13).mapToObj(i -> powers(0.1 * i)).toList();
        assertEquals(
                List.of(
                        "Layer 2 · Std",
                        "live  0.9",
                        "    13 draws 0.1 … 1.3",
                        "    half of them 0.4 … 1"),
                linesAt(layout(view(live(MEASURED.withDraws(draws))), Areas.ALL.get(2)), 0, 1));
    }

    /// Places 0, 2, 4 … are of another kind.
    @Test
    void placesOfAnotherKindAreALineOfTheirOwn() {
        Curve plain = Curve.of(ODD_INSIDE.measured());
        int foot = 1;
        assertEquals(foot + DEPTH - 1, lines(plain));
        assertEquals(foot + DEPTH / 2 - 1, lines(ODD_INSIDE));
        assertEquals(DEPTH / 2 - 1, painted(ODD_INSIDE, "dotted").size());
        List<List<Double>> draws = List.of(powers(0.8), powers(0.7));
        assertEquals(foot + 3 * (DEPTH / 2 - 1), lines(ODD_INSIDE.withDraws(draws)));
        LineLayout layout = layout(view(live(ODD_INSIDE)), Areas.ALL.get(2));
        assertEquals(List.of("Layer 3 · Std", "live  0.81, inside"), linesAt(layout, 0, 2));
        assertEquals(List.of("Layer 4 · Std", "live  0.729"), linesAt(layout, 0, 3));
        LineLayout backward =
                layout(view(live(ODD_INSIDE)).withDirection(Direction.BACKWARD), Areas.ALL.get(2));
        assertEquals(
                backward.traces().getFirst().points().get(1).y(),
                backward.labels().getFirst().endY());
    }

    /// A longer curve that begins with a place of another kind, beside a live one of one place.
    @Test
    void aCurveThatIsCutToPlacesOfAnotherKindArrivesThere() {
        Curve longer =
                ODD_INSIDE
                        .withTheory(powers(0.91))
                        .withBand(BAND)
                        .withDraws(List.of(powers(0.85), powers(0.95)));
        int checked = 0;
        for (Direction direction : Direction.values()) {
            LineView view =
                    view(pinned(longer, 1), live(Curve.of(List.of(2.0))))
                            .withDirection(direction)
                            .untilLiveEnds();
            Curve cut = view.series().getFirst().values();
            assertEquals(List.of(), cut.joined());
            assertEquals(List.of(0), cut.apart());
            assertTrue(
                    new LineChart(view).description().endsWith(" ends at 1; live ends at 2"),
                    new LineChart(view).description());
            LineLayout layout = layout(view, Areas.ALL.get(2));
            layout.paint(new RecordedSurface(), Palette.LIGHT);
            assertEquals(
                    List.of(
                            "Layer 1 · Std",
                            view.series().getFirst().label() + "  1, inside",
                            "    theory 1",
                            "    band 1 … 1",
                            "    2 draws 1 … 1",
                            "live  2"),
                    linesAt(layout, 0, 0));
            assertEquals(2, layout.labels().size());
            checked++;
        }
        assertEquals(2, checked);
    }

    @Test
    void drawsOfASingleLayerAreShortLevelLines() {
        Stops one = new Stops("Layer", "", List.of(1));
        Curve curve =
                Curve.of(List.of(1.0)).withDraws(List.of(List.of(0.9), List.of(1.1), List.of(1.2)));
        RecordedSurface surface = new RecordedSurface();
        LineLayout layout = layout(LineView.of("Std", one, List.of(live(curve))), Areas.ALL.get(2));
        layout.paint(surface, Palette.LIGHT);
        List<RecordedSurface.Stroked> level =
                surface.painted.stream()
                        .filter(each -> each.what().equals("solid"))
                        .filter(each -> each.box().width() == 12)
                        .toList();
        assertEquals(3, level.size());
    }

    @Test
    void theAxisFitsWhatIsThere() {
        record Case(String what, Curve curve, double low, double high) {}
        List<Double> nan = Collections.nCopies(DEPTH, Double.NaN);
        List<Double> fallen = new ArrayList<>(Collections.nCopies(DEPTH, 0.0));
        fallen.set(0, 0.9996);
        List<Case> cases =
                List.of(
                        new Case("all falls to 0", Curve.of(fallen), 0.1, 1),
                        new Case("theory alone", Curve.of(nan).withTheory(powers(10)), 1, 1e9),
                        new Case("nothing", Curve.of(nan), 0.1, 10));
        for (Case each : cases) {
            Range range = new LineChart(view(live(each.curve))).range();
            assertEquals(each.low, range.low(), 1e-9, each.what);
            assertEquals(each.high, range.high(), 1e-3 * each.high, each.what);
        }
        assertEquals(3, cases.size());
    }

    /// Where they agree the dashes lie on a line of the background's colour, narrower than the
    /// curve, so that all three are seen.
    @Test
    void theoryIsSeenWhereItAgrees() {
        Curve agreeing = MEASURED.withTheory(powers(0.9));
        assertEquals(lines(MEASURED) + DEPTH - 1, lines(agreeing));
        assertEquals(DEPTH - 1, painted(agreeing, "dashed").size());
    }

    @Test
    void onlyCurvesOfOneLengthGoTogether() {
        assertThrows(IllegalArgumentException.class, () -> Curve.of(List.of()));
        assertThrows(IllegalArgumentException.class, () -> MEASURED.withTheory(List.of(1.0)));
        assertThrows(
                IllegalArgumentException.class, () -> MEASURED.withDraws(List.of(List.of(1.0))));
        assertThrows(
                IllegalArgumentException.class,
                () -> MEASURED.withBand(new Curve.Band("", List.of(1.0), List.of(1.0))));
        assertFalse(MEASURED.first(3).measured().size() != 3);
    }

    /// The pieces of solid lines, those at the axis's numbers left out.
    private static int lines(Curve curve) {
        return painted(curve, "solid").size()
                - layout(view(live(curve)), Areas.ALL.get(2)).values().size();
    }

    private static List<RecordedSurface.Stroked> painted(Curve curve, String what) {
        RecordedSurface surface = new RecordedSurface();
        layout(view(live(curve)), Areas.ALL.get(2)).paint(surface, Palette.LIGHT);
        return surface.painted.stream().filter(each -> each.what().equals(what)).toList();
    }

    private static List<Double> powers(double base) {
        return DoubleStream.iterate(1, value -> value * base).limit(DEPTH).boxed().toList();
    }

    private static Series<Curve> live(Curve curve) {
        return new Series<>("live", 0, Series.Role.LIVE, curve);
    }

    private static Series<Curve> pinned(Curve curve, int index) {
        return new Series<>("pinned", index, Series.Role.PINNED, curve);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static LineView view(Series<Curve>... series) {
        return LineView.of("Std", LAYERS, List.of(series));
    }

    private static LineLayout layout(LineView view, Box area) {
        return new LineChart(view).layout(area, Areas.MEASURE);
    }
}
