package dev.weightscope.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Areas;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.axis.Stops;
import dev.weightscope.chart.line.LineChart;
import dev.weightscope.chart.line.LineLayout;
import dev.weightscope.chart.plane.MapLayout;
import dev.weightscope.chart.plane.PlaneMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepViewsTest {
    /// On logarithmic and on linear axes, of shares too, whose numbers are of other widths.
    @Test
    void eachPointOfTheCurvesIsAboveItsCellsOfTheMap() {
        String[] table = {
            "--over gain --from 0.5 --to 4 --log --points 5 --and depth --to2 4 --points2 3",
            "--over gain --from 0.5 --to 4 --points 5 --and depth --to2 4 --measure saturated",
            "--over bias-scale --to 1 --points 3 --and seed --points2 2 --measure last-rms",
        };
        int checked = 0;
        for (String settings : table) {
            SweepAnswer answer = Sweeps.solve(settings, "--bias normal");
            List<Series<SweepAnswer>> answers =
                    List.of(new Series<>("Live", 0, Series.Role.LIVE, answer));
            LineChart curves = (LineChart) SweepViews.CURVES.chart(answers);
            PlaneMap map = (PlaneMap) SweepViews.MAP.chart(answers);
            LineLayout above = curves.layout(Areas.ALL.get(1), Areas.MEASURE);
            MapLayout below = map.layout(Areas.ALL.get(1), Areas.MEASURE);
            Way over = answer.settings().over();
            for (double share : new double[] {0, 0.25, 1}) {
                assertEquals(over.at(share), below.xAt(above.x(Stops.numberOf(share))), 1e-5);
                checked++;
            }
            assertEquals(over.name(), above.axisName().text());
            assertEquals(over.name(), map.view().x().name());
            assertTrue(map.view().lines().getFirst().name().endsWith(": the curves"), settings);
        }
        assertEquals(9, checked);
    }
}
