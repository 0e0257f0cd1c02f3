package dev.weightscope.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Draws of one network that differ in their seeds alone: the experiment's own, the next one, and
/// so on.
///
/// @param asked how many there are to be
/// @param done those that are known, the experiment's own first; at least that one
public record Draws(int asked, List<Draw> done) {
    public Draws {
        done = List.copyOf(done);
        if (done.isEmpty() || done.size() > asked) {
            throw new IllegalArgumentException("%d of %d draws".formatted(done.size(), asked));
        }
    }

    /// Whether more than the experiment's own is asked for.
    public boolean areSeveral() {
        return asked > 1;
    }

    /// `50 draws`; `12 of 50 draws` while some of them are not known, and where they never will be.
    String label() {
        return done.size() == asked
                ? asked + " draws"
                : done.size() + " of %d draws".formatted(asked);
    }

    /// Those beside the experiment's own.
    public List<Draw> others() {
        return done.subList(1, done.size());
    }

    /// The experiment's own with others.
    Draws withOthers(List<Draw> others) {
        List<Draw> all = new ArrayList<>(List.of(done.getFirst()));
        all.addAll(others);
        return new Draws(asked, all);
    }

    /// How a number lies in all draws that are known.
    public Quartiles quartiles(ToDoubleFunction<Draw> number) {
        return Quartiles.of(done.stream().mapToDouble(number).toArray());
    }

    /// Five numbers that say how others lie. Between two of them they are interpolated linearly, as
    /// NumPy's `percentile` does unless it is told otherwise (Hyndman & Fan 1996, type 7). NaN
    /// counts as the largest.
    public record Quartiles(double min, double q1, double median, double q3, double max) {
        /// Of its numbers, in order.
        static final List<String> NAMES = List.of("min", "q1", "median", "q3", "max");

        private static final int INTERVALS = NAMES.size() - 1;

        /// @param numbers at least one
        static Quartiles of(double[] numbers) {
            double[] sorted = numbers.clone();
            Arrays.sort(sorted);
            return new Quartiles(
                    at(sorted, 0), at(sorted, 1), at(sorted, 2), at(sorted, 3), at(sorted, 4));
        }

        public List<Double> inOrder() {
            return List.of(min, q1, median, q3, max);
        }

        private static double at(double[] sorted, int quarters) {
            int place = quarters * (sorted.length - 1);
            double low = sorted[place / INTERVALS];
            double share = place % INTERVALS / (double) INTERVALS;
            if (share == 0) {
                return low;
            }
            double high = sorted[place / INTERVALS + 1];
            return low == high ? low : low + share * (high - low); // ∞ − ∞ is no number
        }
    }
}
