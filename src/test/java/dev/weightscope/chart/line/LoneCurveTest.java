package dev.weightscope.chart.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Areas;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.RecordedSurface;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.axis.Stops;
import dev.weightscope.model.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A curve that no other has to be told from.
class LoneCurveTest {
    private static final int DEPTH = 10;
    private static final Box WIDE = new Box(0, 0, 480, 240);
    private static final Box NARROW = new Box(0, 0, 320, 240);

    private static List<Double> powers(double base) {
        return IntStream.range(0, DEPTH).mapToObj(i -> Math.pow(base, i)).toList();
    }

    /// Powers that grow the way that the curve goes.
    private static List<Double> arriving(double base, Direction direction) {
        return switch (direction) {
            case FORWARD -> powers(base);
            case BACKWARD -> powers(base).reversed();
        };
    }

    private static Series<Curve> live(String name, Curve curve) {
        return new Series<>(name, 0, Series.Role.LIVE, curve);
    }

    private static LineView view(List<Series<Curve>> series, Direction direction) {
        return LineView.of("Std", Stops.layers(DEPTH - 1), series)
                .withDirection(direction)
                .withTitle("of activations");
    }

    private static LineLayout layout(LineView view, Box area) {
        return new LineChart(view).layout(area, Areas.MEASURE);
    }

    @Test
    void itsNameStandsInTheRowOfTheTitleAndThePlotHasTheWidth() {
        Curve curve = Curve.of(powers(0.9));
        for (Direction direction : Direction.values()) {
            LineView alone = view(List.of(live("Xavier", curve)), direction);
            LineLayout layout = layout(alone, WIDE);
            LineLayout untitled = layout(alone.withTitle(""), WIDE);
            LineLayout keyed = layout(alone.withKey(List.of("solid measured")), WIDE);
            LineLayout beside =
                    layout(
                            view(
                                    List.of(
                                            new Series<>("He", 1, Series.Role.PINNED, curve),
                                            live("Xavier", curve)),
                                    direction),
                            WIDE);
            assertTrue(layout.plot().width() > 1.3 * beside.plot().width());
            assertEquals(beside.plot().width(), untitled.plot().width());
            assertEquals(beside.plot().width(), keyed.plot().width());
            EndLabel name = layout.labels().getFirst();
            assertEquals("Xavier", name.lines().getFirst().text());
            assertTrue(name.box().bottom() <= layout.plot().y(), name::toString);
            assertEquals(layout.plot().right(), name.box().right(), 1e-9);
            assertFalse(name.box().overlaps(layout.title().box()));
            assertEquals(
                    "Xavier",
                    layout.hit(name.box().centerX(), name.box().centerY())
                            .orElseThrow()
                            .lines()
                            .getFirst());
        }
    }

    /// Whatever it is called: it must not come and go while a slider is dragged.
    @Test
    void whereTheRowIsShortItHasNone() {
        List<Integer> counts = new ArrayList<>();
        for (String name :
                List.of("He", "Xavier uniform, gain 2.25", "a name of a file ".repeat(9))) {
            for (Box area : List.of(WIDE, NARROW)) {
                LineView view = view(List.of(live(name, Curve.of(powers(0.9)))), Direction.FORWARD);
                LineLayout layout = layout(view, area);
                counts.add(layout.labels().size());
                for (EndLabel label : layout.labels()) {
                    assertEquals(1, label.lines().size());
                    assertFalse(label.box().overlaps(layout.title().box()), label::toString);
                }
            }
        }
        assertEquals(List.of(1, 0, 1, 0, 1, 0), counts);
    }

    @Test
    void whatTheoryComesToStandsInThePlotClearOfBothLines() {
        int placed = 0;
        for (Direction direction : Direction.values()) {
            for (double base : new double[] {0.5, 0.8, 0.97, 1, 1.1, 1.6}) {
                for (double theory : new double[] {0.4, 0.9, 1, 1.3}) {
                    Curve curve =
                            Curve.of(arriving(base, direction))
                                    .withTheory(arriving(theory, direction));
                    LineLayout layout = layout(view(List.of(live("He", curve)), direction), WIDE);
                    List<EndLabel> names =
                            layout.labels().stream().filter(each -> !each.isMeasured()).toList();
                    for (EndLabel name : names) {
                        assertTrue(Areas.encloses(layout.plot(), name.box()), name::toString);
                        assertFalse(name.trace().crosses(name.box()), name::toString);
                        assertFalse(
                                name.trace().theoryCrosses(name.box(), layout.placement()),
                                name::toString);
                        placed++;
                    }
                }
            }
        }
        // None at the foot of a steep line, nor where both end at one place.
        assertEquals(32, placed);
    }

    @Test
    void noLineLeadsToANameInTheRow() {
        LineLayout layout =
                layout(view(List.of(live("He", Curve.of(powers(0.9)))), Direction.FORWARD), WIDE);
        RecordedSurface surface = new RecordedSurface();
        layout.labels().forEach(each -> each.paintLeader(surface, Palette.LIGHT, layout.plot()));
        assertTrue(surface.painted.isEmpty());
    }

    @Test
    void aTitleThatSaysTheQuantityIsNotReadTwice() {
        LineView view = view(List.of(live("He", Curve.of(powers(0.9)))), Direction.FORWARD);
        record Case(String title, String read) {}
        for (Case each :
                List.of(
                        new Case("", "Layer 3 · Std"),
                        new Case("of activations", "Layer 3 · Std of activations"),
                        new Case("Std, at depth 4", "Layer 3 · Std, at depth 4"))) {
            LineLayout layout = layout(view.withTitle(each.title), WIDE);
            double x = layout.traces().getFirst().points().get(3).x();
            assertEquals(
                    each.read,
                    layout.hit(x, layout.plot().centerY()).orElseThrow().lines().getFirst());
        }
    }
}
