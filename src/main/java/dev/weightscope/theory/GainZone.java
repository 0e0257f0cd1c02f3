package dev.weightscope.theory;

/// A range of gains at which the signal meets one [Fate].
///
/// @param low above 0
/// @param high not below `low`
public record GainZone(double low, double high, Fate fate) {}
