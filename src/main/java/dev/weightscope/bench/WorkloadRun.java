package dev.weightscope.bench;

/// A workload on a kernel, with its work space, which is used again in every run. Not for several
/// threads at once.
public sealed interface WorkloadRun permits LayersRun, TrainingSteps {
    /// Draws all anew and keeps it until the next [#drawnValue].
    ///
    /// @param seed other seeds, other values
    void draw(long seed);

    /// Runs on what [#draw] drew.
    ///
    /// @param gain times every weight
    /// @return the figure that is found last
    double value(float gain);

    /// Draws the same as [#draw] and runs on it at gain 1, with nothing of any run before.
    ///
    /// @return as [#value]
    double drawnValue(long seed);
}
