package dev.weightscope.model;

import java.util.Arrays;

/// What a share of some values is below, in one way for charts, tables and verdicts.
public final class Quantiles {
    private Quantiles() {}

    /// Straight between the two nearest (Hyndman & Fan 1996, definition 7), of an even number's
    /// median the mean of the two in the middle. What is not a number counts as infinite, so that
    /// draws that diverge are the worst; between a finite value and an infinite one it is infinite.
    /// A single value is what it is.
    ///
    /// @param values at least one, in any order; not modified
    /// @param share 0..1
    public static double of(double[] values, double share) {
        if (values.length == 1) {
            return values[0];
        }
        double[] sorted = values.clone();
        Arrays.setAll(sorted, i -> Double.isNaN(sorted[i]) ? Double.POSITIVE_INFINITY : sorted[i]);
        Arrays.sort(sorted);
        return ofAscending(sorted, share);
    }

    /// As [#of], but what is not a number stays: it is larger than all, and so is what lies between
    /// it and another.
    ///
    /// @param sorted at least one, ascending, as [Arrays#sort(double[])] leaves them; not modified
    /// @param share 0..1
    public static double ofAscending(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        boolean isLevel = place == below || sorted[below] == sorted[below + 1];
        if (isLevel || Double.isInfinite(sorted[below])) {
            return sorted[below];
        }
        return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }

    /// Half of the values are below it.
    public static double median(double[] values) {
        return of(values, 0.5);
    }
}
