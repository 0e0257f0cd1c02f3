package dev.weightscope.training;

import dev.weightscope.model.Refusal;

/// Which rows are left for testing.
///
/// @param share of all rows, 0..0.5; rounded up to whole rows
/// @param order whether they are picked at random, or are the last ones
/// @param seed picks them; kept, but not read, where they are the last ones
public record TestSplit(double share, SampleOrder order, long seed) {
    public static final double MOST = 0.5;

    /// All rows are trained on.
    public static final TestSplit NONE = new TestSplit(0, SampleOrder.SHUFFLED, 0);

    /// @throws Refusal if the share is outside its range
    public TestSplit {
        if (!(share >= 0 && share <= MOST)) {
            throw new Refusal("test share %s is outside 0..0.5".formatted(share));
        }
    }

    /// How many of so many rows are for testing.
    public int testRows(int rows) {
        return Math.min((int) Math.ceil(share * rows), rows / 2);
    }
}
