package dev.weightscope.chart.histogram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.SampleSnapshots;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.model.Histogram;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.TensorStatistics;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CountScaleTest {
    private static final Box BOX = new Box(0, 0, 200, 100);

    private record Case(String what, float[] values, Scale scale, OptionalInt cut) {}

    @Test
    void onlyAFullBinOfExactZerosIsCut() {
        OptionalInt none = OptionalInt.empty();
        List<Case> cases =
                List.of(
                        new Case("half zeros", spread(100, 100), Scale.LINEAR, OptionalInt.of(0)),
                        new Case("half zeros, log counts", spread(100, 100), Scale.LOG, none),
                        new Case("few zeros", spread(10, 100), Scale.LINEAR, none),
                        new Case("no more than twice the next", spread(3, 20), Scale.LINEAR, none),
                        new Case("nothing but zeros", spread(9, 0), Scale.LINEAR, none));
        for (Case each : cases) {
            TensorStatistics statistics =
                    SampleSnapshots.statistics(each.values(), 1, Double.NaN, Double.NaN);
            assertEquals(each.cut(), CountScale.of(statistics, each.scale()).cut(), each::what);
        }
        assertEquals(5, cases.size());
    }

    /// So many zeros, then one value in the middle of each of 100 equal steps of 0..1, twice.
    private static float[] spread(int zeros, int others) {
        float[] values = new float[zeros + 2 * others];
        for (int i = 0; i < others; i++) {
            values[zeros + i] = (i + 0.5F) / others;
            values[zeros + others + i] = values[zeros + i];
        }
        return values;
    }

    @Test
    void theBarOfZerosFillsThePlotAndTheOthersAreReadable() {
        TensorStatistics statistics = SampleSnapshots.relu().layer(5).activation();
        HistogramPlot plot =
                new HistogramPlot(
                        "Layer 5",
                        5,
                        Quantity.ACTIVATION,
                        statistics,
                        Scale.LINEAR,
                        Range.of(statistics.histogram()),
                        0,
                        BOX);
        Box cut = plot.cutBar().orElseThrow();
        Histogram histogram = statistics.histogram();
        double next =
                plot.bars().stream()
                        .filter(bar -> bar.x() > cut.x())
                        .mapToDouble(Box::height)
                        .max()
                        .orElseThrow();
        assertEquals(98, cut.height(), 0.01);
        assertTrue(next > 70 && next < 85, () -> "the next bar is %s high".formatted(next));
        Hit hit = plot.hit(cut.centerX(), 50).orElseThrow();
        long most = Arrays.stream(histogram.counts()).max().orElseThrow();
        String counted = "%,d values".formatted(most);
        assertTrue(hit.lines().getLast().startsWith(counted), () -> hit.lines().toString());
    }
}
