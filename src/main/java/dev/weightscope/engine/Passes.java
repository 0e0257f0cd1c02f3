package dev.weightscope.engine;

/// How far a run goes: nothing is computed that is not looked at.
public enum Passes {
    /// The signal through all layers.
    FORWARD,
    /// And the gradient back to the first.
    THERE_AND_BACK
}
