/// The lab of singular values: does every direction survive, or only the average?
///
/// [dev.weightscope.spectrum.SpectrumLab] is the lab; its answer is a
/// [dev.weightscope.spectrum.SpectrumAnswer], which grows depth by depth, and
/// [dev.weightscope.spectrum.SpectrumCharts] draws those of several settings. What is computed is
/// in [dev.weightscope.jacobian].
package dev.weightscope.spectrum;
