package dev.weightscope.model;

/// How values are counted into histograms.
///
/// @param bins how many, 2..1000
public record Binning(int bins, BinRange range) {
    public static final int MAX_BINS = 1000;

    public static final Binning DEFAULT = new Binning(50, new BinRange.Natural());

    public Binning {
        Require.inRange("bins", bins, 2, MAX_BINS);
    }

    public Binning withBins(int newBins) {
        return new Binning(newBins, range);
    }

    public Binning withRange(BinRange newRange) {
        return new Binning(bins, newRange);
    }
}
