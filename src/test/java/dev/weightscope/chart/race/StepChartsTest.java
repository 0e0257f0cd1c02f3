package dev.weightscope.chart.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Areas;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.DataColour;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.RecordedSurface;
import dev.weightscope.chart.RecordedSurface.Stroked;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.line.LineChart;
import dev.weightscope.chart.line.LineLayout;
import dev.weightscope.chart.line.LineView;
import dev.weightscope.chart.line.Look;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StepChartsTest {
    private static final Box AREA = new Box(0, 0, 300, 260);

    @Test
    void accuracyIsInPerCentBetweenRoundOnesAndHeldAgainstTheMajority() {
        Lines rising = new Lines(List.of(new Lines.Line(new double[] {0.52, 0.8, 0.97}, true)));
        AccuracyChart chart =
                new AccuracyChart(
                        List.of(new Series<>("He", 0, Series.Role.LIVE, rising)),
                        2,
                        Optional.of(new AccuracyChart.Majority(0.627, "63 %: always benign")));
        LineView view = chart.view(Look.WITHOUT_NAMES);
        assertEquals(0.5, new LineChart(view).range().low());
        assertEquals(1, new LineChart(view).range().high());
        List<Stroked> painted = painted(view);
        assertEquals(1, count(painted, "100 %"));
        assertEquals(1, count(painted, "63 %: always benign"));
        assertEquals(0, count(painted, "He"));
        assertEquals(1, count(painted(chart.view(Look.SETTINGS)), "He"));
        LineLayout layout = layout(view);
        Hit hit = layout.hit(layout.x(2), layout.plot().centerY()).orElseThrow();
        assertEquals(List.of("Step 2 · Accuracy", "He  97 %"), hit.lines());
    }

    @Test
    void updatesAreOfLayersByTheirColoursAndHeldAgainstMinusThree() {
        UpdateChart chart =
                new UpdateChart(
                        List.of(mean(-2, -3), mean(-1, -2), mean(Double.NEGATIVE_INFINITY, -4)), 2);
        LineView view = chart.view();
        List<Stroked> painted = painted(view);
        // Two steps have the same numbers as two layers.
        assertEquals(
                List.of(2L, 2L, 1L, 1L),
                Stream.of("1", "2", "out", "−3: rule of thumb")
                        .map(text -> count(painted, text))
                        .toList());
        LineLayout layout = layout(view);
        Hit hit = layout.hit(layout.x(0), layout.plot().y()).orElseThrow();
        assertEquals(
                List.of("Step 0 · log₁₀ update : weight", "1  −2", "2  −1", "out  −∞"),
                hit.lines());
        assertEquals(
                List.of(
                        new DataColour.OfLayer(1, 3),
                        new DataColour.OfLayer(2, 3),
                        new DataColour.OfLayer(3, 3)),
                hit.dots().stream().map(Hit.Dot::colour).toList());
        assertTrue(hit.dots().get(2).y() > layout.plot().bottom());
    }

    @Test
    void aFewOfManyLayersAreNamedInOneColumnBesideTheLastStep() {
        int checked = 0;
        for (int depth : List.of(1, 3, 12, 13, 51, 1000)) {
            for (int steps : List.of(1, 30, 101)) {
                for (Box area : List.of(AREA, new Box(10, 20, 690, 110))) {
                    LineView view = levels(depth, steps).view();
                    LineLayout layout = new LineChart(view).layout(area, Areas.MEASURE);
                    RecordedSurface surface = new RecordedSurface();
                    layout.paint(surface, Palette.LIGHT);
                    List<Stroked> names =
                            surface.painted.stream()
                                    .filter(each ->
                                            each.box().x() > layout.x(steps - 1)
                                                    && each.box().y() < layout.plot().bottom()
                                                    && each.what().matches("out|[0-9]+"))
                                    .toList();
                    String what = depth + " layers, " + steps + " steps, " + names;
                    assertEquals("out", names.getLast().what(), what);
                    assertEquals(depth == 1 ? "out" : "1", names.getFirst().what(), what);
                    assertTrue(names.size() == depth || names.size() <= 6, what);
                    double column = names.getFirst().box().x();
                    assertTrue(
                            surface.painted.stream()
                                    .filter(each -> each.what().equals("dotted"))
                                    .allMatch(leader -> leader.box().right() <= column),
                            what);
                    assertEquals(
                            1, names.stream().map(each -> each.box().x()).distinct().count(), what);
                    Box rule =
                            surface.painted.stream()
                                    .filter(each -> each.what().equals("−3: rule of thumb"))
                                    .findFirst()
                                    .orElseThrow()
                                    .box();
                    for (int i = 0; i < names.size(); i++) {
                        Box name = names.get(i).box();
                        assertTrue(Areas.encloses(area, name) && !name.overlaps(rule), what);
                        names.subList(i + 1, names.size())
                                .forEach(other -> assertTrue(!name.overlaps(other.box()), what));
                    }
                    checked++;
                }
            }
        }
        assertEquals(36, checked);
    }

    /// While curves grow, the names of layers stand inside the plot.
    @Test
    void theRuleIsNamedWhereNoLayersNameIsOverIt() {
        int named = 0;
        int unnamed = 0;
        for (int width = 140; width <= 300; width += 20) {
            for (int steps : List.of(1, 12, 40, 80, 101)) {
                RecordedSurface surface = new RecordedSurface();
                LineLayout layout =
                        new LineChart(levels(12, steps).view())
                                .layout(new Box(0, 0, width, 250), Areas.MEASURE);
                layout.paint(surface, Palette.LIGHT);
                List<Box> rule =
                        surface.painted.stream()
                                .filter(each -> each.what().equals("−3: rule of thumb"))
                                .map(Stroked::box)
                                .toList();
                List<Box> names =
                        surface.painted.stream()
                                .filter(each -> each.what().matches("out|1|11"))
                                .map(Stroked::box)
                                .filter(each -> each.y() > 0 && each.bottom() < 230)
                                .toList();
                for (Box each : rule) {
                    Box around = each.inset(-3, -3, -3, -3);
                    assertTrue(names.stream().noneMatch(around::overlaps));
                    if (width >= 200) {
                        assertTrue(
                                each.x() > layout.x(0) + 2 && each.right() < layout.x(100) - 2,
                                "clear of the step that is looked at, at first and at last");
                        assertTrue(steps > 1 || each.x() > layout.x(20), "where no curve is yet");
                    }
                }
                named += rule.size();
                unnamed += 1 - rule.size();
            }
        }
        assertEquals(45, named + unnamed);
        assertTrue(named >= 15 && unnamed > 0, named + " named, " + unnamed + " not");
    }

    @Test
    void whatIsLeftForNamesIsKnownBeforeAnythingIsPlaced() {
        LineView layers = levels(12, 40).view();
        for (Look look : List.of(Look.LAYERS, Look.SETTINGS, Look.WITHOUT_NAMES)) {
            LineChart chart = new LineChart(layers.withLook(look));
            for (int width = 200; width <= 900; width += 100) {
                Box area = new Box(7, 3, width, 250);
                assertEquals(
                        area.right() - chart.layout(area, Areas.MEASURE).plot().right(),
                        chart.nameWidth(width, Areas.MEASURE),
                        1e-9);
            }
        }
    }

    @Test
    void ofManyLayersTheNearestIsToldBesideAFew() {
        LineView view = levels(51, 101).view();
        LineLayout layout = layout(view);
        double ofLayer15 = new LineChart(view).range().share(-2 - 2.0 * 14 / 51);
        double y = layout.plot().bottom() - ofLayer15 * layout.plot().height();
        Hit hit = layout.hit(layout.x(50), y).orElseThrow();
        assertEquals(
                List.of("1", "11", "15", "21", "31", "41", "out"),
                hit.lines().stream().skip(1).map(line -> line.split(" ")[0]).toList());
    }

    /// Layers whose updates lie one above the other, at all steps alike.
    private static UpdateChart levels(int depth, int steps) {
        return new UpdateChart(
                IntStream.range(0, depth)
                        .mapToObj(layer -> RunningMean.of(steps, _ -> -2 - 2.0 * layer / depth))
                        .toList(),
                100);
    }

    private static RunningMean mean(double... logs) {
        return RunningMean.of(logs.length, step -> logs[step]);
    }

    @Test
    void gradientsAreDashedBesideActivations() {
        StdChart chart =
                new StdChart(
                        List.of(
                                new Series<>(
                                        "He",
                                        0,
                                        Series.Role.LIVE,
                                        new StdChart.Layers(
                                                List.of(1.0, 0.9, 0.8), List.of(0.1, 0.2, 0.3))),
                                new Series<>(
                                        "Zeros",
                                        1,
                                        Series.Role.PINNED,
                                        new StdChart.Layers(List.of(1.0, 0.5, 0.1), List.of()))),
                        Optional.empty());
        List<Stroked> painted = painted(chart.view());
        assertEquals(2, count(painted, "dashed"));
        LineLayout layout = layout(chart.view());
        assertEquals(
                List.of("Output · Std", "Zeros  0.1", "He  0.8", "He, gradient  0.3"),
                layout.hit(layout.plot().right(), layout.plot().y()).orElseThrow().lines());
    }

    @Test
    void whatStandsBackIsNearerToTheGround() {
        DataColour own = new DataColour.OfSetting(3);
        for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
            double plain = own.ink(palette).contrast(palette.background());
            double faint = new DataColour.Faint(own).ink(palette).contrast(palette.background());
            assertTrue(faint < plain && faint > 1.1, plain + " to " + faint);
        }
        LineView view =
                new StdChart(
                                List.of(
                                        new Series<>(
                                                "He",
                                                3,
                                                Series.Role.PINNED,
                                                new StdChart.Layers(List.of(1.0), List.of()))),
                                Optional.of(new Range(3e-4, 2)))
                        .view()
                        .withLook(Look.WITHOUT_NAMES.withFaint(Set.of(3)));
        assertEquals(new Range(2e-4, 2), new LineChart(view).range());
        LineLayout layout = layout(view);
        assertEquals(
                new DataColour.Faint(own),
                layout.hit(layout.x(1), layout.plot().centerY())
                        .orElseThrow()
                        .dots()
                        .getFirst()
                        .colour());
    }

    private static LineLayout layout(LineView view) {
        return new LineChart(view).layout(AREA, Areas.MEASURE);
    }

    private static List<Stroked> painted(LineView view) {
        RecordedSurface surface = new RecordedSurface();
        layout(view).paint(surface, Palette.LIGHT);
        return surface.painted;
    }

    private static long count(List<Stroked> painted, String what) {
        return painted.stream().filter(each -> each.what().equals(what)).count();
    }
}
