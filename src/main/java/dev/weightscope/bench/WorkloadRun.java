package dev.weightscope.bench;

import java.util.List;

/// A workload on a kernel, with its work space, which is used again in every run. Not for several
/// threads at once.
public sealed interface WorkloadRun permits ForwardRun, ThereAndBackRun {
    /// Draws all anew and keeps it until the next [#drawAndRun].
    ///
    /// @param seed other seeds, other values
    void draw(long seed);

    /// Runs on what [#draw] drew.
    ///
    /// @param gain times every weight
    /// @return the figures of each layer, in the order in which the workload finds them
    List<LayerFigures> run(float gain);

    /// Draws the same as [#draw] and runs on it at gain 1, with nothing of any run before. Each
    /// layer's weights may be drawn when their turn comes, to be used while a cache holds them.
    ///
    /// @return as [#run]
    List<LayerFigures> drawAndRun(long seed);
}
