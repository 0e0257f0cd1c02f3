package dev.weightscope.chart.race;

import dev.weightscope.chart.axis.Stops;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Which steps of a run a chart has places for: a plot has some hundred pixels.
public final class ShownSteps {
    /// More places than these cannot be told apart.
    private static final int MOST = 400;

    /// The first steps, at which a loss falls most.
    private static final int FIRST = 10;

    private ShownSteps() {}

    /// All of 0..last, or the first ones and evenly spaced ones; the last is always among them.
    public static Stops of(int last) {
        int spacing = Math.ceilDiv(last, MOST);
        List<Integer> steps =
                IntStream.rangeClosed(0, last)
                        .filter(step ->
                                spacing <= 1
                                        || step <= FIRST
                                        || step % spacing == 0
                                        || step == last)
                        .boxed()
                        .toList();
        return new Stops("Step", "", steps);
    }

    /// Which of some steps is nearest to one; of two as near, the first.
    ///
    /// @param count at least 1
    /// @param steps by their numbers from 0, ascending
    public static int nearest(int count, IntUnaryOperator steps, double step) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (2 * step > (double) steps.applyAsInt(middle) + steps.applyAsInt(middle + 1)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
