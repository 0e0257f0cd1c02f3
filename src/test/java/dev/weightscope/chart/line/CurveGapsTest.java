package dev.weightscope.chart.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.chart.Areas;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.Stops;
import dev.weightscope.chart.axis.Tick;
import dev.weightscope.chart.axis.ValueScale;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Curves over measured places, of which some are not known yet.
class CurveGapsTest {
    private static final Stops GAINS =
            Stops.measured(
                    "Gain",
                    List.of(0.0, 0.5, 0.75, 1.0),
                    new Stops.Measured(
                            List.of("1", "2", "2.83", "4"), new Range(1, 4), ValueScale.LOG));

    private static LineLayout layout(Curve live, Curve pinned) {
        return new LineChart(
                        LineView.of(
                                "Std",
                                GAINS,
                                List.of(
                                        new Series<>("pinned", 1, Series.Role.PINNED, pinned),
                                        new Series<>("live", 0, Series.Role.LIVE, live))))
                .layout(new Box(0, 0, 600, 300), Areas.MEASURE);
    }

    @Test
    void nothingIsReadOffWhereNothingIsKnown() {
        Curve coarse = Curve.of(List.of(1.0, Double.NaN, 7.0, 4.0)).withGaps(Set.of(1, 2));
        LineLayout layout = layout(Curve.of(List.of(1.0, 2.0, 3.0, 4.0)), coarse);
        double x = layout.x(Stops.numberOf(0.5));
        assertEquals(
                List.of("Gain 2 · Std", "live  2"),
                layout.hit(x, layout.plot().y() + 20).orElseThrow().lines());
        assertEquals(
                List.of("Gain 4 · Std", "pinned  4", "live  4"),
                layout.hit(layout.x(Stops.numberOf(1)), 60).orElseThrow().lines());
    }

    @Test
    void whatIsNotKnownIsNoResult() {
        Curve coarse = Curve.of(List.of(1.0, Double.NaN, Double.NaN, 4.0)).withGaps(Set.of(1, 2));
        LineLayout layout = layout(Curve.of(List.of(1.0, 2.0, 3.0, 4.0)), coarse);
        LineLayout whole =
                layout(
                        Curve.of(List.of(1.0, 2.0, 3.0, 4.0)),
                        Curve.of(List.of(1.0, 2.0, 3.0, 4.0)));
        assertEquals(whole.plot(), layout.plot()); // no row for values that are not a number
        assertThrows(
                IllegalArgumentException.class,
                () -> Curve.of(List.of(1.0, 2.0)).withGaps(Set.of(0, 1)));
    }

    @Test
    void placesLieByTheirValuesAndAreNumberedByThem() {
        assertEquals(0.5, GAINS.share(1));
        assertEquals("Gain 2.83", GAINS.name(2));
        List<Tick> ticks = GAINS.ticks(400, 60);
        Tick two =
                ticks.stream().filter(tick -> tick.label().equals("2")).findFirst().orElseThrow();
        assertEquals(0.5, two.value(), 1e-9);
    }
}
