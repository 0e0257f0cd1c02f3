package dev.weightscope.theory;

/// The second moment of a gradient on a stream with branches of one layer and no normalization, to
/// order 1/width.
///
/// A ReLU stream's mean grows, all units go up and down together, and a part of the gradient that
/// is 1/n of the whole at the output outgrows the rest on the way back: in 20 layers of 256 the
/// gradient is three times what infinite width says. That part follows from the two numbers that
/// all units of a layer share, A = E a² and m = E a: a change of one value a_i of n changes them by
/// 2a_i/n and 1/n, and they lead on to A′ = A + s²·E φ² + 2s·m·E φ and m′ = m + s·E φ at q = σ_w²·A
/// + σ_b². So with S = dL/dA and P = dL/dm the shared part of a gradient is (2a_i·S + P)/n. S and P
///   are sums over units, of mean 0; their covariances go back through the Jacobian of (A′, m′),
///   and each layer adds those of its own sums.
final class StreamGradient {
    /// The second moment of what is not shared.
    private double apart;

    /// Covariances: of S, of S and P, and of P, which counts the sum of what is not shared too.
    private double ss;

    private double sp;
    private double pp;

    /// @param gradient its second moment at the stream's end
    /// @param width n
    StreamGradient(double gradient, int width) {
        apart = gradient;
        pp = width * gradient;
    }

    /// The second moment at a branch's entry.
    ///
    /// @param branch the layer that the branch is
    /// @param scale s
    /// @param gradient the second moment at the branch's end
    /// @param through what comes through the branch of it
    double before(ForwardPass.Layer branch, double scale, double gradient, double through) {
        double n = branch.laws().fanIn();
        double weight = branch.laws().weightVariance();
        Moments moments = branch.moments();
        double second = branch.before();
        double mean = branch.mean() - scale * moments.mean();
        double q = branch.variance();
        double byVariance = moments.meanByVariance();
        // The Jacobian: how A′ and m′ change with A and m.
        double aa =
                1 + scale * weight * (scale * moments.secondByVariance() + 2 * mean * byVariance);
        double am = 2 * scale * moments.mean();
        double ma = scale * weight * byVariance;
        // The sum over units of what a common factor on z does, beyond what it does to their mean.
        double spread =
                Math.max(0, moments.elasticSecond() / (4 * q * q) - byVariance * byVariance);
        double ssBefore =
                aa * aa * ss
                        + 2 * aa * ma * sp
                        + ma * ma * pp
                        + n * gradient * scale * scale * weight * weight * spread;
        double spBefore = aa * am * ss + (aa + ma * am) * sp + ma * pp;
        pp += am * am * ss + 2 * am * sp + n * through;
        ss = ssBefore;
        sp = spBefore;
        apart += through;
        return apart * (1 - 1 / n) + (4 * second * ss + 4 * mean * sp + pp) / (n * n);
    }
}
