package dev.weightscope.training;

/// Why a run is where it is.
public enum Ending {
    /// It goes on when it is asked to.
    UNFINISHED,
    /// All steps are taken.
    STEPS,
    /// The goal was reached, at which it was to end.
    GOAL,
    /// The loss is not finite any more.
    DIVERGED,
    /// The loss did not move for half of the steps, when it was to end.
    STUCK
}
