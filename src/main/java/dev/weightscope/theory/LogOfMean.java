package dev.weightscope.theory;

import org.jspecify.annotations.Nullable;

/// The logarithm of a mean over a batch of e^(s·ξ), each ξ normal and independent: how the mean
/// over samples strays where each of them does.
///
/// While s is small that is nearly normal, of the variance that Fenton 1960 gives. Once s² passes
/// 2·ln B the largest of B samples makes up the mean, which then falls far behind its expectation
/// e^(s²/2) (the freezing of Derrida 1981's random energy model). Both are in the law of W = ln E −
/// ln M, M being the mean and E exponential: P(W > y) = (E exp(−e^(y + s·ξ)/B))^B, from which mean
/// and variance of W follow by quadrature, and those of ln M since −ln E is Gumbel's: its mean is
/// γ, its variance π²/6.
///
/// For large s it is the largest sample less ln B, a mean in s and a variance in s²; what is beside
/// that falls as 1/s of the mean, and is a constant of the variance.
final class LogOfMean {
    /// Between the values of s that are computed; what lies between is interpolated.
    private static final double STEP = 0.25;

    private static final double EULER = 0.5772156649015329;

    /// Beyond so many standard deviations nothing is left of a normal variable.
    private static final double NORMAL_REACH = 8;

    /// Below, exp(−e^x) is 1 but for rounding, and above it is 0.
    private static final double LOW = -37;

    private static final double HIGH = 4;

    /// A variance by quadrature takes a number of steps that grows as s²; beyond s = 32 mean and
    /// variance go on as they do between these two.
    private static final int FAR = 96;

    private static final int LAST = 128;

    private final int samples;
    private final Runnable checkpoint;

    /// At each step mean and variance over s²; null until asked for.
    private final double[] @Nullable [] table = new double[LAST + 1][];

    /// @param samples B
    /// @param checkpoint called before each piece of work of at most some milliseconds; may throw
    ///   to end it
    LogOfMean(int samples, Runnable checkpoint) {
        this.samples = samples;
        this.checkpoint = checkpoint;
        table[0] = new double[] {(1 - 1.0 / samples) / 2, 1.0 / samples};
    }

    /// @param variance s²; where it is infinite the mean is too, for more than one sample
    double mean(double variance) {
        if (samples == 1) {
            return 0;
        }
        double s = Math.sqrt(variance);
        if (!(s > LAST * STEP)) {
            return variance * within(s, 0);
        }
        double far = FAR * STEP;
        double last = LAST * STEP;
        double shift = Math.log(samples);
        double atFar = far * far * entry(FAR)[0] + shift;
        double atLast = last * last * entry(LAST)[0] + shift;
        double slope = (last * atLast - far * atFar) / (last * last - far * far);
        return slope * s - shift + last * (atLast - slope * last) / s;
    }

    /// @param variance s²
    double variance(double variance) {
        if (samples == 1) {
            return variance;
        }
        double s = Math.sqrt(variance);
        if (!(s > LAST * STEP)) {
            return variance * within(s, 1);
        }
        double far = FAR * STEP * FAR * STEP;
        double last = LAST * STEP * LAST * STEP;
        double atLast = last * entry(LAST)[1];
        double slope = (atLast - far * entry(FAR)[1]) / (last - far);
        return atLast + slope * (variance - last);
    }

    private double within(double s, int which) {
        double place = s / STEP;
        int below = Math.min((int) place, LAST - 1);
        double from = entry(below)[which];
        return from + (place - below) * (entry(below + 1)[which] - from);
    }

    private double[] entry(int index) {
        double[] known = table[index];
        if (known == null) {
            checkpoint.run();
            known = computed(index * STEP);
            table[index] = known;
        }
        return known;
    }

    private double[] computed(double s) {
        double step = Math.min(0.5, s / 2);
        int reach = (int) Math.ceil(NORMAL_REACH * s / step);
        double[] weights = new double[2 * reach + 1];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double xi = (i - reach) * step / s;
            weights[i] = Math.exp(-xi * xi / 2);
            sum += weights[i];
        }
        double shift = Math.log(samples);
        int first = (int) Math.floor(LOW / step) - reach;
        int last = (int) Math.ceil(HIGH / step) + reach;
        double[] kept = new double[last - first + 2 * reach + 1];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = -Math.expm1(-Math.exp((first + i - reach) * step));
        }
        // Moments of W less first·step and ln B, by the trapezoidal rule; the square's integrand
        // begins with a slope of 2, for which Euler and Maclaurin add step²/6.
        double once = 0;
        double twice = step * step / 6;
        for (int i = 0; i <= last - first; i++) {
            double lost = 0;
            for (int j = 0; j < weights.length; j++) {
                lost += weights[j] * kept[i + j];
            }
            double above = Math.exp(samples * Math.log1p(-Math.min(1, lost / sum)));
            double half = i == 0 ? 0.5 : 1;
            once += half * step * above;
            twice += 2 * i * step * step * above;
        }
        double mean = first * step + shift + once;
        double variance = twice - once * once;
        return new double[] {
            (-EULER - mean) / (s * s), (variance - Math.PI * Math.PI / 6) / (s * s)
        };
    }
}
