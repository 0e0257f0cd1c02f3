package dev.weightscope.inspect;

/// A law beside a tensor.
///
/// @param std that the law says; 0 for a constant
/// @param distance Kolmogorov's, the largest difference between the share of values below a number
///   and the law's; 0 where the law holds exactly
/// @param pValue the chance that values drawn from the law are as far from it as these, by the one
///   test of several that is farthest, times the number of tests; 1 where the law holds exactly
public record FittingLaw(NamedLaw law, double std, double distance, double pValue) {}
