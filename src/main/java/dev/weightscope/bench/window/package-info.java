/// What a hand on a slider, or who begins a race, meets: from moments to figures.
///
/// Pure functions over moments, so that what the figures mean is tested without a window. Who has a
/// window drives it and takes the moments.
package dev.weightscope.bench.window;
