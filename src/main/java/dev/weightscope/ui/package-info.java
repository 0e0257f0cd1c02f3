/// The window: the shell around its parts, the theme, and the one crossing from other threads.
///
/// One value goes round in one direction. A control edits the experiment of the
/// [dev.weightscope.ui.state.Session], which asks the engine; the answer comes back as one
/// snapshot, and every part shows what it is given. Nothing is written anywhere else.
package dev.weightscope.ui;
