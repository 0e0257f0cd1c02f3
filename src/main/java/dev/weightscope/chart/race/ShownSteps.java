package dev.weightscope.chart.race;

import dev.weightscope.chart.axis.Stops;
import dev.weightscope.model.SpacedSteps;
import java.util.function.IntUnaryOperator;

/// Which steps of a run a chart has places for: a plot has some hundred pixels.
public final class ShownSteps {
    /// More places than these cannot be told apart.
    private static final int MOST = 400;

    private ShownSteps() {}

    /// All of 0..last, or some of them.
    public static Stops of(int last) {
        return new Stops("Step", "", new SpacedSteps(last, MOST).steps().boxed().toList());
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
