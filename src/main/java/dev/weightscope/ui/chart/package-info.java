/// The charts in the window: a canvas that draws any [dev.weightscope.chart.Chart] and answers the
/// pointer, and panels that put controls above one.
///
/// A panel holds what is looked at (layout, quantity, scale) and nothing of what is computed: it is
/// given snapshots and redraws whole.
package dev.weightscope.ui.chart;
