package dev.weightscope.race;

import dev.weightscope.training.Curve;
import dev.weightscope.training.RunState;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// A figure of all draws by step: each as it is, and their median.
///
/// A draw that has ended keeps its last value, so that a median does not jump where one ends.
public final class DrawnCurves {
    private final List<Curve> curves;
    private final int length;

    DrawnCurves(List<RunState> draws, Function<RunState, Curve> curve) {
        curves = draws.stream().map(curve).toList();
        length =
                draws.stream()
                        .filter(each -> !each.hasEnded())
                        .map(curve)
                        .mapToInt(Curve::length)
                        .min()
                        .orElseGet(() -> curves.stream().mapToInt(Curve::length).max().orElse(0));
    }

    /// How many steps every draw knows, the start included: 0 where there is none yet, or no such
    /// figure.
    public int length() {
        return curves.stream().anyMatch(Curve::isEmpty) ? 0 : length;
    }

    public int draws() {
        return curves.size();
    }

    /// The value of a draw at a step below [#length].
    public double at(int draw, int step) {
        Curve curve = curves.get(draw);
        return curve.at(Math.min(step, curve.length() - 1));
    }

    /// The median over the draws at a step below [#length]: of an even number the mean of the two
    /// in the middle. What is not finite counts as infinite.
    public double median(int step) {
        double[] values = new double[draws()];
        for (int draw = 0; draw < values.length; draw++) {
            double value = at(draw, step);
            values[draw] = Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
        }
        return median(values);
    }

    /// The median at the last step; NaN where there is none.
    public double lastMedian() {
        return length() == 0 ? Double.NaN : median(length() - 1);
    }

    /// @param values at least one; sorted by this
    static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        double upper = values[middle];
        return values.length % 2 == 1 || Double.isInfinite(upper)
                ? upper
                : (values[middle - 1] + upper) / 2;
    }
}
