package dev.weightscope.chart.axis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Areas;
import dev.weightscope.chart.TextStyle;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TicksTest {
    private record LinearCase(double low, double high, int count, List<String> labels) {}

    private record LogCase(double low, double high, int most, List<String> labels) {}

    private record BoundsCase(double smallest, double largest, double low, double high) {}

    @Test
    void linearTicksAreRoundNumbersInsideTheRange() {
        List<LinearCase> cases =
                List.of(
                        new LinearCase(-1, 1, 5, List.of("−1", "−0.5", "0", "0.5", "1")),
                        new LinearCase(-1, 1, 3, List.of("−1", "0", "1")),
                        new LinearCase(0, 1, 2, List.of("0", "1")),
                        new LinearCase(-0.0775, 0.0775, 5, List.of("−0.05", "0", "0.05")),
                        new LinearCase(-3.4e38, 3.4e38, 4, List.of("−2e38", "0", "2e38")),
                        new LinearCase(3e-7, 9e-7, 3, List.of("4e−7", "6e−7", "8e−7")),
                        new LinearCase(100, 101, 3, List.of("100", "100.5", "101")),
                        new LinearCase(0, 120_000, 4, List.of("0", "5e4", "1e5")),
                        new LinearCase(
                                100_000, 100_001, 3, List.of("100000", "100000.5", "100001")),
                        new LinearCase(-4.31e-17, 1, 3, List.of("0", "0.5", "1")));
        for (LinearCase each : cases) {
            List<Tick> ticks = LinearTicks.atMost(new Range(each.low(), each.high()), each.count());
            assertEquals(each.labels(), labels(ticks), each::toString);
            ticks.forEach(tick ->
                    assertTrue(
                            tick.value() >= each.low() && tick.value() <= each.high(),
                            each::toString));
        }
        assertEquals(10, cases.size());
    }

    /// A number on one side of 0 alone would say nothing of the other.
    @Test
    void anEvenRangeHasTicksOnBothSidesOfZeroOrNone() {
        int checked = 0;
        for (double most : new double[] {1, 4.9, 11.4, 2.4e4, 3e38}) {
            Range range = new Range(-most, most);
            for (double length = 40; length <= 400; length += 6) {
                List<Tick> ticks =
                        LinearTicks.fitting(range, length, Areas.MEASURE, TextStyle.TICK);
                double sum = ticks.stream().mapToDouble(Tick::value).sum();
                if (length >= 76) {
                    assertTrue(ticks.size() >= 2, ticks::toString);
                }
                if (ticks.size() > 2 || length >= 76) {
                    assertEquals(0, sum, 1e-9 * most, ticks::toString);
                }
                checked++;
            }
            List<Tick> upright = LinearTicks.spaced(range, 92, 30);
            assertEquals(0, upright.stream().mapToDouble(Tick::value).sum(), 1e-9 * most);
            assertTrue(upright.size() >= 3, upright::toString);
        }
        assertEquals(305, checked);
    }

    @Test
    void linearTicksNeverTouchWhateverTheLength() {
        int checked = 0;
        for (Range range :
                List.of(
                        new Range(-1, 1),
                        new Range(-3.3e38, 3e38),
                        new Range(0, 7),
                        new Range(-11_300, 10_100))) {
            for (double length = 20; length <= 900; length += 20) {
                double end = Double.NEGATIVE_INFINITY;
                for (Tick tick :
                        LinearTicks.fitting(range, length, Areas.MEASURE, TextStyle.TICK)) {
                    double width = Areas.MEASURE.textWidth(tick.label(), TextStyle.TICK);
                    double center = range.share(tick.value()) * length;
                    double start = Math.max(0, Math.min(center - width / 2, length - width));
                    double before = end;
                    assertTrue(start >= before + 8, () -> range + " touches");
                    end = start + width;
                }
                checked++;
            }
        }
        assertEquals(180, checked);
    }

    @Test
    void anAxisHasTwoNumbersFromTheWidthOfASmallPanelOn() {
        List<Range> ranges =
                List.of(
                        new Range(-3.9, 3.9),
                        new Range(-1.1e6, 1.2e6),
                        new Range(-0.123456, 0.133),
                        new Range(-9.87e-7, 1e-6),
                        new Range(-3.3e38, 3.3e38),
                        new Range(0, 250787),
                        new Range(10_000, 10_001));
        for (Range range : ranges) {
            for (double length = 78; length <= 300; length += 1) {
                List<Tick> ticks =
                        LinearTicks.fitting(range, length, Areas.MEASURE, TextStyle.TICK);
                assertTrue(ticks.size() >= 2, () -> range + ": " + ticks);
            }
        }
        assertEquals(7, ranges.size());
    }

    @Test
    void logTicksGetCoarserAsTheRangeGrows() {
        List<LogCase> cases =
                List.of(
                        new LogCase(0.2, 1, 8, List.of("0.2", "0.5", "1")),
                        new LogCase(0.001, 10, 6, List.of("0.001", "0.01", "0.1", "1", "10")),
                        new LogCase(0.2, 5, 4, List.of("0.2", "1", "5")),
                        new LogCase(0.02, 0.5, 2, List.of("0.02", "0.5")),
                        new LogCase(2e-5, 5e-5, 8, List.of("2e−5", "3e−5", "4e−5", "5e−5")),
                        new LogCase(
                                1e-7,
                                1,
                                8,
                                List.of(
                                        "1e−7", "1e−6", "1e−5", "1e−4", "1e−3", "0.01", "0.1",
                                        "1")),
                        new LogCase(0.97, 1, 8, List.of("0.97", "0.98", "0.99", "1")),
                        new LogCase(0.4, 1, 8, List.of("0.4", "0.6", "0.8", "1")),
                        new LogCase(
                                1e-38,
                                1e38,
                                9,
                                List.of("1e−30", "1e−20", "1e−10", "1", "1e10", "1e20", "1e30")));
        for (LogCase each : cases) {
            assertEquals(
                    each.labels(),
                    labels(LogTicks.of(new Range(each.low(), each.high()), each.most())),
                    each::toString);
        }
        assertEquals(9, cases.size());
    }

    @Test
    void logBoundsAreRoundAndForgiveAHairBeyond() {
        List<BoundsCase> cases =
                List.of(
                        new BoundsCase(0.228, 1.003, 0.2, 1),
                        new BoundsCase(0.486, 1, 0.4, 1),
                        new BoundsCase(0.228, 1.2, 0.2, 1.2),
                        new BoundsCase(0.99, 1.01, 0.99, 1.01),
                        new BoundsCase(1, 1, 0.99, 1.01),
                        new BoundsCase(0.97, 1, 0.97, 1),
                        new BoundsCase(0.08, 1, 0.05, 1),
                        new BoundsCase(3e-7, 1, 2e-7, 1),
                        new BoundsCase(1e-45, 3e38, 1e-45, 5e38));
        for (BoundsCase each : cases) {
            Range range = LogTicks.bounds(each.smallest(), each.largest());
            assertEquals(each.low(), range.low(), each.low() * 1e-9, each::toString);
            assertEquals(each.high(), range.high(), each.high() * 1e-9, each::toString);
        }
        assertEquals(9, cases.size());
    }

    @Test
    void zeroIsAmongTheTicksOfARangeThatHoldsIt() {
        int checked = 0;
        for (Range range :
                List.of(
                        new Range(-4.31e-17, 0.02),
                        new Range(-9.9e4, 1.1e5),
                        new Range(-0.0031, 12),
                        new Range(-3.3e38, 3.3e38),
                        new Range(-1, 1))) {
            for (double length = 100; length <= 400; length += 20) {
                List<String> labels =
                        labels(LinearTicks.fitting(range, length, Areas.MEASURE, TextStyle.TICK));
                assertTrue(labels.contains("0"), () -> range + ": " + labels);
                checked++;
            }
        }
        assertEquals(80, checked);
    }

    @Test
    void stepsOfARunAreAnAxisToo() {
        Stops steps = new Stops("Step", "Start", List.of(0, 1, 2, 5, 10, 100, 1000));
        assertEquals("Start", steps.name(0));
        assertEquals("Step 100", steps.name(5));
        assertEquals(5, steps.nearest(0.12));
        assertEquals(0.1, steps.share(5));
        assertEquals(
                List.of("start", "200", "400", "600", "800", "1000"),
                labels(steps.ticks(500, 60)).stream().toList());
        assertEquals(List.of(0, 1, 2), steps.first(3).numbers());
    }

    @Test
    void theLastPlaceMayHaveAName() {
        Stops layers =
                new Stops("Layer", "", List.of(1, 2, 3)).withLast(new Stops.Name("Output", "out"));
        assertEquals("Layer 2", layers.name(1));
        assertEquals("Output", layers.name(2));
        assertEquals(List.of("1", "2", "out"), labels(layers.ticks(500, 60)));
        assertEquals("Layer 2", layers.first(2).name(1));
    }

    @Test
    void layerTicksBeginWithTheInputAndEndWithTheLastLayer() {
        int checked = 0;
        for (int depth : new int[] {1, 2, 3, 7, 10, 37, 99, 100, 101, 999, 1000}) {
            for (double length : new double[] {120, 300, 900}) {
                List<Tick> ticks = Stops.layers(depth).ticks(length, 40);
                assertEquals("input", ticks.getFirst().label());
                assertEquals(Integer.toString(depth), ticks.getLast().label());
                List<Double> places = new ArrayList<>();
                ticks.forEach(tick -> places.add(tick.value() * length));
                for (int i = 1; i < places.size(); i++) {
                    double apart = places.get(i) - places.get(i - 1);
                    assertTrue(apart >= 39.9, depth + " layers on " + length + ": " + ticks);
                }
                checked++;
            }
        }
        assertEquals(33, checked);
    }

    @Test
    void aPlotWithoutWidthLeftHasTheFirstAndTheLastPlaceAlone() {
        int checked = 0;
        for (double length : new double[] {-40, -1e-6, 0, 1e-9, Double.NaN}) {
            assertEquals(
                    List.of("input", "30"),
                    labels(Stops.layers(30).ticks(length, 40)),
                    "" + length);
            assertEquals(
                    List.of("1", "30"), labels(LayerTicks.ofLayers(30, length, 40)), "" + length);
            checked++;
        }
        assertEquals(5, checked);
    }

    private static List<String> labels(List<Tick> ticks) {
        return ticks.stream().map(Tick::label).toList();
    }

    @Test
    void fewWholeNumbersAreNamedWhereTheyStand() {
        Range range = new Range(1, 32);
        Stops stops =
                Stops.measured(
                        "Depth",
                        List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0),
                        new Stops.Measured(
                                List.of("1", "2", "4", "8", "16", "32"), range, ValueScale.LOG));
        assertEquals(
                List.of("1", "2", "4", "8", "16", "32"),
                stops.ticks(300, 30).stream().map(Tick::label).toList());
        assertEquals(0.4, stops.ticks(300, 30).get(2).value(), 1e-6);
        assertTrue(stops.ticks(100, 30).size() < 6);
    }
}
