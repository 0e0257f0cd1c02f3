package dev.weightscope.model;

/// What the output of a branch is multiplied by before it is added to what skipped it.
public sealed interface BranchScale {
    double MAX_FACTOR = 1e6;

    /// The same number for every branch, 0..1000000; 0 is SkipInit's (De & Smith 2020, arXiv
    /// 2002.10444) and ReZero's start (Bachlechner et al. 2020, arXiv 2003.04887).
    record Factor(double factor) implements BranchScale {
        /// Branches as they are.
        public static final Factor ONE = new Factor(1);

        public Factor {
            Require.inRange("branch-scale", factor, 0, MAX_FACTOR);
        }
    }

    /// 1/√(number of branches), so that a second moment that all branches keep grows to at most e
    /// times what it was: (1 + 1/L)^L.
    record Depth() implements BranchScale {}

    /// The factor in a network of so many branches; 1 where there are none.
    default double of(int branches) {
        return switch (this) {
            case Factor(double factor) -> factor;
            case Depth() -> branches == 0 ? 1 : 1 / Math.sqrt(branches);
        };
    }

    /// In a caption: `0.5`, `1/√L`.
    default String label() {
        return switch (this) {
            case Factor(double factor) -> Numbers.significant(factor, 4);
            case Depth() -> "1/√L";
        };
    }
}
