package dev.weightscope.ui.controls;

/// A stretch of a slider where one thing holds.
///
/// @param from its lower end
/// @param to its upper end
/// @param label a word, under the slider
/// @param styleClass of the stretch
/// @param explanation a sentence, in the tooltip
public record Zone(double from, double to, String label, String styleClass, String explanation) {}
