package dev.weightscope.jacobian;

/// The singular values of a layer's weight matrix. Does not change.
public final class WeightSpectrum {
    private final int layer;
    private final int fanIn;
    private final int fanOut;
    private final double std;
    private final double[] values;

    /// @param std of the entries
    /// @param values descending; not copied
    WeightSpectrum(int layer, int fanIn, int fanOut, double std, double[] values) {
        this.layer = layer;
        this.fanIn = fanIn;
        this.fanOut = fanOut;
        this.std = std;
        this.values = values;
    }

    /// Counted from 1.
    public int layer() {
        return layer;
    }

    public int fanIn() {
        return fanIn;
    }

    public int fanOut() {
        return fanOut;
    }

    /// Of the entries.
    public double std() {
        return std;
    }

    /// How many values there are.
    public int size() {
        return values.length;
    }

    /// Value 0..size−1, descending.
    public double value(int i) {
        return values[i];
    }

    public double largest() {
        return values[0];
    }

    public double smallest() {
        return values[values.length - 1];
    }

    /// √(Σσ²), the root of the sum of the squared entries.
    public double norm() {
        double sum = 0;
        for (double value : values) {
            sum += square(value);
        }
        return Math.sqrt(sum) * scale();
    }

    /// How many of the largest values have a share of the sum of all squares; 0 where all are 0, or
    /// not numbers.
    ///
    /// @param share 0..1
    public int carrying(double share) {
        double all = norm() / scale();
        double wanted = share * all * all;
        double sum = 0;
        int count = 0;
        while (count < values.length && sum < wanted) {
            sum += square(values[count]);
            count++;
        }
        return count;
    }

    /// In units of the largest, so that none leaves the range of double.
    private double square(double value) {
        double unit = value / scale();
        return unit * unit;
    }

    private double scale() {
        return values[0] > 0 && values[0] < Double.POSITIVE_INFINITY ? values[0] : 1;
    }
}
