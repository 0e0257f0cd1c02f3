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
}
