package dev.weightscope.theory;

/// Expectations of an activation φ over pre-activations u ~ N(0, q).
///
/// @param mean E φ(u)
/// @param second E φ(u)²
/// @param fourth E φ(u)⁴
/// @param slopeSecond E φ′(u)²
/// @param slopeFourth E φ′(u)⁴
/// @param elasticSecond E (u·φ′(u))²
/// @param meanByVariance d/dq E φ(u) = E[u·φ′(u)] / (2q)
/// @param secondByVariance d/dq E φ(u)² = E[u·φ(u)·φ′(u)] / q
public record Moments(
        double mean,
        double second,
        double fourth,
        double slopeSecond,
        double slopeFourth,
        double elasticSecond,
        double meanByVariance,
        double secondByVariance) {
    /// The standard deviation of φ(u).
    public double std() {
        return Math.sqrt(Math.max(0, second - mean * mean));
    }

    /// The root of the mean square of φ(u).
    public double rms() {
        return Math.sqrt(second);
    }
}
