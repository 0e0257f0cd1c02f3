/// The live setting as Python, in a window of its own beside the charts: written anew whenever the
/// setting changes, and copied by one button.
///
/// The text is made in the background. A dragged slider waits for its picture alone; of the texts
/// that a drag asks for, those that are overtaken are never made or shown.
package dev.weightscope.ui.snippet;
