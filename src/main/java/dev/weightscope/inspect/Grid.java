package dev.weightscope.inspect;

/// How coarsely numbers are stored: how far from a number its nearest stored one may be.
///
/// @param relative in parts of the number
/// @param absolute in the number's own unit, beside the relative part
public record Grid(double relative, double absolute) {
    /// Numbers of 53, 24, 11 and 8 significant bits. What is too small for all of them is not more
    /// than the least number away.
    public static final Grid FLOAT64 = new Grid(0x1p-53, Double.MIN_VALUE);

    public static final Grid FLOAT32 = new Grid(0x1p-24, 0x1p-150);
    public static final Grid FLOAT16 = new Grid(0x1p-11, 0x1p-25);
    public static final Grid BFLOAT16 = new Grid(0x1p-8, 0x1p-134);

    public Grid {
        if (!(relative >= 0 && relative < 1 && absolute >= 0 && absolute < 1e300)) {
            throw new IllegalArgumentException("grid %s, %s".formatted(relative, absolute));
        }
    }

    /// Multiples of a step, as integers with a scale are.
    ///
    /// @param step the largest distance between neighbours
    public static Grid ofStep(double step) {
        return new Grid(0, step / 2);
    }
}
