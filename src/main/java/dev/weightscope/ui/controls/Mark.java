package dev.weightscope.ui.controls;

/// A value worth knowing on a slider.
///
/// @param label a word or two, under the slider
/// @param explanation a sentence, in the tooltip
public record Mark(double value, String label, String explanation) {}
