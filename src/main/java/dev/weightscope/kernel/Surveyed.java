package dev.weightscope.kernel;

/// Of which results of a call that computes two, one from the other, the statistics are computed.
/// The results are the same, bit for bit.
public enum Surveyed {
    BOTH,
    LAST,
    /// For results that nobody looks at: the answer is [Survey#NONE] then.
    NONE
}
