/// The panels of the lab of singular values: histograms by setting and depth above, below them the
/// spread by depth and each weight matrix; at the right the verdict and its figures.
package dev.weightscope.ui.spectrum;
