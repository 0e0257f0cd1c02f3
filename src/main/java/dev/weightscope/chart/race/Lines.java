package dev.weightscope.chart.race;

import dev.weightscope.chart.line.Curve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// A figure of a run, step by step, for each of its draws.
public record Lines(List<Line> draws) {
    /// From so many draws on the middle ones are a band; fewer are lines.
    public static final int MANY = 10;

    private static final double LOW = 0.1;
    private static final double HIGH = 0.9;

    public Lines {
        draws = List.copyOf(draws);
        if (draws.isEmpty() || draws.stream().anyMatch(line -> line.length() == 0)) {
            throw new IllegalArgumentException("a run needs a draw, and a draw a value");
        }
    }

    /// A draw's values from step 0 on.
    ///
    /// @param length how many there are
    /// @param values by step
    /// @param hasEnded whether no more come: the last value stays
    public record Line(int length, IntToDoubleFunction values, boolean hasEnded) {
        /// @param values not copied: not to be modified
        public Line(double[] values, boolean hasEnded) {
            this(values.length, step -> values[step], hasEnded);
        }

        double at(int step) {
            return values.applyAsDouble(Math.min(step, length - 1));
        }
    }

    /// The last step that all draws that go on have reached.
    public int reached() {
        return draws.stream()
                .filter(line -> !line.hasEnded())
                .mapToInt(line -> line.length() - 1)
                .min()
                .orElseGet(this::longest);
    }

    private int longest() {
        return draws.stream().mapToInt(line -> line.length() - 1).max().orElseThrow();
    }

    /// The median of all draws at a step that all have reached.
    public double median(int step) {
        return quantile(sorted(step), 0.5);
    }

    /// The value that a share of the draws at a step is below, straight between the two nearest;
    /// NaN counts as the greatest.
    public double quantile(int step, double share) {
        return quantile(sorted(step), share);
    }

    private double[] sorted(int step) {
        double[] values = draws.stream().mapToDouble(line -> line.at(step)).toArray();
        Arrays.sort(values);
        return values;
    }

    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        return place == below
                ? sorted[below]
                : sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }

    /// The median with what it is worth: the middle 80 % of many draws, or each of a few.
    ///
    /// @param steps of the axis, ascending; those beyond [#reached] are left out
    public Curve curve(List<Integer> steps) {
        List<Integer> there = steps.stream().filter(step -> step <= reached()).toList();
        List<Double> medians = new ArrayList<>();
        List<Double> low = new ArrayList<>();
        List<Double> high = new ArrayList<>();
        for (int step : there) {
            double[] sorted = sorted(step);
            medians.add(quantile(sorted, 0.5));
            low.add(quantile(sorted, LOW));
            high.add(quantile(sorted, HIGH));
        }
        Curve curve = Curve.of(medians);
        if (draws.size() >= MANY) {
            String caption = "80 % of " + draws.size() + " draws";
            return curve.withBand(new Curve.Band(Curve.Band.Source.MEASURED, caption, low, high));
        }
        return draws.size() == 1
                ? curve
                : curve.withDraws(
                        draws.stream().map(line -> there.stream().map(line::at).toList()).toList());
    }
}
