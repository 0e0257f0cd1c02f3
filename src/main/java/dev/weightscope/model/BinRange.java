package dev.weightscope.model;

/// Between which values a histogram's bins lie.
public sealed interface BinRange {
    /// The bounds of a bounded activation, so that all layers share an axis; else as [Own].
    record Natural() implements BinRange {}

    /// From the smallest to the largest finite value of each layer.
    record Own() implements BinRange {}

    /// Given; what lies outside is counted as below or above.
    record Fixed(double low, double high) implements BinRange {
        public Fixed {
            if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
                throw new Refusal(
                        "range %s,%s is empty: the first number must be smaller than the second, both finite"
                                .formatted(Numbers.plain(low), Numbers.plain(high)));
            }
            if (high - low > 2.0 * Float.MAX_VALUE) {
                throw new Refusal(
                        "range %s,%s is wider than all of float32, whose ends are -3.4e38,3.4e38"
                                .formatted(Numbers.plain(low), Numbers.plain(high)));
            }
        }
    }
}
