package dev.weightscope.kernel;

/// The equal bins of a histogram.
///
/// @param low finite and less than `high`; the width between them may be more than a double holds
/// @param count at least 1
public record Bins(double low, double high, int count) {
    public Bins {
        if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException(
                    "%s..%s is no range of finite bounds".formatted(low, high));
        }
        Require.atLeast("bins", count, 1);
    }
}
