package dev.weightscope.theory;

/// Expectations of an activation φ over two pre-activations u and v of variance q and correlation
/// c.
///
/// @param squaredDifference E (φ(u) − φ(v))²
/// @param product E φ(u)·φ(v)
/// @param slopeProduct E φ′(u)·φ′(v)
record PairMoments(double squaredDifference, double product, double slopeProduct) {}
