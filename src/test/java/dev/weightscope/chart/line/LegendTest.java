package dev.weightscope.chart.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Areas;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.axis.Stops;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How to read the lines, in words.
class LegendTest {
    private static final int DEPTH = 10;
    private static final Stops LAYERS =
            new Stops("Layer", "", IntStream.rangeClosed(1, DEPTH).boxed().toList());
    private static final Curve MEASURED = Curve.of(powers(0.9));
    private static final Curve ODD_INSIDE =
            MEASURED.withAside(new Curve.Aside("inside", Set.of(0, 2, 4, 6, 8)));
    private static final Curve.Band BAND = new Curve.Band("95 %", powers(0.8), powers(1.1));

    @Test
    void theLegendNamesWhatThereIs() {
        assertEquals("", view(MEASURED).legend());
        assertEquals(
                "solid measured · dashed theory · thin 10 draws",
                view(MEASURED.withTheory(powers(1))
                                .withBand(BAND)
                                .withDraws(Collections.nCopies(10, powers(1))))
                        .legend());
        assertEquals(
                List.of(
                        "solid measured · dotted inside · shaded 10 draws, darker the middle half",
                        "dotted inside · shaded 10 draws, darker the middle half",
                        "dotted inside · 10 draws, half of them darker"),
                view(ODD_INSIDE.withDraws(Collections.nCopies(10, powers(1)))).legends());
    }

    /// The first answer has one draw of those that are asked for; the room is that of all.
    @Test
    void theRoomOfALegendIsKeptWhileDrawsAreAwaited() {
        Curve theory = MEASURED.withTheory(powers(1));
        String widest = view(theory.withDraws(List.of(powers(1)))).widestLegend();
        assertEquals("dashed theory · 99 draws, half of them darker", widest);
        for (int draws : new int[] {2, 10, 50}) {
            LineView view = view(theory.withDraws(Collections.nCopies(draws, powers(1))));
            assertEquals(widest, view.widestLegend());
            assertTrue(view.legends().getLast().length() <= widest.length());
        }
        assertEquals("dashed theory", view(theory).widestLegend());
        assertEquals("", view(MEASURED).widestLegend());
    }

    @Test
    void aPictureOfItsOwnHoldsTheLegendInTheLongestFormThatHasRoom() {
        LineView view = view(ODD_INSIDE.withTheory(powers(0.8))).withKey();
        List<String> forms = view.legends();
        int checked = 0;
        for (Box area : Areas.ALL) {
            LineLayout layout = layout(view, area);
            String key = layout.key().text();
            assertTrue(forms.contains(key), key);
            assertTrue(
                    Areas.encloses(area, layout.key().box()) || key.equals(forms.getLast()), key);
            assertTrue(layout.key().baseline() < layout.plot().y());
            checked++;
        }
        assertEquals(4, checked);
        assertEquals("", layout(view(ODD_INSIDE), Areas.ALL.get(2)).key().text());
    }

    private static List<Double> powers(double base) {
        return DoubleStream.iterate(1, value -> value * base).limit(DEPTH).boxed().toList();
    }

    private static LineView view(Curve curve) {
        return LineView.of(
                "Std", LAYERS, List.of(new Series<>("live", 0, Series.Role.LIVE, curve)));
    }

    private static LineLayout layout(LineView view, Box area) {
        return new LineChart(view).layout(area, Areas.MEASURE);
    }
}
