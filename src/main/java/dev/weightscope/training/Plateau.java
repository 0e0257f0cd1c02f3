package dev.weightscope.training;

/// Whether the last losses have stayed within 2 % of the largest among them, and are not all 0,
/// where nothing is left to learn: their extremes, in a window that moves on with every loss, by
/// two queues of candidates.
final class Plateau {
    private static final double WITHIN = 0.02;

    /// Fewer steps tell nothing.
    private static final int LEAST = 10;

    private final int window;
    private final Extremes largest;
    private final Extremes smallest;
    private int count;

    /// @param steps of the plan, half of which are looked at
    Plateau(int steps) {
        window = Math.max(LEAST, Math.ceilDiv(steps, 2));
        largest = new Extremes(1, window);
        smallest = new Extremes(-1, window);
    }

    void add(double loss) {
        largest.add(count, loss);
        smallest.add(count, loss);
        count++;
    }

    /// Whether there are enough losses, and they have not moved.
    boolean isReached() {
        double high = largest.value();
        return count > window && high != 0 && high - smallest.value() <= WITHIN * Math.abs(high);
    }

    /// The largest value times a sign in the window: of the candidates, each is smaller and later
    /// than the one before.
    private static final class Extremes {
        private final double sign;
        private final int window;
        private final double[] values;
        private final int[] steps;
        private int first;
        private int size;

        Extremes(double sign, int window) {
            this.sign = sign;
            this.window = window;
            this.values = new double[window + 2];
            this.steps = new int[window + 2];
        }

        void add(int step, double value) {
            while (size > 0 && sign * values[place(size - 1)] <= sign * value) {
                size--;
            }
            values[place(size)] = value;
            steps[place(size)] = step;
            size++;
            if (steps[first] < step - window) {
                first = place(1);
                size--;
            }
        }

        private int place(int i) {
            return (first + i) % values.length;
        }

        double value() {
            return values[first];
        }
    }
}
