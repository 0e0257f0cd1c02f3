package dev.weightscope.chart.plane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContoursTest {
    private static final int SIDE = 41;

    private static Cells cells(int side, DoubleBinaryOperator value) {
        List<Double> points = IntStream.range(0, side).mapToObj(i -> (double) i).toList();
        double[] values = new double[side * side];
        for (int i = 0; i < values.length; i++) {
            int row = i / side;
            values[i] = value.applyAsDouble(i % side, row);
        }
        return Cells.of(points, points, values);
    }

    @Test
    void theLevelOfAConeIsOneClosedCircle() {
        List<Contours.Line> lines =
                Contours.of(cells(SIDE, (x, y) -> Math.hypot(x - 20, y - 20)), 12.3);
        assertEquals(1, lines.size());
        Contours.Line circle = lines.getFirst();
        int last = circle.size() - 1;
        assertEquals(circle.columns()[0], circle.columns()[last]);
        assertEquals(circle.rows()[0], circle.rows()[last]);
        for (int i = 0; i < circle.size(); i++) {
            double radius = Math.hypot(circle.columns()[i] - 20, circle.rows()[i] - 20);
            assertEquals(12.3, radius, 0.02);
        }
        assertTrue(circle.size() > 80, "points " + circle.size());
    }

    @Test
    void theLevelOfAPlaneIsAStraightLineFromEdgeToEdge() {
        List<Contours.Line> lines = Contours.of(cells(SIDE, (x, y) -> x + 2 * y), 30.5);
        assertEquals(1, lines.size());
        Contours.Line line = lines.getFirst();
        for (int i = 0; i < line.size(); i++) {
            assertEquals(30.5, line.columns()[i] + 2 * line.rows()[i], 1e-12);
        }
        double ends = Math.abs(line.rows()[0] - line.rows()[line.size() - 1]);
        assertEquals(15.25, ends, 1e-12);
    }

    @Test
    void atASaddleTheMeanSaysWhichCornersBelongTogether() {
        List<Double> points = List.of(0.0, 1.0);
        for (double level : new double[] {0.4, 0.6}) {
            List<Contours.Line> lines =
                    Contours.of(Cells.of(points, points, new double[] {1, 0, 0, 1}), level);
            assertEquals(2, lines.size());
            // Below the mean of 0.5 the high corners are one region: each line is around a low one.
            Contours.Line first = lines.getFirst();
            double nearHigh =
                    first.columns()[0] + first.rows()[0] + first.columns()[1] + first.rows()[1];
            boolean isAroundHigh = Math.abs(nearHigh - 2) > 0.5;
            assertEquals(level > 0.5, isAroundHigh, "level " + level);
        }
    }

    @Test
    void whatIsNotKnownOrNotFiniteHasNoLine() {
        Cells whole = cells(SIDE, (x, y) -> x);
        BitSet lower = new BitSet();
        lower.set(0, SIDE * 21);
        Cells half = new Cells(whole.xs(), whole.ys(), whole.values(), lower);
        Contours.Line line = Contours.of(half, 7.5).getFirst();
        assertEquals(21, line.size());
        Cells hole = cells(SIDE, (x, y) -> y > 20 ? Double.POSITIVE_INFINITY : x);
        assertEquals(21, Contours.of(hole, 7.5).getFirst().size());
    }

    @Test
    void noLineFollowsAnEdgeThatIsAtTheLevelFromEndToEnd() {
        // As the ratio of the last layer to the first, of 1 layer in row 0, of 2 in row 1 ...
        Cells ratios = cells(9, (x, y) -> Math.pow(0.6 + x / 10, y));
        List<Contours.Line> lines = Contours.of(ratios, 1);
        assertEquals(1, lines.size());
        for (int i = 0; i < lines.getFirst().size(); i++) {
            assertTrue(lines.getFirst().rows()[i] >= 1, "row " + lines.getFirst().rows()[i]);
            assertEquals(4, lines.getFirst().columns()[i], 1e-9);
        }
        Cells turned = cells(9, (x, y) -> Math.pow(0.6 + y / 10, 8 - x));
        assertEquals(1, Contours.of(turned, 1).size());
        for (double column : Contours.of(turned, 1).getFirst().columns()) {
            assertTrue(column <= 7, "column " + column);
        }
    }
}
