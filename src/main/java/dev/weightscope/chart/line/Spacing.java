package dev.weightscope.chart.line;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Moves things on a line apart that would overlap, as little as can be.
final class Spacing {
    private Spacing() {}

    /// The centres nearest to the wanted ones (least squares) at which nothing overlaps and all
    /// lies within low..high; the order of the wanted centres is kept.
    ///
    /// With what stands before each taken off, centres may not overlap if and only if they do not
    /// decrease: that is isotonic regression, solved by pooling adjacent violators.
    ///
    /// @param wanted not modified
    /// @param sizes along the line; together no longer than high − low, or they stand out at the
    ///   high end
    static double[] apart(double[] wanted, double[] sizes, double low, double high) {
        int count = wanted.length;
        int[] order =
                IntStream.range(0, count)
                        .boxed()
                        .sorted(Comparator.comparingDouble(index -> wanted[index]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double[] before = new double[count];
        double total = 0;
        for (int place = 0; place < count; place++) {
            before[place] = total + sizes[order[place]] / 2;
            total += sizes[order[place]];
        }
        double[] pooled = new double[count];
        for (int place = 0; place < count; place++) {
            pooled[place] = wanted[order[place]] - before[place];
        }
        pool(pooled);
        double[] centers = new double[count];
        for (int place = 0; place < count; place++) {
            double start = Math.max(low, Math.min(pooled[place], high - total));
            centers[order[place]] = start + before[place];
        }
        return centers;
    }

    /// Replaces values by the nearest that never decrease.
    private static void pool(double[] values) {
        int[] starts = new int[values.length];
        double[] means = new double[values.length];
        int blocks = 0;
        for (int i = 0; i < values.length; i++) {
            starts[blocks] = i;
            means[blocks] = values[i];
            blocks++;
            while (blocks > 1 && means[blocks - 2] > means[blocks - 1]) {
                int first = starts[blocks - 2];
                int second = starts[blocks - 1];
                means[blocks - 2] =
                        (means[blocks - 2] * (second - first)
                                        + means[blocks - 1] * (i + 1 - second))
                                / (i + 1 - first);
                blocks--;
            }
        }
        for (int block = 0; block < blocks; block++) {
            int end = block + 1 < blocks ? starts[block + 1] : values.length;
            Arrays.fill(values, starts[block], end, means[block]);
        }
    }
}
