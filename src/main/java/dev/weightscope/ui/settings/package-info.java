/// What is the same at the next start: the window's place, the theme, the experiment, the pins.
///
/// A file of our own in the place where the system keeps such files, written whole or not at all. A
/// damaged one is put aside and the defaults are used: nobody should have to mend a file to see a
/// window.
package dev.weightscope.ui.settings;
