package dev.weightscope.verdict;

/// How a network stretches directions, as far as rules look at it: singular values of the Jacobian
/// of the last layer's output by the input.
///
/// @param label of the setting
/// @param depth the last layer
/// @param activation its name
/// @param isRectified whether the activation's slope is 0 over half of the line
/// @param high what nine in ten values are at most
/// @param low what nine in ten values are at least
/// @param meanSquare of all values
/// @param zeroShare of values that are exactly 0
/// @param isFinite whether values are numbers
public record SpectrumEntry(
        String label,
        int depth,
        String activation,
        boolean isRectified,
        double largest,
        double high,
        double median,
        double low,
        double smallest,
        double meanSquare,
        double zeroShare,
        boolean isFinite) {}
