package dev.weightscope.chart.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.chart.Areas;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.RecordedSurface;
import dev.weightscope.chart.RecordedSurface.Stroked;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.line.Cursor;
import dev.weightscope.chart.line.Curve;
import dev.weightscope.chart.line.LineChart;
import dev.weightscope.chart.line.LineLayout;
import dev.weightscope.chart.race.LossChart.Frame;
import dev.weightscope.chart.race.LossChart.Scale;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LossChartTest {
    private static final Box AREA = new Box(0, 0, 700, 420);

    @Test
    void aFrameHoldsWhatLearnsAndAllHoldsAll() {
        Range fit = chart(10, Frame.FIT, Scale.LOG).range();
        assertTrue(fit.low() > 0.03 && fit.low() < 0.051, fit::toString);
        assertEquals(SampleRace.runs(10).get(2).values().loss().median(0) * 1.15, fit.high(), 0.01);
        Range all = chart(10, Frame.ALL, Scale.LOG).range();
        assertTrue(all.contains(80) && all.contains(0.05), all::toString);
        assertEquals(0, chart(10, Frame.FIT, Scale.LINEAR).range().low());
    }

    @Test
    void whatIsBeyondTheFrameLeavesItsValueAtTheEdge() {
        List<Stroked> fit = painted(chart(10, Frame.FIT, Scale.LOG));
        String value = "at 71.1";
        Stroked mark =
                fit.stream().filter(each -> each.what().equals(value)).findFirst().orElseThrow();
        LineLayout layout = layout(chart(10, Frame.FIT, Scale.LOG));
        assertTrue(mark.box().bottom() <= layout.plot().y());
        assertTrue(
                painted(chart(10, Frame.ALL, Scale.LOG)).stream()
                        .noneMatch(each -> each.what().startsWith("at ")));
        // Nothing of its curve is drawn elsewhere: all lines stay in the plot or lead to its name.
        assertTrue(
                fit.stream()
                        .filter(each -> each.what().equals("solid"))
                        .allMatch(each -> each.box().y() >= layout.plot().y() - 1));
    }

    @Test
    void manyDrawsAreABandAndFewAreLines() {
        int runs = SampleRace.runs(1).size();
        List<Integer> checked =
                Stream.of(1, 9, 10)
                        .map(draws -> {
                            List<Stroked> painted = painted(chart(draws, Frame.ALL, Scale.LOG));
                            long bands =
                                    painted.stream()
                                            .filter(each -> each.what().equals("polygon"))
                                            .count();
                            assertEquals(draws >= Lines.MANY ? runs : 0, bands);
                            long lines =
                                    painted.stream()
                                            .filter(each -> each.what().equals("solid"))
                                            .count();
                            boolean hasThin = draws > 1 && draws < Lines.MANY;
                            assertEquals(
                                    hasThin, lines > 2L * runs * SampleRace.LAST, draws + " draws");
                            return draws;
                        })
                        .toList();
        assertEquals(3, checked.size());
    }

    @Test
    void aRingMarksTheGoalWithTheStepOfTheSelectedRun() {
        List<Series<LossChart.Run>> runs = SampleRace.runs(10);
        int step = runs.getFirst().values().goalStep().orElseThrow();
        List<Stroked> painted = painted(chart(10, Frame.FIT, Scale.LOG));
        assertEquals(1, count(painted, "step " + step));
        long reached = runs.stream().filter(run -> run.values().goalStep().isPresent()).count();
        assertEquals(2, reached);
        // A ring is two discs, and so is each dot at the cursor.
        LineLayout layout = layout(chart(10, Frame.FIT, Scale.LOG));
        double x = layout.x(step);
        assertEquals(
                2,
                painted.stream()
                        .filter(each -> each.what().equals("disc"))
                        .filter(each -> Math.abs(each.box().centerX() - x) < 0.01)
                        .count());
    }

    @Test
    void noNameOfALineIsWrittenOverTheStepOfTheGoal() {
        int checked = 0;
        for (Box area : Areas.ALL) {
            for (Frame frame : Frame.values()) {
                RecordedSurface surface = new RecordedSurface();
                chart(10, frame, Scale.LOG)
                        .layout(area, Areas.MEASURE)
                        .paint(surface, Palette.DARK);
                Stroked step =
                        surface.painted.stream()
                                .filter(each -> each.what().startsWith("step "))
                                .findFirst()
                                .orElseThrow();
                for (String name : List.of("goal 0.1", "ln 2: guessing")) {
                    assertTrue(
                            surface.painted.stream()
                                    .filter(each -> each.what().equals(name))
                                    .noneMatch(each -> each.box().overlaps(step.box())),
                            () -> name + " in " + area);
                    checked++;
                }
            }
        }
        assertEquals(16, checked);
    }

    @Test
    void theCursorStandsAtItsStepWithADotOnEachCurveInTheFrame() {
        LineChart chart =
                new LineChart(
                        new LossChart(
                                        SampleRace.runs(10),
                                        SampleRace.LAST,
                                        SampleRace.MARKS,
                                        Frame.FIT,
                                        Scale.LOG)
                                .view()
                                .withCursor(200));
        LineLayout layout = layout(chart);
        double x = layout.x(200);
        long dots =
                painted(chart).stream()
                        .filter(each -> each.what().equals("disc"))
                        .filter(each -> Math.abs(each.box().centerX() - x) < 0.01)
                        .count();
        assertEquals(5 * 2, dots);
        Hit hit = layout.hit(x, layout.plot().centerY()).orElseThrow();
        assertEquals(200, hit.stop());
        assertEquals("Step 200 · Loss", hit.lines().getFirst());
        assertTrue(
                hit.lines().stream().anyMatch(line -> line.startsWith("    80 % of 10 draws ")),
                () -> hit.lines().toString());
    }

    @Test
    void theCursorIsDrawnThroughNoNameAndWholeElsewhere() {
        LineChart chart = chart(10, Frame.FIT, Scale.LOG);
        LineLayout layout = layout(chart);
        List<Box> names =
                painted(chart).stream()
                        .filter(each -> each.what().matches("goal .*|ln 2: guessing|step .*"))
                        .map(Stroked::box)
                        .toList();
        assertEquals(3, names.size());
        int interrupted = 0;
        for (int step = 0; step <= SampleRace.LAST; step++) {
            Cursor cursor = layout.cursorAt(step);
            double x = cursor.x();
            List<Box> crossed =
                    names.stream().filter(name -> name.x() < x && x < name.right()).toList();
            for (Cursor.Piece piece : cursor.line()) {
                assertTrue(piece.top() < piece.bottom());
                assertTrue(
                        crossed.stream()
                                .allMatch(name ->
                                        piece.bottom() <= name.y() || piece.top() >= name.bottom()),
                        () -> piece + " through " + crossed);
            }
            double drawn =
                    cursor.line().stream().mapToDouble(each -> each.bottom() - each.top()).sum();
            if (crossed.isEmpty()) {
                assertTrue(drawn >= layout.plot().height() - 2 * 16, "a name's margin at most");
            } else {
                assertTrue(drawn < layout.plot().height());
                interrupted++;
            }
        }
        assertTrue(interrupted > 20, interrupted + " steps");
    }

    @Test
    void namesAndMarksStayInTheAreaAndNamesApart() {
        int checked = 0;
        for (Box area : Areas.ALL) {
            for (Frame frame : Frame.values()) {
                for (Scale scale : Scale.values()) {
                    LineLayout layout = chart(10, frame, scale).layout(area, Areas.MEASURE);
                    RecordedSurface surface = new RecordedSurface();
                    layout.paint(surface, Palette.DARK);
                    List<Stroked> names =
                            surface.painted.stream()
                                    .filter(each ->
                                            SampleRace.runs(1).stream()
                                                    .anyMatch(
                                                            run -> run.label().equals(each.what())))
                                    .toList();
                    for (Stroked name : names) {
                        assertTrue(Areas.encloses(area, name.box()), name::toString);
                        assertFalse(
                                names.stream()
                                        .anyMatch(other ->
                                                !other.equals(name)
                                                        && other.box().overlaps(name.box())));
                        checked++;
                    }
                }
            }
        }
        assertTrue(checked > 60, checked + " names");
    }

    @Test
    void aRunThatEndsEarlyStaysAtItsLastValueAndOneThatGoesOnDoesNot() {
        Lines.Line ended = new Lines.Line(new double[] {4, Double.NaN}, true);
        Lines.Line short1 = new Lines.Line(new double[] {1, 2, 3}, false);
        Lines.Line long1 = new Lines.Line(new double[] {2, 3, 4, 5}, false);
        assertEquals(3, new Lines(List.of(ended, short1, long1)).length());
        assertEquals(4, new Lines(List.of(ended, long1)).length());
        assertEquals(2, new Lines(List.of(ended)).length());
        Lines.Line none = new Lines.Line(new double[] {}, false);
        assertEquals(0, new Lines(List.of(ended, none)).length());
        assertEquals(4, new Lines(List.of(ended, short1, long1)).median(2));
        assertEquals(
                List.of(1.0, 2.0, 3.0),
                new Lines(List.of(short1)).curve(List.of(0, 1, 2, 3)).measured());
    }

    @Test
    void whatWasThereBeforeIsBehindAndMayBeLonger() {
        Lines now = new Lines(List.of(new Lines.Line(new double[] {1, 2}, false)));
        Lines before = new Lines(List.of(new Lines.Line(new double[] {5, 6, 7, 8}, true)));
        Curve curve = now.withBefore(before).curve(List.of(0, 1, 2));
        assertEquals(List.of(1.0, 2.0), curve.measured());
        assertEquals(List.of(5.0, 6.0, 7.0), curve.behind());
    }

    @Test
    void theMiddleEightyPerCentAreStraightBetweenDraws() {
        Lines lines =
                new Lines(
                        IntStream.rangeClosed(0, 10)
                                .mapToObj(i -> new Lines.Line(new double[] {i * i}, true))
                                .toList());
        Curve curve = lines.curve(List.of(0));
        Curve.Band band = curve.band().orElseThrow();
        assertEquals(
                List.of(List.of(1.0), List.of(25.0), List.of(81.0)),
                List.of(band.low(), curve.measured(), band.high()));
    }

    @Test
    void placesAreAsManyAsCanBeTold() {
        assertEquals(301, ShownSteps.of(300).count());
        List<Integer> steps = ShownSteps.of(100_000).numbers();
        assertEquals(
                List.of(0, 1, 2, 10, 250, 500),
                List.of(
                        steps.get(0),
                        steps.get(1),
                        steps.get(2),
                        steps.get(10),
                        steps.get(11),
                        steps.get(12)));
        assertEquals(100_000, steps.getLast());
        assertTrue(steps.size() < 420);
    }

    @Test
    void aDivergedRunIsMarkedWhereItIsNotFinite() {
        double[] values = {80, 3e4, 5e6, 6e13, Double.NaN};
        Lines lines = new Lines(List.of(new Lines.Line(values, true)));
        Series<LossChart.Run> run =
                new Series<>(
                        "3 × He",
                        1,
                        Series.Role.PINNED,
                        new LossChart.Run(lines, OptionalInt.empty()));
        LineChart chart =
                new LineChart(
                        new LossChart(
                                        List.of(run, SampleRace.runs(1).getFirst()),
                                        SampleRace.LAST,
                                        SampleRace.MARKS,
                                        Frame.ALL,
                                        Scale.LOG)
                                .view());
        assertEquals(1, count(painted(chart), "3 × He → NaN"));
        assertTrue(chart.range().contains(6e13));
    }

    private static LineChart chart(int draws, Frame frame, Scale scale) {
        return new LineChart(
                new LossChart(
                                SampleRace.runs(draws),
                                SampleRace.LAST,
                                SampleRace.MARKS,
                                frame,
                                scale)
                        .view());
    }

    private static LineLayout layout(LineChart chart) {
        return chart.layout(AREA, Areas.MEASURE);
    }

    private static List<Stroked> painted(LineChart chart) {
        RecordedSurface surface = new RecordedSurface();
        layout(chart).paint(surface, Palette.LIGHT);
        return surface.painted;
    }

    private static long count(List<Stroked> painted, String what) {
        return painted.stream().filter(each -> each.what().equals(what)).count();
    }
}
