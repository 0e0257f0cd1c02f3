package dev.weightscope.inspect;

import dev.weightscope.model.Histogram;

/// Moments and counts of a tensor's values, in double. Infinite values and NaNs are counted and
/// kept out of all else.
///
/// A tensor is cut into chunks of [#CHUNK] values, each is surveyed by a [ChunkSurvey], and the
/// surveys of a run of [#RUN] values are merged one after the other from the first to the last,
/// then those of the runs (Pébay 2008). So rounding stays near that of a single operation, whatever
/// the mean, and no bit depends on how many threads survey the runs.
public final class TensorSurvey {
    /// Values of a chunk; part of the definition of every sum.
    public static final int CHUNK = 1 << 14;

    /// Values of a run of chunks; as the above.
    public static final int RUN = 16 * CHUNK;

    /// Values up to which all are in the histogram.
    static final int COUNTED = 1 << 17;

    /// Values of each chunk that are in the histogram, however many chunks there are.
    static final int LEAST_COUNTED = CHUNK / 16;

    /// Of no value.
    public static final TensorSurvey EMPTY = ofNone(0, 0);

    private final CentralMoments moments;
    private final DyadicHistogram bins;
    private final long zeros;
    private final long infinite;
    private final long nan;
    private final double min;
    private final double max;

    TensorSurvey(
            CentralMoments moments,
            DyadicHistogram bins,
            long zeros,
            long infinite,
            long nan,
            double min,
            double max) {
        this.moments = moments;
        this.bins = bins;
        this.zeros = zeros;
        this.infinite = infinite;
        this.nan = nan;
        this.min = min;
        this.max = max;
    }

    /// Of values none of which is finite.
    static TensorSurvey ofNone(long infinite, long nan) {
        return new TensorSurvey(
                CentralMoments.EMPTY,
                DyadicHistogram.EMPTY,
                0,
                infinite,
                nan,
                Double.NaN,
                Double.NaN);
    }

    /// Surveys all values.
    public static TensorSurvey of(TensorValues values) {
        double[] chunk = new double[(int) Math.min(CHUNK, values.count())];
        TensorSurvey survey = EMPTY;
        for (long start = 0; start < values.count(); start += RUN) {
            long end = Math.min(start + RUN, values.count());
            TensorSurvey run = EMPTY;
            for (long at = start; at < end; at += CHUNK) {
                int count = (int) Math.min(CHUNK, end - at);
                values.read(at, count, chunk);
                run = run.merge(ChunkSurvey.of(chunk, count, at, values.count()));
            }
            survey = survey.merge(run);
        }
        return survey;
    }

    /// The survey of this one's values and, behind them, the other's.
    public TensorSurvey merge(TensorSurvey next) {
        return new TensorSurvey(
                moments.merge(next.moments),
                bins.merge(next.bins),
                zeros + next.zeros,
                infinite + next.infinite,
                nan + next.nan,
                finite() == 0 ? next.min : next.finite() == 0 ? min : Math.min(min, next.min),
                finite() == 0 ? next.max : next.finite() == 0 ? max : Math.max(max, next.max));
    }

    /// How many values there are, whatever they are.
    public long count() {
        return moments.count() + infinite + nan;
    }

    /// How many are finite.
    public long finite() {
        return moments.count();
    }

    /// Of the finite values; NaN where there is none.
    public double mean() {
        return finite() == 0 ? Double.NaN : moments.mean();
    }

    /// About the mean, population form; NaN where no value is finite.
    public double std() {
        return Math.sqrt(moments.variance());
    }

    /// √(mean of squares); NaN where no value is finite.
    public double rms() {
        return Math.sqrt(moments.variance() + mean() * mean());
    }

    /// Σ(x − mean)⁴/n / std⁴ − 3: 0 for a normal law, −1.2 for a uniform one; NaN where all values
    /// are equal, and where fourth powers leave double's range.
    public double kurtosis() {
        return moments.kurtosis();
    }

    /// How many are exactly 0.
    public long zeros() {
        return zeros;
    }

    public long infinite() {
        return infinite;
    }

    public long nan() {
        return nan;
    }

    /// The smallest finite value, a zero as +0; NaN where there is none.
    public double min() {
        return min;
    }

    /// The largest finite value, a zero as +0; NaN where there is none.
    public double max() {
        return max;
    }

    /// The largest finite magnitude; NaN where there is none.
    public double largest() {
        return Math.max(-min, max);
    }

    /// In 128 bins over −2ᵏ..2ᵏ, a range that holds all finite values. Each is counted of up to
    /// [#COUNTED] values; of more, as many neighbours from each chunk as come to so many in all, or
    /// [#LEAST_COUNTED], at a place that a hash of the chunk's number decides. The bins of the
    /// smallest and of the largest value hold one at least.
    public Histogram histogram() {
        return finite() == 0
                ? bins.histogram(infinite + nan)
                : bins.histogram(min, max, infinite + nan);
    }
}
