package dev.weightscope.kernel;

import dev.weightscope.kernel.TileGrid.Tile;

/// A call that does several steps to a tile of its result at a time, while that is in the cache.
interface TileRun {
    /// @param threads that will compute
    TileGrid tiles(int threads);

    /// Computes one tile; by several threads at once, each tile once.
    ///
    /// @param scratch of the computing thread
    void compute(Tile tile, Scratch scratch, Cancellation cancellation);
}
