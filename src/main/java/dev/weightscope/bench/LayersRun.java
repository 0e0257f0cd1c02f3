package dev.weightscope.bench;

import java.util.List;

/// A workload that finds something out about each layer.
sealed interface LayersRun extends WorkloadRun permits ForwardRun, ThereAndBackRun {
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

    /// The std of what was found last.
    @Override
    default double value(float gain) {
        return run(gain).getLast().std();
    }

    @Override
    default double drawnValue(long seed) {
        return drawAndRun(seed).getLast().std();
    }
}
