/// The window put to the test: real events to the real sliders of the window that a person gets,
/// and a note of when what was asked is to be seen.
///
/// Nothing here is part of the window, and the window knows nothing of it. What the notes mean is
/// for [dev.weightscope.bench.window] to say.
package dev.weightscope.ui.bench;
