package dev.weightscope.data;

/// What a table is read for.
public enum TableUse {
    /// The samples that a network sees.
    INPUT,
    /// A training, which needs a target.
    LEARNING
}
