package dev.weightscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuantilesTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;

    private record Case(double[] values, double share, double expected) {}

    @Test
    void theyLieStraightBetweenTheTwoNearestAndWhatIsNotANumberIsTheWorst() {
        List<Case> cases =
                List.of(
                        new Case(new double[] {3, 1, 2}, 0.5, 2),
                        new Case(new double[] {4, 1, 2, 3}, 0.5, 2.5),
                        new Case(new double[] {5, 1, 2, 3, 4}, 0.25, 2),
                        new Case(new double[] {0, 10}, 0.1, 1),
                        new Case(new double[] {7}, 0.9, 7),
                        new Case(new double[] {NAN}, 0.5, NAN),
                        new Case(new double[] {1, NAN, 2}, 0.5, 2),
                        new Case(new double[] {1, NAN}, 0.5, INF),
                        new Case(new double[] {INF, 1, INF, 2}, 0.5, INF),
                        new Case(new double[] {NAN, NAN, INF, 1}, 0.9, INF),
                        new Case(new double[] {1, 2, 3, NAN}, 0.5, 2.5),
                        new Case(new double[] {-INF, 1}, 0.5, -INF));
        for (Case each : cases) {
            double[] before = each.values().clone();
            assertEquals(each.expected(), Quantiles.of(each.values(), each.share()), 1e-15);
            assertEquals(List.of(boxed(before)), List.of(boxed(each.values())), "not modified");
        }
        assertEquals(12, cases.size());
    }

    @Test
    void ofSortedValuesWhatIsNotANumberStays() {
        double[] sorted = {1, 2, NAN, NAN};
        assertEquals(1, Quantiles.ofAscending(sorted, 0));
        assertEquals(1.5, Quantiles.ofAscending(sorted, 0.5 / 3), 1e-15);
        assertEquals(NAN, Quantiles.ofAscending(sorted, 0.5), "between 2 and NaN");
        assertEquals(NAN, Quantiles.ofAscending(sorted, 1));
        assertEquals(7, Quantiles.ofAscending(new double[] {7}, 0.9));
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
