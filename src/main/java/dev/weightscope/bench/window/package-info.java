/// What a hand on a slider meets: from the moments of a drag to its figures.
///
/// Pure functions over moments, so that what the figures mean is tested without a window. Who has a
/// window drives it and takes the moments.
package dev.weightscope.bench.window;
